import { clampLatitude } from '../model/mercator.js';
import { isGroup } from '../model/questions.js';
import type { BoundingBox, MapGroup, MapItem, MapLocation } from '../model/questions.js';
import type { Complaints } from './inquiry.js';

/** Degrees by which positions may differ, as servers may keep them in fewer digits. */
const ROUNDING = 1e-5;

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= ROUNDING;
}

/** Degrees from a box's west side eastward to a longitude, from slightly less than 0. */
function eastOf(west: number, longitude: number): number {
  return ((((longitude - west + ROUNDING) % 360) + 360) % 360) - ROUNDING;
}

function widthOf([west, , east]: BoundingBox): number {
  return east - west >= 360 ? 360 : eastOf(west, east);
}

function isIn(box: BoundingBox, { longitude, latitude }: { longitude: number; latitude: number }): boolean {
  const y = clampLatitude(latitude);
  return (
    y >= clampLatitude(box[1]) - ROUNDING &&
    y <= clampLatitude(box[3]) + ROUNDING &&
    eastOf(box[0], longitude) <= widthOf(box) + ROUNDING
  );
}

function judgeBox(group: MapGroup, box: BoundingBox, pins: readonly MapLocation[], name: string): Complaints {
  if (!Array.isArray(box) || box.length !== 4 || !box.every(Number.isFinite))
    return [`${name} has bbox ${JSON.stringify(box)}; expected [west, south, east, north]`];
  const within = pins.filter(pin => isIn(box, pin));
  const words = `${name} has bbox ${JSON.stringify(box)}`;
  const touches = [
    within.some(({ longitude }) => isNear(eastOf(box[0], longitude), 0)),
    within.some(({ latitude }) => isNear(clampLatitude(latitude), clampLatitude(box[1]))),
    within.some(({ longitude }) => isNear(eastOf(box[0], longitude), widthOf(box))),
    within.some(({ latitude }) => isNear(clampLatitude(latitude), clampLatitude(box[3]))),
  ];
  return [
    within.length >= group.locations
      ? undefined
      : `${words}, where ${within.length} locations are; expected ${group.locations} or more`,
    touches.every(Boolean) ? undefined : `${words}, wider than any of its locations need`,
  ];
}

/** R16: the box of a group, where it tells one, is that of its locations; each location is in its group's. */
export function judgeBoxes(
  items: readonly MapItem[],
  pins: readonly MapLocation[],
  nameOf: (item: MapItem) => string,
): Complaints {
  const groups = items.filter(isGroup);
  const boxed = groups.filter(({ bbox }) => bbox !== undefined);
  const complaints = boxed.flatMap(group => judgeBox(group, group.bbox!, pins, nameOf(group)));
  if (complaints.some(Boolean) || boxed.length < groups.filter(({ locationIds }) => !locationIds).length)
    return complaints;
  const named = new Set(items.flatMap(item => (isGroup(item) ? (item.locationIds ?? []) : item.id)));
  const missed = pins.find(pin => !named.has(pin.id) && !boxed.some(({ bbox }) => isIn(bbox!, pin)));
  return [missed && `the location "${missed.id}" is in no group's bbox`];
}
