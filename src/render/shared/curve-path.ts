import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';

import { DAY } from '../../model/time.js';
import type { PastNumber } from '../../model/trend.js';
import { HEIGHT, WIDTH } from './trend-curve.js';

/** Room for the stroke. */
const MARGIN = 2;

/** The least that the height stands for: so many, and this share of the largest number. A change of 1 in 20,000 is no cliff. */
const LEAST_NUMBER = 4;
const LEAST_SHARE = 0.02;

/** Lowest and highest number that the height stands for: those that there are, in the middle where they are near each other. */
function heightOf(numbers: readonly PastNumber[]): [lowest: number, highest: number] {
  const values = numbers.map(({ number }) => number);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const missing = Math.max(LEAST_NUMBER, LEAST_SHARE * most) - (most - least);
  if (missing <= 0) return [least, most];
  const lowest = Math.max(0, least - missing / 2);
  return [lowest, most + missing - (least - lowest)];
}

/**
 * R28: the numbers of the 24 hours before `now` as a path of SVG, in a box of 100 by 20 whose right edge is now; undefined of
 * fewer than two, which are no curve.
 * @param numbers oldest first
 * @param now epoch milliseconds
 */
export function curvePath(numbers: readonly PastNumber[], now: number): string | undefined {
  if (numbers.length < 2) return undefined;
  const x = scaleLinear([now - DAY, now], [MARGIN, WIDTH - MARGIN]);
  const y = scaleLinear(heightOf(numbers), [HEIGHT - MARGIN, MARGIN]);
  const path = line<PastNumber>(
    ({ at }) => x(at),
    ({ number }) => y(number),
  ).digits(1);
  return path(numbers) ?? undefined;
}
