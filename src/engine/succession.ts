import type { Fields } from '../model/fields.js';
import type { ChangedParts } from './changed-parts.js';
import { locationOf, locationRecord, stationRecord } from './known-records.js';
import type { LocationChanges } from './location-changes.js';
import { GIVEN } from './news.js';
import type { News } from './news.js';
import type { Store } from './store/store.js';
import type { Troubles } from './troubles.js';

/** The network that another one replaces. */
export interface Predecessor {
  store: Store;
  news: News;
  troubles: Troubles;
}

/** Has a network that is loaded go on from the one that it replaces. */
export class Succession {
  constructor(
    private readonly parts: ChangedParts,
    private readonly locations: LocationChanges,
  ) {}

  /** Goes on from what was seen of the stations, and from the changes that are newer than the snapshot. */
  follow(previous: Predecessor | undefined): void {
    const { hearing, news, stations, store, troubles } = this.parts;
    const { ids, lastMessageAt, rows } = store.stations;
    const known = previous?.store.stations;
    for (let station = 0; station < rows.end; station++) {
      const before = known?.index.rowOf(ids.get(station)!);
      const stated = lastMessageAt.get(station);
      if (before === undefined) hearing.begin(station, stated, NaN, 0, stations.now);
      else {
        const { lastMessageAt: heardAt, aheadAt } = known!;
        hearing.begin(station, stated, heardAt.get(before), aheadAt.get(before), stations.now);
      }
      if (!Object.is(lastMessageAt.get(station), stated)) stations.derive(station);
      troubles.continue(
        station,
        before === undefined ? undefined : previous!.troubles.seen(before),
        stations.now,
      );
    }
    if (!previous || !news.follow(previous.news)) return;
    this.keepChanges(previous);
    // What gave way to something newer there was no late change.
    news.late = previous.news.late;
  }

  private keepChanges({ store: before, news: said, troubles }: Predecessor): void {
    const { news, store } = this.parts;
    const { asOf } = news;
    const kept: [at: number, keep: () => void][] = [];
    for (const [id, at] of said.removedStations) kept.push([at, () => this.keepStationAway(id, at)]);
    for (const [id, at] of said.removedLocations) kept.push([at, () => this.keepLocationAway(id, at)]);
    for (let location = 0; location < before.locations.rows.end; location++) {
      const at = before.locations.changedAt.get(location);
      if (at > asOf) kept.push([at, () => this.keepLocation(location, before, at)]);
    }
    // In the order in which they were true: a station that had moved does not go with the location where the snapshot still has it.
    kept.sort(([one], [other]) => one - other);
    for (const [at, keep] of kept) if (at > asOf) keep();
    for (let station = 0; station < before.stations.rows.end; station++)
      if (before.stations.changedAt.get(station) > asOf) this.keepStation(station, before, troubles);
    store.stations.giveBackRemoved();
  }

  private keepStationAway(id: string, at: number): void {
    const { news, store } = this.parts;
    const station = store.stations.index.rowOf(id);
    if (station !== undefined) this.locations.removeStation(station, at);
    news.remove(at, id, news.removedStations);
  }

  private keepLocationAway(id: string, at: number): void {
    const { news, store } = this.parts;
    const location = store.locations.index.rowOf(id);
    if (location !== undefined) this.locations.removeLocation(location, at);
    news.remove(at, id, news.removedLocations);
  }

  /** Keeps a location that a change put, and in it the snapshot's stations that were elsewhere: what put it did not take them out. */
  private keepLocation(known: number, before: Store, at: number): void {
    const { reader, store } = this.parts;
    const record = locationRecord(before, known);
    const stations = record.stations as Fields[];
    const location = store.locations.index.rowOf(before.locations.ids.get(known)!);
    if (location !== undefined) {
      const elsewhere = locationOf(store, location, station => {
        const row = before.stations.index.rowOf(store.stations.ids.get(station)!);
        const hasMoved = row !== undefined && before.stations.location.get(row) !== known;
        return hasMoved ? stationRecord(store, station) : undefined;
      });
      stations.push(...elsewhere.stations);
    }
    reader.eachOf('locations', [record], 0, kept => {
      this.locations.put(kept, at);
    });
  }

  /** Keeps the fields of a station that changes gave. One that the snapshot does not have stays away, unless a change put it there. */
  private keepStation(known: number, before: Store, troublesBefore: Troubles): void {
    const { hearing, reader, stations, store, troubles } = this.parts;
    const { changedAt, given, ids, lastMessageAt } = before.stations;
    const station = store.stations.index.rowOf(ids.get(known)!);
    if (station === undefined) return;
    const fields = given.get(known);
    stations.change(station, () => {
      if (fields & GIVEN.evses) store.writeStation(station, { evses: null }, reader);
      reader.eachOf('stations', [stationRecord(before, known, fields)], 0, record => {
        store.writeStation(station, record, reader);
      });
      if (fields & GIVEN.lastMessageAt && Number.isNaN(lastMessageAt.get(known))) hearing.forget(station);
      store.stations.changedAt.set(station, changedAt.get(known));
      store.stations.given.set(station, fields);
    });
    troubles.continue(station, troublesBefore.seen(known), stations.now);
  }
}
