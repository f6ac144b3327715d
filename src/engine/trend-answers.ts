import type { Dimension, Scope, StatusCounts, TrendPoint } from '../model/records.js';
import { DAY } from '../model/time.js';
import { TREND_STEP } from '../model/trend.js';
import type { CountRing } from './counts/count-ring.js';
import { partOf } from './counts/row-parts.js';
import type { DimensionPart } from './counts/row-parts.js';
import type { Network } from './network.js';

/** What is known of the counts at a step, by the sum of rings. */
function countsAt(rings: readonly CountRing[], step: number, { at, statuses }: DimensionPart): StatusCounts {
  const counts: StatusCounts = {};
  statuses.forEach((status, index) => {
    let sum = 0;
    for (const ring of rings) {
      const count = ring.get(step, at + index);
      if (count === undefined) return;
      sum += count;
    }
    counts[status] = sum;
  });
  return counts;
}

/**
 * How many were in each status of a dimension at the steps of the last 24 hours, of which that is known, oldest first (R28).
 * @param from the earliest moment that is asked for: epoch milliseconds
 */
export function answerTrend(
  { now, parts, trends }: Network,
  dimension: Dimension,
  { from = -Infinity, scope }: { from?: number; scope?: Scope } = {},
): TrendPoint[] {
  const part = partOf(parts, dimension);
  if (typeof from !== 'number' || Number.isNaN(from))
    throw new RangeError(`from is ${String(from)}; expected epoch milliseconds.`);
  const rings = trends.ringsOf(scope);
  const points: TrendPoint[] = [];
  if (rings.length === 0) return points;
  for (let step = Math.ceil(Math.max(from, now - DAY) / TREND_STEP); step * TREND_STEP < now; step++) {
    const counts = countsAt(rings, step, part);
    if (Object.keys(counts).length > 0)
      points.push({ at: step * TREND_STEP, counts: { [dimension]: counts } });
  }
  return points;
}
