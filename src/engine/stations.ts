import { COUNTED_AT, Difference } from './counts/contribution.js';
import type { Scopes } from './counts/scopes.js';
import { Deadlines } from './deadlines.js';
import type { Derivation } from './derivation.js';
import type { Store } from './store/store.js';
import { NONE } from './store/tables.js';
import type { Trends } from './trends.js';

/** Keeps what follows from the stations' records up to date: their statuses, when time next changes them, and all counts. */
export class Stations {
  /** Grows with every change of an answer. */
  version = 0;
  private readonly deadlines = new Deadlines();
  private readonly scratch: Difference;

  /** @param now the network's clock: epoch milliseconds */
  constructor(
    private readonly store: Store,
    private readonly derivation: Derivation,
    private readonly scopes: Scopes,
    private readonly trends: Trends,
    public now: number,
  ) {
    this.scratch = new Difference(scopes.width);
  }

  /** The earliest moment at which time alone may change an answer: epoch milliseconds, Infinity for never. */
  get nextDeadline(): number {
    return this.deadlines.next;
  }

  /** Derives all that follows from a station's record. */
  derive(station: number): void {
    this.derivation.readReports(station);
    this.deadlines.set(station, this.derivation.readTime(station, this.now));
  }

  /** Derives a station and lets its location count it, before anything else is counted. */
  load(station: number): void {
    this.derive(station);
    const { locations, stations } = this.store;
    if (this.store.isProduction(station)) locations.counted.add(stations.location.get(station), 1);
  }

  /** Derives a station that is not counted, and counts it. */
  add(station: number): void {
    this.derive(station);
    this.scratch.clear();
    this.scratch.contribute(this.store, station, 1);
    this.count(station);
  }

  /** Derives a station anew after a change of its record, and counts the difference. */
  change(station: number, write: () => void): void {
    const { scratch, store } = this;
    scratch.clear();
    scratch.contribute(store, station, -1);
    write();
    this.derive(station);
    scratch.contribute(store, station, 1);
    const counted = scratch.values[COUNTED_AT]!;
    this.count(station);
    this.version++;
    // The first station that counts at its location, or the last that did.
    const atLocation = store.locations.counted.get(store.stations.location.get(station));
    if (counted !== 0 && atLocation === Math.max(0, counted)) this.scopes.outdateMaps();
  }

  /** Takes a station out of the counts, until it is added again. */
  discount(station: number): void {
    this.scratch.clear();
    this.scratch.contribute(this.store, station, -1);
    this.count(station);
  }

  /** Takes a station out of the counts and the store. */
  remove(station: number): void {
    this.discount(station);
    this.store.removeStation(station);
    this.version++;
  }

  /** Moves exactly the stations whose time has come (R10). A clock that goes back is held. */
  tick(now: number): void {
    if (!(now > this.now)) return;
    const { trends } = this;
    // After a sleep of the machine many steps are past: each gets what time alone had changed by then.
    if (trends.next < now) {
      trends.skipTo(now);
      do {
        this.follow(trends.next);
        trends.write();
      } while (trends.next < now);
    }
    this.follow(now);
    this.scopes.flush();
  }

  private follow(now: number): void {
    this.now = now;
    const { derivation, scratch, store } = this;
    this.deadlines.take(now, station => {
      if (store.stations.location.get(station) === NONE) return Infinity;
      const before = derivation.timedStatuses(station);
      scratch.clear();
      scratch.contribute(store, station, -1);
      const due = derivation.readTime(station, now);
      scratch.contribute(store, station, 1);
      this.count(station);
      if (derivation.timedStatuses(station) !== before) this.version++;
      return due;
    });
  }

  /** All is loaded: the clock begins, which may be behind the one that it was loaded by, if that was found to be ahead meanwhile. */
  begin(now: number): void {
    if (now >= this.now) {
      this.tick(now);
      return;
    }
    this.now = now;
    for (let station = 0; station < this.store.stations.rows.end; station++) this.derive(station);
  }

  /** Sets the clock back: what was derived as of a later moment is derived anew. Nothing was heard of later than now. */
  rewind(now: number): void {
    this.now = now;
    this.trends.rewind(now);
    const { faultSeenAt, lastMessageAt, location, offlineSeenAt, rows } = this.store.stations;
    for (let station = 0; station < rows.end; station++) {
      if (location.get(station) === NONE) continue;
      this.change(station, () => {
        for (const moment of [lastMessageAt, offlineSeenAt, faultSeenAt])
          if (moment.get(station) > now) moment.set(station, now);
      });
    }
    this.scopes.flush();
  }

  /** Adds the difference that a station makes to all counts. */
  private count(station: number): void {
    const { scratch, store } = this;
    scratch.settle();
    if (scratch.size === 0) return;
    const location = store.stations.location.get(station);
    const counted = scratch.values[COUNTED_AT]!;
    if (counted !== 0) store.locations.counted.add(location, counted);
    this.scopes.add(location, scratch);
  }
}
