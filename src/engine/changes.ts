import { MOST_AHEAD } from '../model/clock.js';
import { isFields } from '../model/fields.js';
import type { Fields } from '../model/fields.js';
import { say } from '../model/record-reasons.js';
import { isSignOfLife } from '../model/sign-of-life.js';
import type { ChangedParts } from './changed-parts.js';
import type { Scopes } from './counts/scopes.js';
import type { LocationChanges } from './location-changes.js';

/** Applies changes to a network, record by record; what of them cannot be read is noted, what comes late is counted. */
export class Changes {
  constructor(
    private readonly parts: ChangedParts,
    private readonly locations: LocationChanges,
    private readonly scopes: Scopes,
  ) {}

  /** Applies a change, to whose `asOf` time goes on. Returns whether it wrote anything. */
  apply(change: unknown): boolean {
    const { news, reader, stations, store } = this.parts;
    if (!isFields(change)) {
      reader.skip(change, 'change', change, say('anObject'));
      return false;
    }
    reader.latest = stations.now + MOST_AHEAD;
    const asOf = reader.instant(change.asOf, 'asOf');
    stations.tick(asOf);
    reader.latest = stations.now + MOST_AHEAD;
    news.take(asOf);
    const { version } = stations;
    const removed = reader.record(change.removed, 'removed');
    if (removed) this.locations.remove(removed, asOf);
    reader.each(change.locations, 'locations', location => {
      this.locations.put(location, asOf);
    });
    reader.each(change.stations, 'stations', station => {
      this.changeStation(station, asOf);
    });
    store.stations.giveBackRemoved();
    this.scopes.flush();
    return stations.version !== version;
  }

  private changeStation(record: Fields, asOf: number): void {
    const { news, reader, stations, store, troubles } = this.parts;
    const id = reader.id(record);
    if (id === undefined) return;
    const station = store.stations.index.rowOf(id);
    if (station === undefined) {
      if (!news.isRemovedSince(asOf, id, news.removedStations))
        reader.skip(record, 'id', id, say('stationOfNetwork'));
      return;
    }
    const isLate = news.isLate(asOf, store.stations.changedAt.get(station));
    if (isLate) news.late++;
    const before = troubles.seen(station);
    stations.change(station, () => {
      this.hear(station, record, asOf, isLate);
      if (!isLate) store.writeStation(station, record, reader);
    });
    troubles.continue(station, before, stations.now);
    if (isLate) return;
    const endsFault = before.fault !== undefined && troubles.seen(station).fault === undefined;
    if (endsFault) store.forgetFault(station, record);
    news.takeStation(station, record, asOf, endsFault);
  }

  /** R4: what a change says of when a station was heard of, else that it is a sign of life. A late one may say so too: nothing goes back. */
  private hear(station: number, record: Fields, asOf: number, isLate: boolean): void {
    const { hearing, reader, stations } = this.parts;
    if (record.lastMessageAt === null) {
      if (!isLate) hearing.forget(station);
      return;
    }
    const stated = reader.instant(record.lastMessageAt, 'lastMessageAt');
    if (!Number.isNaN(stated)) hearing.hear(station, stated, stations.now);
    else if (isSignOfLife(record))
      hearing.hear(station, Number.isNaN(asOf) ? stations.now : asOf, stations.now);
  }
}
