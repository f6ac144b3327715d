import type { PixelSize } from './fit-box.js';
import type { Reach } from './marker-size.js';

const SIDES = ['above', 'below', 'right', 'left'] as const;

/** Where a popup stands, seen from its marker. */
export type Side = (typeof SIDES)[number];

interface Point {
  x: number;
  y: number;
}

/** A popup's place on the map, in pixels. */
export interface Placement {
  side: Side;
  /** Its top left corner. */
  left: number;
  top: number;
  /** The end of the pointer, which is between it and its marker. */
  tip: Point;
  /** By how much its marker would have to move for both to be wholly in view, side by side: not at all where they are. */
  shift: Point;
}

/** Pixels between a popup and its marker: the square around a round pin is a little larger than the pin. */
const DISTANCE = 11;

/** Pixels from a popup to the tip of its pointer. */
const POINTER = 7;

/** Pixels between a popup and the map's edge. */
const EDGE = 8;

/** Pixels that a pointer is away from its popup's rounded corners. */
const CORNER = 16;

/** No place at all where the least is more than the greatest. */
type Range = readonly [least: number, greatest: number];

function clamp(value: number, [least, greatest]: Range): number {
  return Math.max(least, Math.min(greatest, value));
}

/** How far the middle of a marker's head is above its position. */
function headAbove({ above, beside }: Reach): number {
  return above - beside;
}

/** Where a marker may be for its popup to stand on a side of it, both wholly in view. */
function roomOn(side: Side, reach: Reach, popup: PixelSize, map: PixelSize): { x: Range; y: Range } {
  const beside = Math.max(reach.beside, EDGE + CORNER);
  const [left, right] = [beside, map.width - beside];
  const [top, bottom] = [reach.above, map.height - reach.below];
  const across = EDGE + popup.width + DISTANCE;
  const down = EDGE + popup.height + DISTANCE;
  const pointed: Range = [
    Math.max(top, EDGE + CORNER + headAbove(reach)),
    Math.min(bottom, map.height - EDGE - CORNER + headAbove(reach)),
  ];
  switch (side) {
    case 'above':
      return { x: [left, right], y: [top + down, bottom] };
    case 'below':
      return { x: [left, right], y: [top, bottom - down] };
    case 'right':
      return { x: [left, map.width - reach.beside - across], y: pointed };
    case 'left':
      return { x: [reach.beside + across, right], y: pointed };
  }
}

function shiftInto({ x, y }: Point, room: { x: Range; y: Range }): Point {
  const isNone = room.x[0] > room.x[1] || room.y[0] > room.y[1];
  return isNone ? { x: Infinity, y: Infinity } : { x: clamp(x, room.x) - x, y: clamp(y, room.y) - y };
}

function placedOn(
  side: Side,
  at: Point,
  reach: Reach,
  popup: PixelSize,
  map: PixelSize,
): Omit<Placement, 'shift'> {
  const head = { x: at.x, y: at.y - headAbove(reach) };
  const wanted = {
    above: { x: head.x - popup.width / 2, y: at.y - reach.above - DISTANCE - popup.height },
    below: { x: head.x - popup.width / 2, y: at.y + reach.below + DISTANCE },
    right: { x: head.x + reach.beside + DISTANCE, y: head.y - popup.height / 2 },
    left: { x: head.x - reach.beside - DISTANCE - popup.width, y: head.y - popup.height / 2 },
  }[side];
  const left = clamp(wanted.x, [EDGE, map.width - EDGE - popup.width]);
  const top = clamp(wanted.y, [EDGE, map.height - EDGE - popup.height]);
  const x = clamp(head.x, [left + CORNER, left + popup.width - CORNER]);
  const y = clamp(head.y, [top + CORNER, top + popup.height - CORNER]);
  const tip = {
    above: { x, y: top + popup.height + POINTER },
    below: { x, y: top - POINTER },
    right: { x: left - POINTER, y },
    left: { x: left + popup.width + POINTER, y },
  }[side];
  return { side, left, top, tip };
}

/**
 * R17: where a popup goes that never covers its marker: to the first side of it that has room for it, else to the one that is had by
 * moving the marker least; always inside the map.
 * @param reach how far the marker reaches from its position
 */
export function placeBeside(at: Point, reach: Reach, popup: PixelSize, map: PixelSize): Placement {
  const [nearest] = SIDES.map(side => ({ side, shift: shiftInto(at, roomOn(side, reach, popup, map)) })).sort(
    (one, other) => Math.hypot(one.shift.x, one.shift.y) - Math.hypot(other.shift.x, other.shift.y),
  );
  return { ...placedOn(nearest!.side, at, reach, popup, map), shift: nearest!.shift };
}

/** How high a popup of a width may be to stand beside its marker somewhere on the map, in whole pixels. */
export function highestBeside(reach: Reach, width: number, map: PixelSize): number {
  const besides = EDGE + width + DISTANCE + reach.beside + Math.max(reach.beside, EDGE + CORNER);
  if (besides <= map.width) return map.height - 2 * EDGE;
  return Math.floor(map.height - EDGE - DISTANCE - reach.above - reach.below);
}
