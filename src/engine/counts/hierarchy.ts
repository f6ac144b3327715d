import type { BoundingBox } from '../../model/questions.js';
import { clampLatitude, wrapLongitude } from '../../model/mercator.js';

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

/** A box's west and east, wrapped: where west is past east it spans the antimeridian. */
function sidesOf([west, , east]: BoundingBox): [west: number, east: number] {
  if (east - west >= 360) return [-180, 180];
  return [wrapLongitude(west), wrapLongitude(east)];
}

/** Degrees by which the middle of a group that stands at the map's edge may be rounded off it. */
const OFF_EDGE = 1e-5;

/** A box's south and north on the map: past its edge there is what stands at the edge. */
function heightsOf([, south, , north]: BoundingBox): [south: number, north: number] {
  const [least, most] = [clampLatitude(south), clampLatitude(north)];
  return [least < south ? least - OFF_EDGE : least, most > north ? most + OFF_EDGE : most];
}

/** Visits the nodes that stand on the map at a zoom and lie in a box. */
export function visitView(
  hierarchy: Hierarchy,
  bbox: BoundingBox,
  zoom: number,
  visit: (node: number) => void,
): void {
  const [west, east] = sidesOf(bbox);
  const [south, north] = heightsOf(bbox);
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
