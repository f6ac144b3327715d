import type { MercatorPoint } from '../../model/mercator.js';

/** How near a group that is gone must have been, in pixels, for a marker to come out of it. */
const REACH = 200;

/** The one of these that is nearest to a point. */
export function nearestTo<T extends { point: MercatorPoint }>(
  { x, y }: MercatorPoint,
  among: Iterable<T>,
): T | undefined {
  let nearest: T | undefined;
  let least = Infinity;
  for (const other of among) {
    const distance = Math.hypot(other.point.x - x, other.point.y - y);
    if (distance < least) [nearest, least] = [other, distance];
  }
  return nearest;
}

/**
 * From where a new marker comes, in pixels from its place: the nearest group that is gone, if that was near.
 * @param worldSize pixels that the Mercator square is wide
 */
export function openingOf(
  { x, y }: MercatorPoint,
  groups: Iterable<{ point: MercatorPoint }>,
  worldSize: number,
): { across: number; down: number } {
  const group = nearestTo({ x, y }, groups)?.point ?? { x, y };
  const across = (group.x - x) * worldSize;
  const down = (group.y - y) * worldSize;
  return Math.hypot(across, down) < REACH ? { across, down } : { across: 0, down: 0 };
}
