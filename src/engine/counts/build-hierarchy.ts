import Supercluster from 'supercluster';
import type { AnyProps, ClusterFeature, PointFeature } from 'supercluster';

import { clampLatitude, TILE_SIZE } from '../../model/mercator.js';
import { NEVER } from './hierarchy.js';
import type { Hierarchy } from './hierarchy.js';
import { zOrder } from './z-order.js';
import { NONE } from '../store/tables.js';

/** How near, in pixels of MapLibre's 512-pixel tiles, locations must be to be grouped. */
export const CLUSTER_RADIUS = 64;

/** The last zoom that groups; from the next one on every location stands by itself, but for those on one exact point. */
export const CLUSTER_MAX_ZOOM = 16;

/** How many bits of a cluster's id, above the number of points, hold a zoom. */
const ID_ZOOM_BITS = 5;

/** A location is known by its feature's id, the index of its point, and has no properties. */
type Item = ClusterFeature<AnyProps> | PointFeature<null>;

function isCluster(item: Item): item is ClusterFeature<AnyProps> {
  return item.properties !== null;
}

/** Fed along a curve, neighbours follow each other, so that its search trees stay in the processor's caches. */
function cluster(longitudes: ArrayLike<number>, latitudes: ArrayLike<number>): Supercluster<null> {
  const index = new Supercluster<null>({
    radius: CLUSTER_RADIUS,
    maxZoom: CLUSTER_MAX_ZOOM,
    extent: TILE_SIZE,
  });
  const features = Array.from(zOrder(longitudes, latitudes), (point): PointFeature<null> => ({
    type: 'Feature',
    id: point,
    properties: null,
    geometry: { type: 'Point', coordinates: [longitudes[point]!, latitudes[point]!] },
  }));
  return index.load(features);
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

/** Reads supercluster's clusters into a hierarchy, each once. */
class HierarchyBuilder {
  readonly hierarchy: Hierarchy;
  private readonly index: Supercluster<null>;

  constructor(
    private readonly longitudes: ArrayLike<number>,
    private readonly latitudes: ArrayLike<number>,
  ) {
    this.hierarchy = allocate(longitudes.length);
    this.index = cluster(longitudes, latitudes);
  }

  build(): Hierarchy {
    for (const item of this.index.getClusters([-180, -90, 180, 90], 0)) this.visit(item, NONE);
    return this.hierarchy;
  }

  private visit(item: Item, parent: number): void {
    if (!isCluster(item)) {
      this.leaf(item.id as number, parent);
      return;
    }
    const [longitude, latitude] = item.geometry.coordinates as [number, number];
    const id = item.properties.cluster_id;
    const node = this.open(parent, longitude, clampLatitude(latitude));
    const openZoom = this.openZoomOf(id);
    this.hierarchy.openZoom[node] = openZoom;
    const children = this.index.getChildren(id);
    // Locations on one exact point are together up to the last zoom that groups.
    if (openZoom > CLUSTER_MAX_ZOOM)
      this.leavesUnder(
        node,
        children.map(child => child.id as number),
      );
    else for (const child of children) this.visit(child, node);
    this.close(node);
  }

  /**
   * The zoom at which a cluster opens, which supercluster keeps in the lowest bits of its id. Asking `getClusterExpansionZoom`
   * would find all children a second time, half of what reading takes; a test compares the two.
   */
  private openZoomOf(clusterId: number): number {
    return (clusterId - this.longitudes.length) % 2 ** ID_ZOOM_BITS;
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
    const latitude = latitudes[point]!;
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

/** Clusters points by position only: degrees, longitude within ±180, latitude within the Mercator square. */
export function buildHierarchy(longitudes: ArrayLike<number>, latitudes: ArrayLike<number>): Hierarchy {
  return new HierarchyBuilder(longitudes, latitudes).build();
}
