import { MOST_AHEAD } from '../model/clock.js';
import { isFields } from '../model/fields.js';
import type { Fields } from '../model/fields.js';
import type { Scopes } from './counts/scopes.js';
import type { Fault, Faults } from './faults.js';
import type { Stations } from './stations.js';
import type { RecordReader } from './store/record-reader.js';
import type { Store } from './store/store.js';

/** Applies changes to a network, record by record; what of them cannot be read is noted. */
export class Changes {
  constructor(
    private readonly store: Store,
    private readonly reader: RecordReader,
    private readonly stations: Stations,
    private readonly faults: Faults,
    private readonly scopes: Scopes,
  ) {}

  /** Applies a change, to whose `asOf` time goes on. */
  apply(change: unknown): void {
    const { reader, stations, store } = this;
    if (!isFields(change)) {
      reader.skip(change, 'change', change, 'an object');
      return;
    }
    reader.latest = stations.now + MOST_AHEAD;
    stations.tick(reader.instant(change.asOf, 'asOf', NaN));
    reader.latest = stations.now + MOST_AHEAD;
    const removed = reader.record(change.removed, 'removed');
    if (removed) {
      reader.ids(removed, 'removed', 'stations', store.stations.index, station => {
        this.removeStation(station);
      });
      reader.ids(removed, 'removed', 'locations', store.locations.index, location => {
        this.removeLocation(location);
      });
    }
    reader.each(change.locations, 'locations', location => {
      this.putLocation(location);
    });
    reader.each(change.stations, 'stations', station => {
      this.changeStation(station);
    });
    store.stations.giveBackRemoved();
    this.scopes.flush();
  }

  private changeStation(record: Fields): void {
    const { faults, reader, store } = this;
    const id = reader.id(record);
    if (id === undefined) return;
    const station = store.stations.index.rowOf(id);
    if (station === undefined) {
      reader.skip(record, 'id', id, 'the id of a station of the network');
      return;
    }
    const fault = faults.of(station);
    this.stations.change(station, () => {
      store.writeStation(station, record, reader);
    });
    faults.continue(station, fault, this.stations.now);
  }

  private putLocation(record: Fields): void {
    const { faults, reader, stations, store } = this;
    const id = reader.id(record);
    if (id === undefined || !reader.hasStations(record)) return;
    const known = store.locations.index.rowOf(id);
    const placeBefore = known === undefined ? '' : this.placeOnMap(known);
    const faultsBefore = new Map<string, Fault>();
    if (known !== undefined) {
      store.forEachStation(known, station => {
        faultsBefore.set(store.stations.ids.get(station)!, faults.of(station));
        stations.remove(station);
      });
    }
    const location = known ?? store.addLocation(id);
    store.writeLocation(location, record, reader);
    reader.each(record.stations, 'stations', stationRecord => {
      const stationId = reader.id(stationRecord);
      if (stationId === undefined) return;
      const elsewhere = store.stations.index.rowOf(stationId);
      if (elsewhere !== undefined) {
        if (store.stations.location.get(elsewhere) === location) {
          reader.skip(stationRecord, 'id', stationId, 'an id that no station before it has');
          return;
        }
        faultsBefore.set(stationId, faults.of(elsewhere));
        this.removeStation(elsewhere);
      }
      const station = store.addStation(stationId, location);
      store.writeStation(station, stationRecord, reader);
      stations.add(station);
      if (faultsBefore.has(stationId)) faults.continue(station, faultsBefore.get(stationId), stations.now);
    });
    stations.version++;
    if (this.placeOnMap(location) !== placeBefore) this.scopes.outdateMaps();
  }

  private removeStation(station: number): void {
    const location = this.store.stations.location.get(station);
    this.stations.remove(station);
    if (this.store.locations.counted.get(location) === 0) this.scopes.outdateMaps();
  }

  private removeLocation(location: number): void {
    this.store.forEachStation(location, station => {
      this.stations.remove(station);
    });
    this.store.removeLocation(location);
    this.scopes.outdateMaps();
  }

  /** Where a location stands on which map; empty where it stands on none. */
  private placeOnMap(location: number): string {
    const { longitude, latitude, country, operator, counted } = this.store.locations;
    if (counted.get(location) === 0 || Number.isNaN(latitude.get(location))) return '';
    return [longitude, latitude, country, operator].map(column => column.get(location)).join();
  }
}
