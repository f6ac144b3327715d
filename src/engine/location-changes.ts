import type { Fields } from '../model/fields.js';
import { say } from '../model/record-reasons.js';
import type { ChangedParts } from './changed-parts.js';
import type { Scopes } from './counts/scopes.js';
import { ALL_GIVEN } from './news.js';
import type { SeenTroubles } from './troubles.js';

/** What is known of a station beside its record, which is written anew. */
interface Past {
  seen: SeenTroubles;
  lastMessageAt: number;
  aheadAt: number;
  changedAt: number;
  given: number;
}

/** Puts locations into a network, and takes locations and stations out of it. Late records undo nothing, and are counted. */
export class LocationChanges {
  constructor(
    private readonly parts: ChangedParts,
    private readonly scopes: Scopes,
  ) {}

  /** Removes what a change lists. What is gone already is no problem. */
  remove(removed: Fields, asOf: number): void {
    const { news, reader, store } = this.parts;
    const { removedLocations, removedStations } = news;
    const { index, changedAt } = store.stations;
    reader.ids(
      removed,
      'removed',
      'stations',
      index,
      id => removedStations.has(id) || news.isLate(asOf, 0),
      station => {
        if (!this.isLate(asOf, changedAt.get(station))) this.removeStation(station, asOf);
      },
    );
    reader.ids(
      removed,
      'removed',
      'locations',
      store.locations.index,
      id => removedLocations.has(id) || news.isLate(asOf, 0),
      location => {
        if (!this.isLate(asOf, this.newestOf(location))) this.removeLocation(location, asOf);
      },
    );
  }

  /** Adds a location, or replaces it with all of its stations; those of which something newer is known stay as they are. */
  put(record: Fields, asOf: number): void {
    const { news, reader, stations, store } = this.parts;
    const id = reader.id(record);
    if (id === undefined || !reader.hasStations(record)) return;
    if (news.isRemovedSince(asOf, id, news.removedLocations)) return;
    const known = store.locations.index.rowOf(id);
    if (this.isLate(asOf, known === undefined ? 0 : store.locations.changedAt.get(known))) return;
    const placeBefore = known === undefined ? '' : this.placeOnMap(known);
    const pasts = known === undefined ? new Map<string, Past>() : this.removeReplaced(known, asOf);
    const location = known ?? store.addLocation(id);
    // Those that stay may be counted in other scopes afterwards.
    store.forEachStation(location, station => {
      stations.discount(station);
    });
    store.writeLocation(location, record, reader);
    store.forEachStation(location, station => {
      stations.add(station);
    });
    if (!Number.isNaN(asOf)) store.locations.changedAt.set(location, asOf);
    news.removedLocations.delete(id);
    const listed = new Set<string>();
    reader.each(record.stations, 'stations', stationRecord => {
      const stationId = reader.id(stationRecord);
      if (stationId === undefined) return;
      if (listed.has(stationId)) reader.skip(stationRecord, 'id', stationId, say('newStationId'));
      else this.putStation(stationId, stationRecord, location, asOf, pasts);
      listed.add(stationId);
    });
    for (const stationId of pasts.keys())
      if (!listed.has(stationId)) news.remove(asOf, stationId, news.removedStations);
    stations.version++;
    if (this.placeOnMap(location) !== placeBefore) this.scopes.outdateMaps();
  }

  removeStation(station: number, asOf: number): void {
    const { news, stations, store } = this.parts;
    const location = store.stations.location.get(station);
    news.remove(asOf, store.stations.ids.get(station)!, news.removedStations);
    stations.remove(station);
    if (store.locations.counted.get(location) === 0) this.scopes.outdateMaps();
  }

  removeLocation(location: number, asOf: number): void {
    const { news, stations, store } = this.parts;
    store.forEachStation(location, station => {
      news.remove(asOf, store.stations.ids.get(station)!, news.removedStations);
      stations.remove(station);
    });
    news.remove(asOf, store.locations.ids.get(location)!, news.removedLocations);
    store.removeLocation(location);
    stations.version++;
    this.scopes.outdateMaps();
  }

  private putStation(
    id: string,
    record: Fields,
    location: number,
    asOf: number,
    pasts: Map<string, Past>,
  ): void {
    const { hearing, news, reader, stations, store, troubles } = this.parts;
    if (news.isRemovedSince(asOf, id, news.removedStations)) return;
    const known = store.stations.index.rowOf(id);
    if (known !== undefined) {
      if (this.isLate(asOf, store.stations.changedAt.get(known))) return;
      pasts.set(id, this.pastOf(known));
      this.removeStation(known, NaN);
    }
    const past = pasts.get(id);
    const station = store.addStation(id, location);
    store.writeStation(station, record, reader);
    const stated = reader.instant(record.lastMessageAt, 'lastMessageAt');
    hearing.begin(station, stated, past?.lastMessageAt ?? NaN, past?.aheadAt ?? 0, stations.now);
    const isDated = !Number.isNaN(asOf);
    store.stations.changedAt.set(station, isDated ? asOf : (past?.changedAt ?? 0));
    store.stations.given.set(station, isDated ? ALL_GIVEN : (past?.given ?? 0));
    news.removedStations.delete(id);
    stations.add(station);
    troubles.continue(station, past?.seen, stations.now);
  }

  /** Takes out the stations of a location that is written anew; returns what was known of them. */
  private removeReplaced(location: number, asOf: number): Map<string, Past> {
    const { news, stations, store } = this.parts;
    const pasts = new Map<string, Past>();
    store.forEachStation(location, station => {
      if (news.isLate(asOf, store.stations.changedAt.get(station))) return;
      pasts.set(store.stations.ids.get(station)!, this.pastOf(station));
      stations.remove(station);
    });
    return pasts;
  }

  private pastOf(station: number): Past {
    const { store, troubles } = this.parts;
    const { lastMessageAt, aheadAt, changedAt, given } = store.stations;
    return {
      seen: troubles.seen(station),
      lastMessageAt: lastMessageAt.get(station),
      aheadAt: aheadAt.get(station),
      changedAt: changedAt.get(station),
      given: given.get(station),
    };
  }

  /** Whether a record is older than what is known; counts it then. */
  private isLate(asOf: number, changedAt: number): boolean {
    const { news } = this.parts;
    if (!news.isLate(asOf, changedAt)) return false;
    news.late++;
    return true;
  }

  /** When the newest change of a location, or of a station of it, was true. */
  private newestOf(location: number): number {
    const { store } = this.parts;
    let newest = store.locations.changedAt.get(location);
    store.forEachStation(location, station => {
      newest = Math.max(newest, store.stations.changedAt.get(station));
    });
    return newest;
  }

  /** Where a location stands on which map; empty where it stands on none. */
  private placeOnMap(location: number): string {
    const { longitude, latitude, country, operator, counted } = this.parts.store.locations;
    if (counted.get(location) === 0 || Number.isNaN(latitude.get(location))) return '';
    return [longitude, latitude, country, operator].map(column => column.get(location)).join();
  }
}
