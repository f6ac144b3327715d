import { epochOf } from './instant.js';
import type { Dimension, TrendPoint } from './records.js';
import { DAY, HOUR, MINUTE } from './time.js';

/** How far apart the points of a trend are, in milliseconds (R28). */
export const TREND_STEP = 5 * MINUTE;

/** A point is taken for a moment where it is no older than this before it: one step may have been missed. */
const OLDEST_BEFORE = 2 * TREND_STEP;

/** How many there were at a moment, in epoch milliseconds. */
export interface PastNumber {
  at: number;
  number: number;
}

/** How many there were before (R28); what the trend does not reach back to is absent. */
export interface Past {
  hourAgo?: number;
  dayAgo?: number;
  /** Of the last 24 hours, oldest first. */
  numbers: PastNumber[];
}

/** How a number changed (R28); undefined where it is not known how many there were. */
export interface Change {
  hour?: number;
  day?: number;
}

/** The numbers of some statuses together, oldest first; points at which one of them is not known are left out. */
function numbersOf(
  trend: readonly TrendPoint[],
  dimension: Dimension,
  statuses: readonly string[],
): PastNumber[] {
  return trend
    .map(({ at, counts }) => {
      const known = counts[dimension] ?? {};
      return {
        at: epochOf(at),
        number: statuses.reduce((sum, status) => sum + (known[status] ?? NaN), 0),
      };
    })
    .filter(({ at, number }) => !Number.isNaN(at) && !Number.isNaN(number));
}

/** The newest number of those at a moment or up to two steps before it, else the first up to a step after it: a day of steps begins there. */
function numberAt(numbers: readonly PastNumber[], moment: number): number | undefined {
  const before = numbers.findLast(({ at }) => at <= moment && moment - at <= OLDEST_BEFORE);
  const after = numbers.find(({ at }) => at > moment && at - moment < TREND_STEP);
  return (before ?? after)?.number;
}

/**
 * R28: how many were in a status, or in several together, an hour ago, a day ago and in between.
 * @param trend oldest first
 * @param now epoch milliseconds
 */
export function pastOf(
  trend: readonly TrendPoint[],
  dimension: Dimension,
  statuses: readonly string[],
  now: number,
): Past {
  const numbers = numbersOf(trend, dimension, statuses);
  return {
    hourAgo: numberAt(numbers, now - HOUR),
    dayAgo: numberAt(numbers, now - DAY),
    numbers: numbers.filter(({ at }) => at >= now - DAY && at <= now),
  };
}

/** R28: how the number of now differs from those of an hour and a day ago. */
export function changeSince({ hourAgo, dayAgo }: Past, number: number): Change {
  return {
    hour: hourAgo === undefined ? undefined : number - hourAgo,
    day: dayAgo === undefined ? undefined : number - dayAgo,
  };
}
