import { advanceClock, readClock, startClock } from '../model/clock.js';
import type { NetworkClock } from '../model/clock.js';
import type { NetworkChange } from '../model/records.js';
import { epochOf } from '../model/time.js';

/** The network's clock: starts with each snapshot, and is moved forward by newer changes. */
export class ProviderClock {
  /** When the newest data was true: epoch milliseconds. */
  asOf?: number;
  private clock: NetworkClock = startClock(undefined, 0);

  /** @param pageNow the page's clock in epoch milliseconds */
  constructor(readonly pageNow: () => number) {}

  now(): number {
    return readClock(this.clock, this.pageNow());
  }

  /** A snapshot is loaded. */
  start(asOf: number | undefined): void {
    const pageNow = this.pageNow();
    this.clock = startClock(asOf, pageNow);
    this.asOf = asOf ?? pageNow;
  }

  /** Changes have come. */
  advance(changes: readonly NetworkChange[]): void {
    const pageNow = this.pageNow();
    for (const change of changes) {
      const at = change?.asOf == null ? this.now() : epochOf(change.asOf);
      if (Number.isNaN(at)) continue;
      this.clock = advanceClock(this.clock, at, pageNow);
      this.asOf = Math.max(this.asOf ?? at, at);
    }
  }
}
