import type { DonutAngle } from '../shared/donut.js';

/** Width and height, in the drawing's own units. */
export interface Size {
  width: number;
  height: number;
}

/** The middle of a label. */
export interface LabelPlace {
  x: number;
  y: number;
  /** Outside the ring. */
  isBeside: boolean;
}

/** A ring around (0, 0), and half the side of the square that it is drawn in. */
export interface Ring {
  inner: number;
  outer: number;
  box: number;
}

/** Room that a label keeps from the edges around it. */
const MARGIN = 2;
/** Room between two labels, so that they do not read as one number. */
const APART = 8;
/** How far apart the angles are that are tried for a label. */
const STEP = 0.04;

/** The angles of a slice, its middle first, then ever further from it. */
function anglesFromMiddle({ start, end }: DonutAngle): number[] {
  const middle = (start + end) / 2;
  const steps = Math.floor((end - start) / 2 / STEP);
  return [
    middle,
    ...Array.from({ length: 2 * steps }, (_, n) => middle + (n % 2 ? -1 : 1) * STEP * (1 + (n >> 1))),
  ];
}

const at = (angle: number, radius: number) => ({ x: radius * Math.sin(angle), y: -radius * Math.cos(angle) });

/** Whether a label stays within a slice: within both circles, and on its own side of both straight edges. */
function isWithin(
  { x, y }: { x: number; y: number },
  size: Size,
  { start, end }: DonutAngle,
  ring: Ring,
): boolean {
  const [halfWidth, halfHeight] = [size.width / 2, size.height / 2];
  const nearest = Math.hypot(Math.max(0, Math.abs(x) - halfWidth), Math.max(0, Math.abs(y) - halfHeight));
  const furthest = Math.hypot(Math.abs(x) + halfWidth, Math.abs(y) + halfHeight);
  if (nearest < ring.inner + MARGIN || furthest > ring.outer - MARGIN) return false;
  // Whether the label is clear of the line through (0, 0) at an angle; `side` is 1 where the slice follows the line.
  const isClear = (angle: number, side: 1 | -1) => {
    const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
    return side * (x * cos + y * sin) - Math.abs(cos) * halfWidth - Math.abs(sin) * halfHeight >= MARGIN;
  };
  if (end - start > Math.PI) {
    // What the slice leaves open is a wedge of less than half a turn: the label is beside it, or on the far side of (0, 0).
    const isWhole = end - start > 2 * Math.PI - 1e-6;
    return isWhole || isClear(start, 1) || isClear(end, -1) || isClear((start + end - Math.PI) / 2, 1);
  }
  return isClear(start, 1) && isClear(end, -1);
}

function overlaps(one: LabelPlace & Size, other: LabelPlace & Size): boolean {
  return (
    Math.abs(one.x - other.x) < (one.width + other.width) / 2 + APART &&
    Math.abs(one.y - other.y) < (one.height + other.height) / 2 + MARGIN
  );
}

/** Just outside the ring, where the drawing has room for it. */
function placeOutside(angle: number, size: Size, { outer, box }: Ring): LabelPlace | undefined {
  const reach = (Math.abs(Math.sin(angle)) * size.width + Math.abs(Math.cos(angle)) * size.height) / 2;
  const { x, y } = at(angle, outer + MARGIN + reach);
  const isInBox = Math.abs(x) + size.width / 2 <= box && Math.abs(y) + size.height / 2 <= box;
  return isInBox ? { x, y, isBeside: true } : undefined;
}

/**
 * Where each slice's label stands: in the slice, as near to its middle as it fits; else beside it; nowhere where it would
 * reach into another.
 * @param sizes the size of each slice's label, as measured
 */
export function labelPlaces(
  angles: readonly DonutAngle[],
  sizes: readonly Size[],
  ring: Ring,
): (LabelPlace | undefined)[] {
  const beside: (LabelPlace & Size)[] = [];
  return angles.map((slice, index) => {
    const size = sizes[index]!;
    const tried = anglesFromMiddle(slice);
    const inside = tried
      .map(angle => at(angle, (ring.inner + ring.outer) / 2))
      .find(place => isWithin(place, size, slice, ring));
    if (inside) return { ...inside, isBeside: false };
    for (const angle of tried) {
      const place = placeOutside(angle, size, ring);
      if (!place || beside.some(other => overlaps({ ...place, ...size }, other))) continue;
      beside.push({ ...place, ...size });
      return place;
    }
    return undefined;
  });
}
