import type { Derivation } from './derivation.js';
import type { Store } from './store/store.js';

/** When a station's troubles were seen to begin: epoch milliseconds, NaN where that was not seen; undefined where it is not in them. */
export interface SeenTroubles {
  offline?: number;
  fault?: number;
}

/** Remembers since when stations are offline and faulted, through changes and reloads (R27). */
export class Troubles {
  constructor(
    private readonly store: Store,
    private readonly derivation: Derivation,
  ) {}

  seen(station: number): SeenTroubles {
    const { derivation } = this;
    const { offlineSeenAt, faultSeenAt } = this.store.stations;
    return {
      offline: derivation.isOffline(station) ? offlineSeenAt.get(station) : undefined,
      fault: derivation.isFaulted(station) ? faultSeenAt.get(station) : undefined,
    };
  }

  /**
   * What it was in before goes on; what began was seen to by now. What was stated of one that it is not in is dropped.
   * @param before undefined where nothing was known of the station
   */
  continue(station: number, before: SeenTroubles | undefined, now: number): void {
    const { derivation } = this;
    const { faultedSince, faultSeenAt, offlineSince, offlineSeenAt } = this.store.stations;
    // The clock may have been ahead of this one: see model/clock.ts.
    const goOn = (since: number | undefined) => (before ? Math.min(since ?? now, now) : NaN);
    const isOffline = derivation.isOffline(station);
    // That heartbeats are missed is a moment of its own, which is not seen.
    const isSeen = before?.offline !== undefined || derivation.isStatedOffline(station);
    offlineSeenAt.set(station, isOffline && isSeen ? goOn(before?.offline) : NaN);
    if (!isOffline) offlineSince.set(station, undefined);
    const isFaulted = derivation.isFaulted(station);
    faultSeenAt.set(station, isFaulted ? goOn(before?.fault) : NaN);
    if (!isFaulted) faultedSince.set(station, undefined);
  }
}
