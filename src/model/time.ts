export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The longest that a timer of the platform can wait, in milliseconds: nearly 25 days. */
export const LONGEST_TIMEOUT = 2 ** 31 - 1;

const YEAR_10000 = Date.UTC(10_000, 0);

/** Whether there is a moment of the years 1970 to 9999, in epoch milliseconds: no other is meant, and not every other can be formatted. */
export function isMoment(epoch: number | undefined): epoch is number {
  return epoch !== undefined && epoch >= 0 && epoch < YEAR_10000;
}

/** A moment in epoch milliseconds; undefined in place of NaN, where there is none. */
export function orNothing(moment: number): number | undefined {
  return Number.isNaN(moment) ? undefined : moment;
}
