import type { Derivation } from './derivation.js';
import type { Store } from './store/store.js';

/** Since when a station is faulted: epoch milliseconds, NaN where that was not seen; undefined where it is not. */
export type Fault = { since: number } | undefined;

/** Remembers since when stations are faulted, through changes and reloads. */
export class Faults {
  constructor(
    private readonly store: Store,
    private readonly derivation: Derivation,
  ) {}

  of(station: number): Fault {
    return this.derivation.isFaulted(station)
      ? { since: this.store.stations.faultedSince.get(station) }
      : undefined;
  }

  /** A fault that was there before goes on; another began by now. */
  continue(station: number, before: Fault, now: number): void {
    const { faultedSince } = this.store.stations;
    if (!this.derivation.isFaulted(station)) faultedSince.set(station, NaN);
    else faultedSince.set(station, before ? before.since : now);
  }
}
