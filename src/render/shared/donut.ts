import { pie } from 'd3-shape';

/** The angle of a slice in radians, from twelve o'clock clockwise. */
export interface DonutAngle {
  index: number;
  start: number;
  end: number;
}

/** The smallest angle of a slice: one fault among ten thousand must be seen. */
export const MINIMUM_ANGLE = 0.3;

const inGivenOrder = pie().sort(null);

/**
 * The values, those of a smaller share raised to that share of the sum; zeros stay. With `raised` of them equal to the
 * floor and the `rest` as they are, `floor = share * (raised * floor + rest)`.
 */
function withLeastShare(values: readonly number[], leastShare: number): number[] {
  const ascending = values.filter(value => value > 0).sort((one, other) => one - other);
  const share = Math.min(leastShare, 1 / ascending.length);
  let rest = ascending.reduce((sum, value) => sum + value, 0);
  let floor = 0;
  for (const [raised, value] of ascending.entries()) {
    floor = (share * rest) / (1 - raised * share);
    if (value >= floor) break;
    rest -= value;
  }
  return values.map(value => (value > 0 ? Math.max(value, floor) : 0));
}

/**
 * The slices of values in their given order, which fill the whole turn; values of zero get none (R22).
 * @param least the smallest angle of a slice in radians; all are equal where there is no room for it
 */
export function donutAngles(values: readonly number[], least = MINIMUM_ANGLE): DonutAngle[] {
  return inGivenOrder(withLeastShare(values, least / (2 * Math.PI)))
    .filter(({ value }) => value > 0)
    .map(({ index, startAngle, endAngle }) => ({ index, start: startAngle, end: endAngle }));
}
