import { DAY, MINUTE } from './time.js';

/**
 * The network's clock: starts at the first snapshot's `asOf` and runs on by the page's monotonic clock, so that ages are right
 * on a page whose clock is wrong. Plain data; every moment is epoch milliseconds.
 */
export interface NetworkClock {
  /** What is added to the page's monotonic clock. */
  readonly offset: number;
  /** That the wall clock jumped ahead of it, until newer data tells why. */
  readonly jump?: ClockJump;
}

/** How far the wall clock jumped ahead of the monotonic one, and the first newer data that says the jump was no sleep. */
export interface ClockJump {
  readonly by: number;
  readonly against?: { readonly asOf: number; readonly pageNow: number };
}

/** How far ahead of the network's clock a moment of a change may be; what is further is a mistake, and would age all stations at once. */
export const MOST_AHEAD = DAY;

/** How long newer data must say that a jump was no sleep. */
const CERTAIN_AFTER = MINUTE;

/** Data that keeps up with time: it is newer by what passed, give or take this factor. Data that is caught up on comes faster. */
const KEEPS_UP = 2;

/** A clock that starts at `asOf`. */
export function startClock(asOf: number, pageNow: number): NetworkClock {
  return { offset: asOf - pageNow };
}

/**
 * The wall clock jumped ahead of the monotonic one. The machine slept, in which monotonic clocks may stand still, or somebody set
 * the wall clock: no clock of a page tells which. It counts as a sleep, since old data must not look fresh, until newer data tells.
 */
export function jumpClock(clock: NetworkClock, by: number): NetworkClock {
  return { offset: clock.offset + by, jump: { by: by + (clock.jump?.by ?? 0) } };
}

/**
 * Follows data that is newer than all before: moves the clock forward to its `asOf`, never back. Only a jump that was no sleep is
 * taken back: for a minute, data that keeps up with time was nearer to the clock without it.
 */
export function advanceClock(clock: NetworkClock, asOf: number, pageNow: number): NetworkClock {
  const behind = readClock(clock, pageNow) - asOf;
  if (behind <= 0) return startClock(asOf, pageNow);
  const { offset, jump } = clock;
  if (!jump) return clock;
  if (behind < jump.by / 2) return { offset };
  if (!jump.against) return { offset, jump: { by: jump.by, against: { asOf, pageNow } } };
  const passed = pageNow - jump.against.pageNow;
  if (passed < CERTAIN_AFTER) return clock;
  const newer = asOf - jump.against.asOf;
  if (newer > passed * KEEPS_UP || newer < passed / KEEPS_UP)
    return { offset, jump: { by: jump.by, against: { asOf, pageNow } } };
  return { offset: Math.max(offset - jump.by, asOf - pageNow) };
}

/** The network's `now`. */
export function readClock(clock: NetworkClock, pageNow: number): number {
  return pageNow + clock.offset;
}
