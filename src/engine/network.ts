import { readHistory } from '../model/history.js';
import { lastMessageStatuses } from '../model/last-message.js';
import type { Fields } from '../model/fields.js';
import { say } from '../model/record-reasons.js';
import type { NetworkChange, Problem } from '../model/records.js';
import { Changes } from './changes.js';
import { Contributions, contributionWidth } from './counts/contribution.js';
import { dimensionParts } from './counts/row-parts.js';
import type { DimensionParts } from './counts/row-parts.js';
import { Scopes } from './counts/scopes.js';
import { Derivation } from './derivation.js';
import type { Rules } from './derivation.js';
import { Hearing } from './hearing.js';
import { LocationChanges } from './location-changes.js';
import { News } from './news.js';
import { Stations } from './stations.js';
import { ProblemLog } from './store/problem-log.js';
import { RecordReader } from './store/record-reader.js';
import { Store } from './store/store.js';
import { NONE } from './store/tables.js';
import { Succession } from './succession.js';
import { Trends } from './trends.js';
import { Troubles } from './troubles.js';

/**
 * A network of stations as columns and counts: it loads locations, takes changes, and follows time. What it costs to
 * change is what changes: a station's difference is added to the counts that hold it, and nothing else is looked at.
 */
export class Network {
  readonly store = new Store();
  readonly derivation: Derivation;
  readonly scopes: Scopes;
  readonly problems = new ProblemLog();
  /** Where the statuses of each dimension stand among the counts. */
  readonly parts: DimensionParts;
  readonly trends: Trends;
  private readonly reader = new RecordReader(this.problems);
  /** When what is known was said. */
  readonly news: News;
  readonly troubles: Troubles;
  private readonly stations: Stations;
  private readonly changes: Changes;
  private readonly succession: Succession;

  /**
   * @param now the network's clock: epoch milliseconds
   * @param asOf when the snapshot was true, where it says so
   */
  constructor(rules: Rules, now: number, asOf?: number) {
    const { store } = this;
    this.parts = dimensionParts(lastMessageStatuses(rules.lastMessageBuckets));
    this.derivation = new Derivation(store, rules);
    this.scopes = new Scopes(
      store,
      new Contributions(store, contributionWidth(this.lastMessageStatuses.length)),
    );
    this.trends = new Trends(this.scopes, store.dictionary, this.parts);
    this.stations = new Stations(store, this.derivation, this.scopes, this.trends, now);
    this.troubles = new Troubles(store, this.derivation);
    this.news = new News(store, asOf);
    const reader = new RecordReader(this.problems, true);
    const hearing = new Hearing(store.stations);
    const { news, stations, troubles } = this;
    const parts = { store, reader, stations, troubles, news, hearing };
    const locations = new LocationChanges(parts, this.scopes);
    this.changes = new Changes(parts, locations, this.scopes);
    this.succession = new Succession(parts, locations);
  }

  /** The network's clock: epoch milliseconds. */
  get now(): number {
    return this.stations.now;
  }

  /** Grows with every change of an answer. */
  get version(): number {
    return this.stations.version;
  }

  get lastMessageStatuses(): readonly string[] {
    return this.parts['last-message'].statuses;
  }

  /** The first of the locations whose stations are counted, but on no map: where they stood and what was expected. */
  get firstLeftOut(): Problem[] {
    const { locations } = this.store;
    return this.problems.firstLeftOut(id => {
      const location = locations.index.rowOf(id);
      if (location === undefined || locations.counted.get(location) === 0) return false;
      return Number.isNaN(locations.latitude.get(location));
    });
  }

  /** The earliest moment at which time alone may change an answer: epoch milliseconds, Infinity for never. */
  get nextDeadline(): number {
    return this.stations.nextDeadline;
  }

  /**
   * Loads locations, all at once or part by part, before anything is asked; what cannot be read is noted in `problems`.
   * @param from where the first of them stands in the snapshot's list
   */
  load(locations: readonly unknown[], from = 0): void {
    // Few locations have no station, and few stations no EVSE.
    this.store.reserve(locations.length);
    this.reader.eachOf('locations', locations, from, record => {
      this.loadLocation(record);
    });
  }

  /** Loads what the source tells of the counts before now (R28); what cannot be read is noted in `problems`. */
  loadHistory(history: unknown): void {
    const { parts, problems, trends } = this;
    const statuses = {
      connection: parts.connection.statuses,
      evse: parts.evse.statuses,
      'last-message': parts['last-message'].statuses,
      station: parts.station.statuses,
    };
    trends.history = readHistory(history, statuses, this.now, (...unexpected) => {
      problems.add(...unexpected);
    });
  }

  /** Derives what follows from a store that was filled as a whole, before anything is asked. */
  deriveAll(): void {
    const { location, rows } = this.store.stations;
    for (let station = 0; station < rows.end; station++)
      if (location.get(station) !== NONE) this.stations.load(station);
  }

  /**
   * All is loaded, and is true from now on. Goes on from the network that this one replaces: what that one saw of the past, what
   * newer changes than this snapshot said there, and its maps where nothing moved.
   * @param loadBegan when its load began: a snapshot counts as true no later than that
   */
  begin(now: number, previous?: Network, loadBegan = now): void {
    // What time alone changed there until now was observed: who fell silent was not seen to be stated offline.
    previous?.tick(now);
    this.news.loadBegan(loadBegan);
    this.stations.begin(now);
    this.succession.follow(previous);
    if (previous) this.scopes.follow(previous.scopes);
    this.trends.begin(now, previous?.trends);
  }

  /**
   * Takes a change, to whose `asOf` time goes on; what of it cannot be read is noted in `problems`.
   * @param isReplayed whether the network before took it too: what of it is late now is counted already, or was in time
   * @returns whether it wrote anything
   */
  change(change: NetworkChange, now: number, isReplayed = false): boolean {
    const { late } = this.news;
    this.tick(now);
    const hasWritten = this.changes.apply(change);
    if (isReplayed) this.news.late = late;
    return hasWritten;
  }

  /** Sets the clock back, since it was found to be ahead. */
  rewind(now: number): void {
    this.stations.rewind(now);
  }

  /** Follows time (R10). A clock that goes back is held. */
  tick(now: number): void {
    this.stations.tick(now);
  }

  private loadLocation(record: Fields): void {
    const { reader, store } = this;
    const id = reader.id(record);
    if (id === undefined) return;
    if (store.locations.index.has(id)) {
      reader.skip(record, 'id', id, say('newLocationId'));
      return;
    }
    if (!reader.hasStations(record)) return;
    const location = store.addLocation(id);
    store.writeLocation(location, record, reader);
    reader.each(record.stations, 'stations', stationRecord => {
      const stationId = reader.id(stationRecord);
      if (stationId === undefined) return;
      if (store.stations.index.has(stationId)) {
        reader.skip(stationRecord, 'id', stationId, say('newStationId'));
        return;
      }
      const station = store.addStation(stationId, location);
      store.writeStation(station, stationRecord, reader);
      store.stations.lastMessageAt.set(station, reader.instant(stationRecord.lastMessageAt, 'lastMessageAt'));
      this.stations.load(station);
    });
  }
}
