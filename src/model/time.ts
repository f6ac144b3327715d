export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The longest that a timer of the platform can wait, in milliseconds: nearly 25 days. */
export const LONGEST_TIMEOUT = 2 ** 31 - 1;

const YEAR_10000 = Date.UTC(10_000, 0);

/** Moments of 2001 to 2286 are these numbers of seconds, which in milliseconds are of early 1970: they are seconds, given by mistake. */
const SECONDS = { from: 1e9, to: 1e10 };

/** Whether there is a moment of the years 1970 to 9999, in epoch milliseconds: no other is meant, and not every other can be formatted. */
export function isMoment(epoch: number | undefined): epoch is number {
  if (epoch === undefined || !(epoch >= 0 && epoch < YEAR_10000)) return false;
  return epoch < SECONDS.from || epoch >= SECONDS.to;
}

/** A moment in epoch milliseconds; undefined in place of NaN, where there is none. */
export function orNothing(moment: number): number | undefined {
  return Number.isNaN(moment) ? undefined : moment;
}
