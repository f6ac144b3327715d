import { TILE_SIZE } from '../../model/mercator.js';
import type { MercatorPoint } from '../../model/mercator.js';

/** What a map shows: its centre on the Mercator square, how many pixels the square is wide, and the map's size in pixels. */
export interface Projection extends MercatorPoint {
  worldSize: number;
  width: number;
  height: number;
}

/** The least zoom that MapLibre takes. */
export const LEAST_ZOOM = -2;

/** How many pixels the world is wide at a zoom. */
export function worldSizeAt(zoom: number): number {
  return TILE_SIZE * 2 ** zoom;
}

/** The zoom at which the world just fills a map, so that no place is seen twice. */
export function smallestZoom(width: number, height: number): number {
  return Math.max(LEAST_ZOOM, Math.log2(Math.max(width, height) / TILE_SIZE));
}

/** Pixels that a map may show past the poles, so that a marker there is not cut off. */
const PAST_POLE = 96;

/**
 * How far north or south on the Mercator square a map may look that is asked to look at `y`: what it shows past a pole is little, or as
 * little as its height allows.
 */
export function clampY(y: number, zoom: number, height: number): number {
  const worldSize = worldSizeAt(zoom);
  const half = height / 2 / worldSize;
  const north = Math.max(0, Math.min(half, 1 - half) - Math.min(PAST_POLE, height / 4) / worldSize);
  return Math.max(north, Math.min(1 - north, y));
}

/** Which copy of the world brings `x` nearest to the centre: 0, or how many worlds to the east. */
export function nearestCopy(x: number, centre: number): number {
  return Math.round(centre - x);
}

/** Where a place stands on the map, in pixels from its top left corner. */
export function toScreen(
  point: MercatorPoint,
  { x, y, worldSize, width, height }: Projection,
): MercatorPoint {
  return {
    x: (point.x + nearestCopy(point.x, x) - x) * worldSize + width / 2,
    y: (point.y - y) * worldSize + height / 2,
  };
}
