/**
 * The network's clock: starts at the snapshot's `asOf` and runs on by the page's monotonic clock, so that ages are right
 * on a page whose clock is wrong. Plain data; every moment is epoch milliseconds.
 */
export interface NetworkClock {
  /** What is added to the page's clock. */
  readonly offset: number;
}

/** A clock for a snapshot that was true at `asOf`; without one it is the page's clock. */
export function startClock(asOf: number | undefined, pageNow: number): NetworkClock {
  return { offset: asOf === undefined ? 0 : asOf - pageNow };
}

/** A newer `asOf` moves the clock forward, never back. */
export function advanceClock(clock: NetworkClock, asOf: number | undefined, pageNow: number): NetworkClock {
  return asOf !== undefined && asOf > readClock(clock, pageNow) ? startClock(asOf, pageNow) : clock;
}

/** The network's `now`. */
export function readClock(clock: NetworkClock, pageNow: number): number {
  return pageNow + clock.offset;
}
