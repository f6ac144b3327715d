import type { Dimension, StatusCounts, TrendPoint } from '../../src/model/records.js';
import { MINUTE } from '../../src/model/time.js';
import { AS_OF } from './controllable-provider.js';

/** A trend whose last point is of the moment of a controllable provider's data: how many there were these minutes ago. */
export function trendOf(
  dimension: Dimension,
  ...numbers: [minutesAgo: number, counts: Partial<StatusCounts>][]
): TrendPoint[] {
  return numbers.map(([minutesAgo, counts]) => ({
    at: AS_OF - minutesAgo * MINUTE,
    counts: { [dimension]: counts },
  }));
}

/** A day's trend at steps of 5 minutes, in which a tenth of each number rises and falls. */
export function dayOf(dimension: Dimension, counts: StatusCounts): TrendPoint[] {
  const steps = 24 * 12;
  const at = (count: number, step: number) => Math.round(count * (1 - Math.abs(Math.sin(step / 40)) / 10));
  return trendOf(
    dimension,
    ...Array.from({ length: steps + 1 }, (_, index): [number, StatusCounts] => [
      (steps - index) * 5,
      Object.fromEntries(Object.entries(counts).map(([status, count]) => [status, at(count, steps - index)])),
    ]),
  );
}
