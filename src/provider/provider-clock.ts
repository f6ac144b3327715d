import { advanceClock, jumpClock, MOST_AHEAD, readClock, startClock } from '../model/clock.js';
import type { NetworkClock } from '../model/clock.js';
import { isMoment } from '../model/time.js';
import type { DataProvider } from './data-provider.js';
import { pageTime } from './page-clock.js';
import type { PageTime } from './page-clock.js';

/**
 * The network's clock: starts with the first snapshot, runs on by the page's monotonic clock, and is moved forward by newer
 * snapshots and changes.
 */
export class ProviderClock {
  /** When the newest data was true: epoch milliseconds. */
  asOf?: number;
  private clock?: NetworkClock;
  /** The newest `asOf` of all data, and of changes alone. */
  private newest = -Infinity;
  private newestChange = -Infinity;
  private jumped: number;

  /** @param onSetBack called where the clock went back, since a jump of the page's wall clock was no sleep */
  constructor(
    private readonly readPage: () => PageTime = pageTime,
    private readonly onSetBack: () => void = () => undefined,
  ) {
    this.jumped = readPage().jumped;
  }

  /** The network's `now`; before the first snapshot it is the page's wall clock. */
  now(): number {
    return this.nowAt(this.pageTime());
  }

  /** A moment of the page, of which `at` tells later what the clock showed then. */
  mark(): number {
    const { monotonic, jumped } = this.pageTime();
    return monotonic + jumped;
  }

  /** What the clock, as it goes now, showed at a moment of the page: before the first snapshot it did not go yet. */
  at(mark: number): number {
    const passed = this.mark() - mark;
    return this.now() - passed;
  }

  /** A snapshot is loaded. One without an `asOf` is true now. Returns the network's `now`. */
  commit(asOf: number | undefined): number {
    const time = this.pageTime();
    if (asOf === undefined) this.clock ??= startClock(time.wall, time.monotonic);
    else this.follow(asOf, time);
    // Changes that are newer than the snapshot still hold.
    const now = this.nowAt(time);
    this.asOf = Math.max(asOf ?? now, this.newestChange);
    return now;
  }

  /** What changes said is lost: all is as old as the next snapshot, until they come again. */
  loseChanges(): void {
    this.newestChange = -Infinity;
  }

  /**
   * Changes have come.
   * @param moments when each was true; undefined is now, and one that is absurd, or none, is not followed
   */
  advance(moments: readonly (number | undefined)[]): void {
    const time = this.pageTime();
    for (const moment of moments) {
      const now = this.nowAt(time);
      const asOf = moment ?? now;
      if (!(asOf <= now + MOST_AHEAD)) continue;
      this.asOf = Math.max(this.asOf ?? asOf, asOf);
      if (moment === undefined) continue;
      this.follow(asOf, time);
      this.newestChange = Math.max(this.newestChange, asOf);
    }
  }

  private nowAt({ monotonic, wall }: PageTime): number {
    return this.clock ? readClock(this.clock, monotonic) : wall;
  }

  private follow(asOf: number, { monotonic }: PageTime): void {
    const before = this.clock;
    if (!before) this.clock = startClock(asOf, monotonic);
    else if (asOf > this.newest) this.clock = advanceClock(before, asOf, monotonic);
    this.newest = Math.max(this.newest, asOf);
    if (before && this.clock!.offset < before.offset) this.onSetBack();
  }

  private pageTime(): PageTime {
    const time = this.readPage();
    const jump = time.jumped - this.jumped;
    this.jumped = time.jumped;
    if (jump > 0 && this.clock) this.clock = jumpClock(this.clock, jump);
    return time;
  }
}

const clocks = new WeakMap<DataProvider, ProviderClock>();

/**
 * The network's `now` in epoch milliseconds, for ages: the provider's own clock, else the page's, started at the first
 * `state.asOf` that was seen and moved forward by newer ones.
 */
export function nowOf(provider: DataProvider): number {
  if (provider.now) return provider.now();
  let clock = clocks.get(provider);
  if (!clock) clocks.set(provider, (clock = new ProviderClock()));
  const { asOf } = provider.state;
  return isMoment(asOf) ? clock.commit(asOf) : clock.now();
}
