import Supercluster from 'supercluster';
import type { ClusterFeature, PointFeature } from 'supercluster';

import type { BoundingBox } from '../model/answers.js';

/** How near, in pixels of MapLibre's 512-pixel tiles, locations must be to be grouped. */
export const CLUSTER_RADIUS = 64;

/** The last zoom that groups; from the next one on every location stands by itself, but for those on one exact point. */
export const CLUSTER_MAX_ZOOM = 18;

/** Degrees; where a Mercator map ends: what lies nearer to a pole stands there. A hair less than what MapLibre rounds it to. */
const MAX_LATITUDE = 85.0511287798;

/** The opening zoom of what never opens: single locations, and locations on one exact point. */
export const NEVER = 255;

/**
 * supercluster's hierarchy in flat arrays, in depth-first order: a node's subtree is the nodes from it up to `end`.
 * Nothing of supercluster is kept.
 */
export interface Hierarchy {
  size: number;
  /** Node above; -1 at the top. */
  parent: Int32Array;
  /** One past the last node under it. */
  end: Int32Array;
  /** The first zoom at which the node's children stand in its place. */
  openZoom: Uint8Array;
  /** Single locations: the index of the point; groups: -1. */
  point: Int32Array;
  /** Locations under it. */
  points: Int32Array;
  longitude: Float64Array;
  latitude: Float64Array;
  /** West, south, east and north of the locations under it: four a node. */
  box: Float64Array;
  /** Point → its node. */
  nodeOf: Int32Array;
}

function onMap(latitude: number): number {
  return Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, latitude));
}

interface Point {
  index: number;
}
type Feature = PointFeature<Point> | ClusterFeature<object>;

function isCluster(feature: Feature): feature is ClusterFeature<object> {
  return 'cluster' in feature.properties;
}

/** An empty hierarchy with room for n points: a tree whose inner nodes all have two children or more has under 2n nodes. */
function allocate(points: number): Hierarchy {
  const room = 2 * points;
  return {
    size: 0,
    parent: new Int32Array(room),
    end: new Int32Array(room),
    openZoom: new Uint8Array(room),
    point: new Int32Array(room),
    points: new Int32Array(room),
    longitude: new Float64Array(room),
    latitude: new Float64Array(room),
    box: new Float64Array(4 * room),
    nodeOf: new Int32Array(points),
  };
}

/**
 * The zoom at which a cluster splits. supercluster numbers clusters by it; asking `getClusterExpansionZoom` instead would
 * look for each cluster's children a second time.
 */
function expansionZoom(clusterId: number, points: number): number {
  return (clusterId - points) % 32;
}

/** Reads a hierarchy out of supercluster, once: `getChildren` of each cluster. */
class Reader {
  readonly hierarchy: Hierarchy;

  constructor(
    private readonly index: Supercluster<Point, object>,
    private readonly longitudes: ArrayLike<number>,
    private readonly latitudes: ArrayLike<number>,
  ) {
    this.hierarchy = allocate(longitudes.length);
  }

  read(): Hierarchy {
    for (const feature of this.index.getClusters([-180, -90, 180, 90], 0)) this.visit(feature, -1);
    return this.hierarchy;
  }

  private visit(feature: Feature, parent: number): void {
    if (!isCluster(feature)) {
      this.leaf(feature.properties.index, parent);
      return;
    }
    const [longitude, latitude] = feature.geometry.coordinates;
    const node = this.open(parent, longitude!, onMap(latitude!));
    const id = feature.properties.cluster_id;
    const openZoom = expansionZoom(id, this.longitudes.length);
    this.hierarchy.openZoom[node] = openZoom;
    const children: Feature[] = this.index.getChildren(id);
    // Locations on one exact point are together up to the last zoom that groups.
    if (openZoom > CLUSTER_MAX_ZOOM) this.leavesUnder(node, children);
    else for (const child of children) this.visit(child, node);
    this.close(node);
  }

  /** Leaves on one exact point that share their node with others make a node of their own, which never opens. */
  private leavesUnder(node: number, leaves: readonly Feature[]): void {
    const byPosition = new Map<string, number[]>();
    for (const { properties } of leaves) {
      const point = (properties as Point).index;
      const key = `${this.longitudes[point]},${this.latitudes[point]}`;
      const same = byPosition.get(key);
      if (same) same.push(point);
      else byPosition.set(key, [point]);
    }
    for (const same of byPosition.values()) {
      const stack = same.length > 1 && byPosition.size > 1 ? this.open(node, 0, 0) : node;
      for (const point of same) this.leaf(point, stack);
      if (stack !== node) this.close(stack);
      if (same.length > 1) this.makeStack(stack);
    }
  }

  private makeStack(node: number): void {
    const { openZoom, longitude, latitude, box } = this.hierarchy;
    openZoom[node] = NEVER;
    longitude[node] = box[4 * node]!;
    latitude[node] = box[4 * node + 1]!;
  }

  private leaf(point: number, parent: number): void {
    const { hierarchy, longitudes, latitudes } = this;
    const longitude = longitudes[point]!;
    const latitude = onMap(latitudes[point]!);
    const node = this.open(parent, longitude, latitude);
    hierarchy.openZoom[node] = NEVER;
    hierarchy.point[node] = point;
    hierarchy.points[node] = 1;
    hierarchy.nodeOf[point] = node;
    const { box } = hierarchy;
    box[4 * node] = box[4 * node + 2] = longitude;
    box[4 * node + 1] = box[4 * node + 3] = latitude;
    this.close(node);
  }

  private open(parent: number, longitude: number, latitude: number): number {
    const { hierarchy } = this;
    const node = hierarchy.size++;
    hierarchy.parent[node] = parent;
    hierarchy.point[node] = -1;
    hierarchy.longitude[node] = longitude;
    hierarchy.latitude[node] = latitude;
    const { box } = hierarchy;
    box[4 * node] = box[4 * node + 1] = Infinity;
    box[4 * node + 2] = box[4 * node + 3] = -Infinity;
    return node;
  }

  /** Ends the node's subtree and adds it to the node above. */
  private close(node: number): void {
    const { parent, end, points, box, size } = this.hierarchy;
    end[node] = size;
    const above = parent[node]!;
    if (above < 0) return;
    points[above]! += points[node]!;
    const from = 4 * node;
    const to = 4 * above;
    for (let side = 0; side < 2; side++) {
      if (box[from + side]! < box[to + side]!) box[to + side] = box[from + side]!;
      if (box[from + side + 2]! > box[to + side + 2]!) box[to + side + 2] = box[from + side + 2]!;
    }
  }
}

function features(longitudes: ArrayLike<number>, latitudes: ArrayLike<number>): PointFeature<Point>[] {
  return Array.from({ length: longitudes.length }, (_, index) => ({
    type: 'Feature' as const,
    properties: { index },
    geometry: { type: 'Point' as const, coordinates: [longitudes[index]!, latitudes[index]!] },
  }));
}

/** Clusters points (degrees, usable, within ±180) by position only. */
export function buildHierarchy(longitudes: ArrayLike<number>, latitudes: ArrayLike<number>): Hierarchy {
  const index = new Supercluster<Point, object>({
    radius: CLUSTER_RADIUS,
    maxZoom: CLUSTER_MAX_ZOOM,
    extent: 512,
  });
  index.load(features(longitudes, latitudes));
  return new Reader(index, longitudes, latitudes).read();
}

/** A box's west and east, wrapped: where west is past east it spans the antimeridian. */
function wrapped([west, , east]: BoundingBox): [west: number, east: number] {
  if (east - west >= 360) return [-180, 180];
  const wrap = (longitude: number) => ((((longitude + 180) % 360) + 360) % 360) - 180;
  return [wrap(west), east === 180 ? 180 : wrap(east)];
}

/** Visits the nodes that stand on the map at a zoom and lie in a box. */
export function visitView(
  hierarchy: Hierarchy,
  bbox: BoundingBox,
  zoom: number,
  visit: (node: number) => void,
): void {
  const [west, east] = wrapped(bbox);
  const south = onMap(bbox[1]);
  const north = onMap(bbox[3]);
  const across = west > east;
  const { size, end, openZoom, longitude, latitude, box } = hierarchy;
  const level = Math.floor(zoom);
  let node = 0;
  while (node < size) {
    const at = 4 * node;
    const isBeside = across ? box[at]! > east && box[at + 2]! < west : box[at]! > east || box[at + 2]! < west;
    if (isBeside || box[at + 1]! > north || box[at + 3]! < south) {
      node = end[node]!;
    } else if (level >= openZoom[node]!) {
      node++;
    } else {
      const x = longitude[node]!;
      const y = latitude[node]!;
      if ((across ? x >= west || x <= east : x >= west && x <= east) && y >= south && y <= north) visit(node);
      node = end[node]!;
    }
  }
}
