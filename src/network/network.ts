import { lastMessageStatuses } from '../model/last-message.js';
import type { NetworkChange, NetworkSnapshot } from '../model/types.js';
import { contribute, contributionWidth, COUNTED_AT } from './contribution.js';
import { Deadlines } from './deadlines.js';
import { Derivation } from './derive.js';
import type { Rules } from './derive.js';
import { ProblemLog } from './problem-log.js';
import { RecordReader } from './record-reader.js';
import type { UnknownRecord } from './record-reader.js';
import { Scopes } from './scopes.js';
import { Store } from './store.js';
import { NONE } from './tables.js';

/**
 * A network of stations as columns and counts: it loads a snapshot, takes changes, and follows time. What it costs to
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
  private readonly before: Int32Array;
  private readonly after: Int32Array;
  private now = -Infinity;

  /**
   * @param now the network's clock: epoch milliseconds
   * @param previous the network that this one replaces: what it saw of the past goes on
   */
  constructor(snapshot: NetworkSnapshot, rules: Rules, now: number, previous?: Network) {
    this.lastMessageStatuses = lastMessageStatuses(rules.lastMessageBuckets);
    this.derivation = new Derivation(this.store, rules);
    const width = contributionWidth(this.lastMessageStatuses.length);
    this.before = new Int32Array(width);
    this.after = new Int32Array(width);
    this.now = now;
    this.reader.each(snapshot as unknown as UnknownRecord, 'locations', record => {
      this.load(record);
    });
    if (previous) this.rememberFaults(previous);
    this.scopes = new Scopes(this, width, previous?.scopes);
  }

  /** The earliest moment at which time alone may change an answer: epoch milliseconds, Infinity for never. */
  get nextDeadline(): number {
    return this.deadlines.next;
  }

  /** Takes a change; what of it cannot be read is noted in `problems`. */
  change(change: NetworkChange, now: number): void {
    this.tick(now);
    const { reader } = this;
    if (typeof change !== 'object' || change === null) {
      reader.problem('change', change, 'an object');
      return;
    }
    const record = change as unknown as UnknownRecord;
    const removed = record.removed as UnknownRecord | null | undefined;
    if (removed != null) {
      reader.ids(removed, 'removed', 'stations', this.store.stations.byId, station => {
        this.removeStation(station);
      });
      reader.ids(removed, 'removed', 'locations', this.store.locations.byId, location => {
        this.removeLocation(location);
      });
    }
    reader.each(record, 'locations', location => {
      this.putLocation(location);
    });
    reader.each(record, 'stations', station => {
      const id = reader.id(station);
      if (id === undefined) return;
      const row = this.store.stations.byId.get(id);
      if (row === undefined) reader.problem('id', id, 'the id of a station of the network');
      else this.changeStation(row, station);
    });
  }

  /** Moves exactly the stations whose time has come (R10). A clock that goes back is held. */
  tick(now: number): void {
    if (!(now > this.now)) return;
    this.now = now;
    this.deadlines.take(now, station => {
      if (this.store.stations.location[station] === NONE) return Infinity;
      let due = 0;
      this.recount(station, () => {
        due = this.derivation.readTime(station, now);
      });
      return due;
    });
  }

  /** Visits every station's location and row of contributions. */
  forEachContribution(visit: (location: number, row: Int32Array) => void): void {
    const { stations } = this.store;
    const row = new Int32Array(this.before.length);
    for (let station = 0; station < stations.rows.end; station++) {
      const location = stations.location[station]!;
      if (location === NONE) continue;
      this.contribution(station, row);
      visit(location, row);
    }
  }

  private contribution(station: number, row: Int32Array): void {
    contribute(this.store.stations, station, this.store.isProduction(station), row);
  }

  /** Adds the difference that an action makes to a station to all counts. */
  private recount(station: number, action: () => void): void {
    const { before, after } = this;
    const location = this.store.stations.location[station]!;
    this.contribution(station, before);
    action();
    this.contribution(station, after);
    let isDifferent = false;
    for (let index = 0; index < after.length; index++) {
      after[index]! -= before[index]!;
      if (after[index] !== 0) isDifferent = true;
    }
    this.version++;
    if (!isDifferent) return;
    this.addDifference(location, after);
  }

  private addDifference(location: number, difference: Int32Array): void {
    this.store.locations.counted[location]! += difference[COUNTED_AT]!;
    this.scopes.add(location, difference);
  }

  private load(record: UnknownRecord): void {
    const id = this.reader.id(record);
    if (id === undefined) return;
    if (this.store.locations.byId.has(id)) {
      this.reader.problem('id', id, 'an id that no location before it has');
      return;
    }
    if (!this.reader.hasList(record, 'stations')) return;
    const location = this.store.putLocation(id, record, this.reader);
    this.reader.each(record, 'stations', stationRecord => {
      const stationId = this.reader.id(stationRecord);
      if (stationId === undefined) return;
      if (this.store.stations.byId.has(stationId)) {
        this.reader.problem('id', stationId, 'an id that no station before it has');
        return;
      }
      const station = this.insertStation(stationId, location, stationRecord);
      if (this.store.isProduction(station)) this.store.locations.counted[location]!++;
    });
  }

  /** Writes a new station and what follows from it; counts nothing. */
  private insertStation(id: string, location: number, record: UnknownRecord): number {
    const station = this.store.addStation(id, location);
    this.store.writeStation(station, record, this.reader);
    this.derivation.readReports(station);
    this.deadlines.set(station, this.derivation.readTime(station, this.now));
    return station;
  }

  private putLocation(record: UnknownRecord): void {
    const { reader, store } = this;
    const id = reader.id(record);
    if (id === undefined || !reader.hasList(record, 'stations')) return;
    const known = store.locations.byId.get(id);
    const placeBefore = known === undefined ? '' : this.placeOnMap(known);
    if (known !== undefined) {
      store.forEachStation(known, station => {
        this.takeOut(station);
      });
    }
    const location = store.putLocation(id, record, reader);
    reader.each(record, 'stations', stationRecord => {
      const stationId = reader.id(stationRecord);
      if (stationId === undefined) return;
      const elsewhere = store.stations.byId.get(stationId);
      if (elsewhere !== undefined) this.removeStation(elsewhere);
      const station = this.insertStation(stationId, location, stationRecord);
      this.contribution(station, this.after);
      this.addDifference(location, this.after);
    });
    this.version++;
    if (this.placeOnMap(location) !== placeBefore) this.scopes.outdateMaps();
  }

  private changeStation(station: number, record: UnknownRecord): void {
    const { locations, stations } = this.store;
    const location = stations.location[station]!;
    const wasCounted = locations.counted[location]! > 0;
    const wasFaulted = this.derivation.isFaulted(station);
    this.recount(station, () => {
      this.store.writeStation(station, record, this.reader);
      this.derivation.readReports(station);
      this.deadlines.set(station, this.derivation.readTime(station, this.now));
    });
    const isFaulted = this.derivation.isFaulted(station);
    if (isFaulted !== wasFaulted) stations.faultedSince[station] = isFaulted ? this.now : NaN;
    if (locations.counted[location]! > 0 !== wasCounted) this.scopes.outdateMaps();
  }

  private removeStation(station: number): void {
    const location = this.store.stations.location[station]!;
    this.takeOut(station);
    if (this.store.locations.counted[location] === 0) this.scopes.outdateMaps();
  }

  private removeLocation(location: number): void {
    this.store.forEachStation(location, station => {
      this.takeOut(station);
    });
    this.store.removeLocation(location);
    this.scopes.outdateMaps();
  }

  private takeOut(station: number): void {
    const { after } = this;
    this.contribution(station, after);
    for (let index = 0; index < after.length; index++) after[index] = -after[index]!;
    this.addDifference(this.store.stations.location[station]!, after);
    this.store.removeStation(station);
    this.version++;
  }

  /** Where a location stands on which map; empty where it stands on none. */
  private placeOnMap(location: number): string {
    const { longitude, latitude, country, operator, counted } = this.store.locations;
    if (counted[location] === 0 || Number.isNaN(latitude[location]!)) return '';
    return [longitude[location], latitude[location], country[location], operator[location]].join();
  }

  /** A fault that the previous network saw begin goes on; one that it did not have began by now. */
  private rememberFaults(previous: Network): void {
    const { stations } = this.store;
    for (let station = 0; station < stations.rows.end; station++) {
      if (!this.derivation.isFaulted(station)) continue;
      const before = previous.store.stations.byId.get(stations.ids[station]!);
      if (before === undefined) continue;
      const since = previous.store.stations.faultedSince[before]!;
      stations.faultedSince[station] = previous.derivation.isFaulted(before) ? since : this.now;
    }
  }
}
