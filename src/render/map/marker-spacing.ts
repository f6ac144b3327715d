import { CORNERS, badgeBox, headBox, headHeight, shrunk } from './marker-size.js';
import type { Box } from './box.js';
import type { MarkerSize } from './marker-size.js';

/** A marker among others, in pixels. */
export interface SpacedMarker {
  /** Its position: a group's middle, a pin's tip. */
  x: number;
  y: number;
  isPin: boolean;
  number: string;
  /** How many are in trouble, as it is written at the upper right. */
  badge?: string;
  size: MarkerSize;
  /** Of two markers that overlap, the one of the higher level is drawn above the other. */
  level: number;
}

/** No marker shrinks to less, in pixels. */
const LEAST_RADIUS = 8;

/** Pixels between a marker and what is read of another: places are rounded. */
const PADDING = 1;

function headOf({ y, isPin }: SpacedMarker, radius: number): number {
  return y - headHeight(isPin, radius);
}

/** Whether the first of two that overlap is drawn above the second: the smaller one, else the southern one. */
function isAbove(one: SpacedMarker, other: SpacedMarker): boolean {
  return one.size.radius < other.size.radius || (one.size.radius === other.size.radius && one.y > other.y);
}

/** How far a marker reaches from the middle of its head. */
function reachOf({ badge, size }: SpacedMarker): number {
  if (badge === undefined) return size.radius;
  const { left, right } = badgeBox(badge, size);
  return Math.max(size.radius, right, -left);
}

/** Each marker that may lie above others, with those. */
function overlapping(markers: readonly SpacedMarker[]): Map<SpacedMarker, SpacedMarker[]> {
  const sorted = [...markers].sort((one, other) => one.x - other.x);
  const reach = 2 * Math.max(0, ...markers.map(reachOf));
  const below = new Map<SpacedMarker, SpacedMarker[]>();
  sorted.forEach((west, index) => {
    for (let next = index + 1; next < sorted.length; next++) {
      const east = sorted[next]!;
      if (east.x - west.x > reach) break;
      if (Math.abs(headOf(east, east.size.radius) - headOf(west, west.size.radius)) > reach) continue;
      const [upper, lower] = isAbove(east, west) ? [east, west] : [west, east];
      const others = below.get(upper);
      if (others) others.push(lower);
      else below.set(upper, [lower]);
    }
  });
  return below;
}

/** What must stay readable of a marker of a size, on the plane. */
function readableBoxes(marker: SpacedMarker, size: MarkerSize): Box[] {
  const { x, number, badge, isPin } = marker;
  const y = headOf(marker, size.radius);
  const boxes = [headBox(isPin && badge === undefined, number, size)];
  if (badge !== undefined) boxes.push(badgeBox(badge, size));
  return boxes.map(({ left, top, right, bottom }) => ({
    left: x + left,
    top: y + top,
    right: x + right,
    bottom: y + bottom,
  }));
}

/** Whether a head around a point leaves a box uncovered. */
function isOutside(x: number, y: number, radius: number, { left, top, right, bottom }: Box): boolean {
  const across = Math.max(left - x, 0, x - right);
  const down = Math.max(top - y, 0, y - bottom);
  return Math.hypot(across, down) >= radius + PADDING;
}

function areApart(one: Box, other: Box): boolean {
  return (
    one.left >= other.right + PADDING ||
    other.left >= one.right + PADDING ||
    one.top >= other.bottom + PADDING ||
    other.top >= one.bottom + PADDING
  );
}

/** Whether a marker of this size leaves uncovered what must stay readable of another. */
function isClear(marker: SpacedMarker, size: MarkerSize, boxes: readonly Box[]): boolean {
  const [, badge] = readableBoxes(marker, size);
  const y = headOf(marker, size.radius);
  return boxes.every(
    box => isOutside(marker.x, y, size.radius, box) && (badge === undefined || areApart(badge, box)),
  );
}

/** Whether a marker's badge stands beside all of these boxes. */
function isBadgeApart(marker: SpacedMarker, size: MarkerSize, boxes: readonly Box[]): boolean {
  const [, badge] = readableBoxes(marker, size);
  return badge === undefined || boxes.every(box => areApart(badge, box));
}

/** Of what covers the map, what a marker's badge is kept clear of: all, unless the number that it belongs to is covered itself. */
function avoidedBy(marker: SpacedMarker, covers: readonly Box[]): readonly Box[] {
  const [number] = readableBoxes(marker, marker.size);
  return covers.every(cover => areApart(number!, cover)) ? covers : [];
}

/** Turns a marker's badge to the first corner where nothing covers it, if there is one. */
function turnBadge(marker: SpacedMarker, covers: readonly Box[]): void {
  if (marker.badge === undefined) return;
  const avoided = avoidedBy(marker, covers);
  const turned = CORNERS.map(badgeCorner => ({ ...marker.size, badgeCorner }));
  marker.size = turned.find(size => isBadgeApart(marker, size, avoided)) ?? marker.size;
}

/**
 * The largest size at which a marker leaves these boxes uncovered, its badge at any corner where it is seen; undefined where there is
 * none.
 */
function clearSize(
  marker: SpacedMarker,
  boxes: readonly Box[],
  covers: readonly Box[],
): MarkerSize | undefined {
  const { number, badge } = marker;
  const corners = badge === undefined ? CORNERS.slice(0, 1) : CORNERS;
  for (let { size } = marker; size.radius >= LEAST_RADIUS; size = shrunk(size, size.radius - 1, number)) {
    for (const badgeCorner of corners) {
      const tried = { ...size, badgeCorner };
      if (isClear(marker, tried, boxes) && isBadgeApart(marker, tried, covers)) return tried;
    }
  }
  return undefined;
}

/**
 * The least size, for a marker that covers something even so: its badge at a corner where it is seen and covers none of these boxes, else at
 * one where it covers none of them, if there is one.
 */
function leastSize(marker: SpacedMarker, boxes: readonly Box[], covers: readonly Box[]): MarkerSize {
  const size = shrunk(marker.size, LEAST_RADIUS, marker.number);
  const turned = CORNERS.map(badgeCorner => ({ ...size, badgeCorner }));
  const clear = turned.filter(tried => isBadgeApart(marker, tried, boxes));
  return clear.find(tried => isBadgeApart(marker, tried, covers)) ?? clear[0] ?? size;
}

/** What must stay readable of each of some markers, as they are. */
function boxesOf(markers: readonly SpacedMarker[]): Box[][] {
  return markers.map(marker => readableBoxes(marker, marker.size));
}

/**
 * Moves a marker's badge to a corner where another that is drawn above it leaves it uncovered, and where it covers nothing of those below it,
 * if there is one.
 */
function moveBadge(
  marker: SpacedMarker,
  above: SpacedMarker,
  below: readonly SpacedMarker[],
  covers: readonly Box[],
): void {
  const boxes = [...boxesOf(below).flat(), ...covers];
  const size = CORNERS.map(badgeCorner => ({ ...marker.size, badgeCorner })).find(tried =>
    readableBoxes(marker, tried)
      .slice(1)
      .every(badge => isClear(above, above.size, [badge]) && boxes.every(box => areApart(badge, box))),
  );
  if (size) marker.size = size;
}

/**
 * Lays out markers that are near each other so that none covers another's number, or its badge where that can be: of two, the smaller is
 * drawn above the larger, and shrinks where it would cover what is read of the larger one. Supercluster keeps groups a radius apart only
 * roughly: a group stands in the middle of what it holds. Changes `size` and `level`.
 * @param covers where a badge could not be read, which it is kept clear of where it can be
 */
export function spaceOut(markers: readonly SpacedMarker[], covers: readonly Box[] = []): void {
  for (const marker of markers) turnBadge(marker, covers);
  const below = overlapping(markers);
  const fromBelow = [...below.keys()].sort((one, other) => (isAbove(one, other) ? 1 : -1));
  for (const marker of fromBelow) {
    const others = below.get(marker)!;
    marker.level = 1 + Math.max(...others.map(({ level }) => level));
    const boxes = boxesOf(others);
    const numbers = boxes.map(([number]) => number!);
    const avoided = avoidedBy(marker, covers);
    const clear = clearSize(marker, boxes.flat(), avoided);
    marker.size = clear ?? clearSize(marker, numbers, avoided) ?? leastSize(marker, numbers, avoided);
    if (clear) continue;
    for (const other of others) moveBadge(other, marker, below.get(other) ?? [], avoidedBy(other, covers));
  }
}
