import type { MercatorPoint } from '../../model/mercator.js';
import { isGroup } from '../../model/questions.js';
import type { BoundingBox, MapItem } from '../../model/questions.js';

/** How near a group that is gone must have been, in pixels, for a marker to come out of it, where it does not say what it held. */
const REACH = 200;

/** Degrees by which a box may miss what it holds: a server may keep positions in fewer digits. */
const ROUNDING = 1e-5;

/** A marker that came or went. */
interface Placed {
  point: MercatorPoint;
  marker: { item: MapItem };
}

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

function isIn([west, south, east, north]: BoundingBox, { longitude, latitude }: MapItem): boolean {
  const isBetween =
    west <= east
      ? longitude >= west - ROUNDING && longitude <= east + ROUNDING
      : longitude >= west - ROUNDING || longitude <= east + ROUNDING;
  return isBetween && latitude >= south - ROUNDING && latitude <= north + ROUNDING;
}

/**
 * R16: from where a new marker comes, in pixels from its place: the group that is gone and held it, however far that is after a long way
 * in; else the nearest one that is gone, if that was near.
 * @param worldSize pixels that the Mercator square is wide
 */
export function openingOf(
  { point: { x, y }, marker }: Placed,
  groups: readonly Placed[],
  worldSize: number,
): { across: number; down: number } {
  const holding = groups.filter(
    ({ marker: { item } }) => isGroup(item) && item.bbox && isIn(item.bbox, marker.item),
  );
  const group = nearestTo({ x, y }, holding.length > 0 ? holding : groups)?.point ?? { x, y };
  const across = (group.x - x) * worldSize;
  const down = (group.y - y) * worldSize;
  return holding.length > 0 || Math.hypot(across, down) < REACH ? { across, down } : { across: 0, down: 0 };
}
