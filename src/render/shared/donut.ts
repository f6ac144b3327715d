/** The angle of a slice in radians, from twelve o'clock clockwise. */
export interface DonutAngle {
  index: number;
  start: number;
  end: number;
}

/** The smallest angle of a slice: one fault among ten thousand must be seen. */
export const MINIMUM_ANGLE = 0.3;

const TURN = 2 * Math.PI;

/**
 * The share of the turn that each value gets: proportional, but none that is above zero less than the minimum angle;
 * the others give way in proportion, so the sum stays.
 */
function shareOut(values: readonly number[], least: number): number[] {
  const isSet = values.map(value => value <= 0);
  const minimum = Math.min(least, TURN / isSet.filter(isNone => !isNone).length);
  const angles = values.map(() => 0);
  let rest = values.reduce((sum, value) => sum + value, 0);
  let room = TURN;
  for (;;) {
    let narrow = -1;
    for (let index = 0; index < values.length; index++) {
      if (isSet[index]) continue;
      angles[index] = (values[index]! / rest) * room;
      if (angles[index]! < minimum) narrow = index;
    }
    if (narrow < 0) return angles;
    isSet[narrow] = true;
    angles[narrow] = minimum;
    rest -= values[narrow]!;
    room -= minimum;
  }
}

/**
 * The slices of values in their given order; values of zero get none (R22).
 * @param least the smallest angle of a slice in radians
 */
export function donutAngles(values: readonly number[], least = MINIMUM_ANGLE): DonutAngle[] {
  const slices: DonutAngle[] = [];
  let end = 0;
  shareOut(values, least).forEach((angle, index) => {
    if (angle > 0) slices.push({ index, start: end, end: (end += angle) });
  });
  return slices;
}

/** As exact as a drawing in pixels needs: shorter paths. */
function toHundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

function pointAt(radius: number, angle: number): string {
  return `${toHundredths(radius * Math.sin(angle))},${toHundredths(-radius * Math.cos(angle))}`;
}

function arcTo(radius: number, from: number, to: number): string {
  const isLarge = Math.abs(to - from) > Math.PI ? 1 : 0;
  return `A${toHundredths(radius)},${toHundredths(radius)},0,${isLarge},${to > from ? 1 : 0},${pointAt(radius, to)}`;
}

/** A whole circle, in two halves: an arc cannot end where it began. */
function circle(radius: number, turn: number): string {
  return `M${pointAt(radius, 0)}${arcTo(radius, 0, turn / 2)}${arcTo(radius, turn / 2, turn)}Z`;
}

/** The outline of a slice between two radii around (0, 0), as an SVG path. */
export function slicePath({ start, end }: DonutAngle, outer: number, inner: number): string {
  // A hole goes round the other way.
  if (end - start > TURN - 1e-6) return circle(outer, TURN) + circle(inner, -TURN);
  const outside = `M${pointAt(outer, start)}${arcTo(outer, start, end)}`;
  return `${outside}L${pointAt(inner, end)}${arcTo(inner, end, start)}Z`;
}
