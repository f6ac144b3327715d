import type { BoundingBox } from '../../model/questions.js';
import { clusterPoints, latitudeAt, longitudeAt } from './clusters.js';
import type { Clusters } from './clusters.js';
import { NONE } from '../store/tables.js';

/** How near, in pixels of MapLibre's 512-pixel tiles, locations must be to be grouped. */
export const CLUSTER_RADIUS = 64;

/** The last zoom that groups; from the next one on every location stands by itself, but for those on one exact point. */
export const CLUSTER_MAX_ZOOM = 18;

/** Degrees; where a Mercator map ends: what lies nearer to a pole stands there. A hair less than what MapLibre rounds it to. */
const MAX_LATITUDE = 85.0511287798;

/** The opening zoom of what never opens: single locations, and locations on one exact point. */
export const NEVER = 255;

/**
 * The groups of all zooms in flat arrays, in depth-first order: a node's subtree is the nodes from it up to `end`.
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

/** Puts groups into depth-first order. */
class Reader {
  readonly hierarchy: Hierarchy;
  private readonly firstChild: Int32Array;
  private readonly nextChild: Int32Array;

  constructor(
    private readonly clusters: Clusters,
    private readonly longitudes: ArrayLike<number>,
    private readonly latitudes: ArrayLike<number>,
  ) {
    const { size, parent, points } = clusters;
    this.hierarchy = allocate(points);
    this.firstChild = new Int32Array(size).fill(NONE);
    this.nextChild = new Int32Array(size);
    for (let child = size - 1; child >= 0; child--) {
      const above = parent[child]!;
      if (above === NONE) continue;
      this.nextChild[child] = this.firstChild[above]!;
      this.firstChild[above] = child;
    }
  }

  read(): Hierarchy {
    const { size, parent } = this.clusters;
    for (let cluster = 0; cluster < size; cluster++) if (parent[cluster] === NONE) this.visit(cluster, NONE);
    return this.hierarchy;
  }

  private visit(cluster: number, parent: number): void {
    const { points, x, y, openZoom } = this.clusters;
    if (cluster < points) {
      this.leaf(cluster, parent);
      return;
    }
    const node = this.open(parent, longitudeAt(x[cluster]!), onMap(latitudeAt(y[cluster]!)));
    this.hierarchy.openZoom[node] = openZoom[cluster]!;
    // Locations on one exact point are together up to the last zoom that groups.
    if (openZoom[cluster]! > CLUSTER_MAX_ZOOM) this.leavesUnder(node, this.childrenOf(cluster));
    else for (const child of this.childrenOf(cluster)) this.visit(child, node);
    this.close(node);
  }

  private childrenOf(cluster: number): number[] {
    const children: number[] = [];
    for (let child = this.firstChild[cluster]!; child !== NONE; child = this.nextChild[child]!)
      children.push(child);
    return children;
  }

  /** Leaves on one exact point that share their node with others make a node of their own, which never opens. */
  private leavesUnder(node: number, leaves: number[]): void {
    const { longitudes, latitudes } = this;
    const apart = (one: number, other: number) =>
      longitudes[one]! - longitudes[other]! || latitudes[one]! - latitudes[other]!;
    leaves.sort(apart);
    for (let from = 0, to = 0; from < leaves.length; from = to) {
      while (to < leaves.length && apart(leaves[from]!, leaves[to]!) === 0) to++;
      const isShared = to - from > 1;
      const stack = isShared && to - from < leaves.length ? this.open(node, 0, 0) : node;
      for (let at = from; at < to; at++) this.leaf(leaves[at]!, stack);
      if (stack !== node) this.close(stack);
      if (isShared) this.makeStack(stack);
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

/** Clusters points (degrees, usable, within ±180) by position only. */
export function buildHierarchy(longitudes: ArrayLike<number>, latitudes: ArrayLike<number>): Hierarchy {
  const clusters = clusterPoints(longitudes, latitudes, {
    radius: CLUSTER_RADIUS,
    maxZoom: CLUSTER_MAX_ZOOM,
  });
  return new Reader(clusters, longitudes, latitudes).read();
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
