import { lastMessageStatuses } from '../model/last-message.js';
import { isFields } from '../model/fields.js';
import type { Fields } from '../model/fields.js';
import { epochOf } from '../model/time.js';
import type { Instant, NetworkChange } from '../model/records.js';
import { contributionWidth, COUNTED_AT, Difference } from './counts/contribution.js';
import { Deadlines } from './deadlines.js';
import { Derivation } from './derivation.js';
import type { Rules } from './derivation.js';
import { ProblemLog } from './store/problem-log.js';
import { INSTANT, RecordReader } from './store/record-reader.js';
import { Scopes } from './counts/scopes.js';
import { Store } from './store/store.js';
import { NONE } from './store/tables.js';

/** Since when a station is faulted: epoch milliseconds, NaN where that was not seen; undefined where it is not. */
type Fault = { since: number } | undefined;

/**
 * A network of stations as columns and counts: it loads locations, takes changes, and follows time. What it costs to
 * change is what changes: a station's difference is added to the counts that hold it, and nothing else is looked at.
 */
export class Network {
  readonly store = new Store();
  readonly derivation: Derivation;
  readonly scopes: Scopes;
  readonly problems = new ProblemLog();
  /** Grows with every change of an answer. */
  version = 0;
  readonly lastMessageStatuses: readonly string[];
  private readonly deadlines = new Deadlines();
  private readonly reader = new RecordReader(this.problems);
  /** That of the change in hand. */
  private readonly difference: Difference;
  private now = -Infinity;

  /** @param now the network's clock: epoch milliseconds */
  constructor(rules: Rules, now: number) {
    this.lastMessageStatuses = lastMessageStatuses(rules.lastMessageBuckets);
    this.derivation = new Derivation(this.store, rules);
    const width = contributionWidth(this.lastMessageStatuses.length);
    this.difference = new Difference(width);
    this.now = now;
    this.scopes = new Scopes(this, width);
  }

  /** The earliest moment at which time alone may change an answer: epoch milliseconds, Infinity for never. */
  get nextDeadline(): number {
    return this.deadlines.next;
  }

  /**
   * Loads locations, all at once or part by part, before anything is asked; what cannot be read is noted in `problems`.
   * @param from where the first of them stands in the snapshot's list
   */
  load(locations: readonly unknown[], from = 0): void {
    this.reader.eachOf('locations', locations, from, record => {
      this.loadLocation(record);
    });
  }

  /** Takes in what its store was filled with as a whole, before anything is asked. */
  takeStore(): void {
    const { stations, locations } = this.store;
    for (let station = 0; station < stations.rows.end; station++) {
      if (stations.location.get(station) === NONE) continue;
      this.derivation.readReports(station);
      this.deadlines.set(station, this.derivation.readTime(station, this.now));
      if (this.store.isProduction(station)) locations.counted.add(stations.location.get(station), 1);
    }
  }

  /** Goes on from the network that this one replaces: what that one saw of the past, and its maps where nothing moved. */
  follow(previous: Network): void {
    this.rememberFaults(previous);
    this.scopes.follow(previous.scopes);
  }

  /** Takes a change; what of it cannot be read is noted in `problems`. */
  change(change: NetworkChange, now: number): void {
    this.tick(now);
    const { reader } = this;
    const record: unknown = change;
    if (!isFields(record)) {
      reader.problem('change', record, 'an object');
      return;
    }
    if (record.asOf != null && Number.isNaN(epochOf(record.asOf as Instant))) {
      reader.problem('asOf', record.asOf, INSTANT);
    }
    const removed = reader.record(record, 'removed');
    if (removed) {
      reader.ids(removed, 'removed', 'stations', this.store.stations.index, station => {
        this.removeStation(station);
      });
      reader.ids(removed, 'removed', 'locations', this.store.locations.index, location => {
        this.removeLocation(location);
      });
    }
    reader.each(record, 'locations', location => {
      this.putLocation(location);
    });
    reader.each(record, 'stations', station => {
      const id = reader.id(station);
      if (id === undefined) return;
      const row = this.store.stations.index.rowOf(id);
      if (row === undefined) reader.problem('id', id, 'the id of a station of the network');
      else this.changeStation(row, station);
    });
    this.scopes.climb();
  }

  /** Moves exactly the stations whose time has come (R10). A clock that goes back is held. */
  tick(now: number): void {
    if (!(now > this.now)) return;
    this.now = now;
    this.deadlines.take(now, station => {
      if (this.store.stations.location.get(station) === NONE) return Infinity;
      const before = this.derivation.timedStatuses(station);
      this.begin(station, -1);
      const due = this.derivation.readTime(station, now);
      this.contribute(station, 1);
      this.addDifference(this.store.stations.location.get(station));
      if (this.derivation.timedStatuses(station) !== before) this.version++;
      return due;
    });
    this.scopes.climb();
  }

  /** Visits every station's location, and what the station adds to the counts. */
  forEachContribution(visit: (location: number, contribution: Difference) => void): void {
    const { stations } = this.store;
    for (let station = 0; station < stations.rows.end; station++) {
      const location = stations.location.get(station);
      if (location === NONE) continue;
      this.begin(station, 1);
      this.difference.settle();
      visit(location, this.difference);
    }
  }

  /** Adds a station to the difference in hand, or takes it away. */
  private contribute(station: number, times: 1 | -1): void {
    this.difference.contribute(this.store.stations, station, this.store.isProduction(station), times);
  }

  /** Begins a difference with a station that is added or taken away; `addDifference` ends it. */
  private begin(station: number, times: 1 | -1): void {
    this.difference.clear();
    this.contribute(station, times);
  }

  /** Adds the difference in hand to all counts. */
  private addDifference(location: number): void {
    const { difference } = this;
    difference.settle();
    if (difference.size === 0) return;
    const counted = difference.values[COUNTED_AT]!;
    if (counted !== 0) this.store.locations.counted.add(location, counted);
    this.scopes.add(location, difference);
  }

  private loadLocation(record: Fields): void {
    const id = this.reader.id(record);
    if (id === undefined) return;
    if (this.store.locations.index.has(id)) {
      this.reader.problem('id', id, 'an id that no location before it has');
      return;
    }
    if (!this.reader.hasList(record, 'stations')) return;
    const location = this.store.putLocation(id, record, this.reader);
    this.reader.each(record, 'stations', stationRecord => {
      const stationId = this.reader.id(stationRecord);
      if (stationId === undefined) return;
      if (this.store.stations.index.has(stationId)) {
        this.reader.problem('id', stationId, 'an id that no station before it has');
        return;
      }
      const station = this.insertStation(stationId, location, stationRecord);
      if (this.store.isProduction(station)) this.store.locations.counted.add(location, 1);
    });
  }

  /** Writes a new station and what follows from it; counts nothing. */
  private insertStation(id: string, location: number, record: Fields): number {
    const station = this.store.addStation(id, location);
    this.store.writeStation(station, record, this.reader);
    this.derivation.readReports(station);
    this.deadlines.set(station, this.derivation.readTime(station, this.now));
    return station;
  }

  private putLocation(record: Fields): void {
    const { reader, store } = this;
    const id = reader.id(record);
    if (id === undefined || !reader.hasList(record, 'stations')) return;
    const known = store.locations.index.rowOf(id);
    const placeBefore = known === undefined ? '' : this.placeOnMap(known);
    const faults = new Map<string, Fault>();
    if (known !== undefined) {
      store.forEachStation(known, station => {
        faults.set(store.stations.ids.get(station)!, this.faultOf(station));
        this.takeOut(station);
      });
    }
    const location = store.putLocation(id, record, reader);
    reader.each(record, 'stations', stationRecord => {
      const stationId = reader.id(stationRecord);
      if (stationId === undefined) return;
      const elsewhere = store.stations.index.rowOf(stationId);
      if (elsewhere !== undefined) {
        if (store.stations.location.get(elsewhere) === location) {
          reader.problem('id', stationId, 'an id that no station before it has');
          return;
        }
        faults.set(stationId, this.faultOf(elsewhere));
        this.removeStation(elsewhere);
      }
      const station = this.insertStation(stationId, location, stationRecord);
      if (faults.has(stationId)) this.rememberFault(station, faults.get(stationId));
      this.begin(station, 1);
      this.addDifference(location);
    });
    this.version++;
    if (this.placeOnMap(location) !== placeBefore) this.scopes.outdateMaps();
  }

  private changeStation(station: number, record: Fields): void {
    const { locations, stations } = this.store;
    const location = stations.location.get(station);
    const wasFaulted = this.derivation.isFaulted(station);
    this.begin(station, -1);
    this.store.writeStation(station, record, this.reader);
    this.derivation.readReports(station);
    this.deadlines.set(station, this.derivation.readTime(station, this.now));
    this.contribute(station, 1);
    this.addDifference(location);
    this.version++;
    const isFaulted = this.derivation.isFaulted(station);
    if (isFaulted !== wasFaulted) stations.faultedSince.set(station, isFaulted ? this.now : NaN);
    const counted = this.difference.values[COUNTED_AT]!;
    // The first station that counts at its location, or the last that did.
    if (counted !== 0 && locations.counted.get(location) === Math.max(0, counted)) this.scopes.outdateMaps();
  }

  private removeStation(station: number): void {
    const location = this.store.stations.location.get(station);
    this.takeOut(station);
    if (this.store.locations.counted.get(location) === 0) this.scopes.outdateMaps();
  }

  private removeLocation(location: number): void {
    this.store.forEachStation(location, station => {
      this.takeOut(station);
    });
    this.store.removeLocation(location);
    this.scopes.outdateMaps();
  }

  private takeOut(station: number): void {
    this.begin(station, -1);
    this.addDifference(this.store.stations.location.get(station));
    this.store.removeStation(station);
    this.version++;
  }

  /** Where a location stands on which map; empty where it stands on none. */
  private placeOnMap(location: number): string {
    const { longitude, latitude, country, operator, counted } = this.store.locations;
    if (counted.get(location) === 0 || Number.isNaN(latitude.get(location))) return '';
    return [longitude, latitude, country, operator].map(column => column.get(location)).join();
  }

  /** Since when a station is faulted; undefined where it is not. */
  private faultOf(station: number): Fault {
    return this.derivation.isFaulted(station)
      ? { since: this.store.stations.faultedSince.get(station) }
      : undefined;
  }

  /** A fault that was there before goes on; another began by now. */
  private rememberFault(station: number, before: Fault): void {
    if (!this.derivation.isFaulted(station)) return;
    this.store.stations.faultedSince.set(station, before ? before.since : this.now);
  }

  private rememberFaults(previous: Network): void {
    const { stations } = this.store;
    for (let station = 0; station < stations.rows.end; station++) {
      const before = previous.store.stations.index.rowOf(stations.ids.get(station)!);
      if (before !== undefined) this.rememberFault(station, previous.faultOf(before));
    }
  }
}
