import type { Connector, Evse, Location, NetworkChange, Station, StationChange } from '../model/records.js';
import { NewestRecords } from './newest-records.js';
import { isOneOf, isReadable, isStrange } from './plain-records.js';

type Unread = Record<string, unknown>;
type Reader = (value: unknown) => unknown;

const ISO_8601 =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)([.,]\d+)?)?(?:(Z)|([+-])(\d\d)(?::?(\d\d))?)?)?$/i;

/**
 * Epoch milliseconds of a moment in numbers or ISO 8601 text, which is UTC unless it says otherwise; undefined where it is none of the
 * years 1970 to 9999 ("Whose clock" in requirements.md).
 */
export function readMoment(value: unknown): number | undefined {
  const moment = typeof value === 'number' ? value : momentOfText(value);
  return moment !== undefined && isReadable(moment) ? moment : undefined;
}

function momentOfText(value: unknown): number | undefined {
  const parts = typeof value === 'string' ? ISO_8601.exec(value) : null;
  if (!parts) return undefined;
  const of = (index: number) => Number(parts[index] ?? 0);
  const [month, day, hour, minute, second, zoneHour, zoneMinute] = [2, 3, 4, 5, 6, 10, 11].map(
    of,
  ) as number[];
  const isInRange =
    month! >= 1 && month! <= 12 && day! >= 1 && day! <= 31 && hour! <= 23 && minute! <= 59 && second! <= 59;
  if (!isInRange || zoneHour! > 23 || zoneMinute! > 59) return undefined;
  const fraction = Number((parts[7] ?? '.').slice(1, 4).padEnd(3, '0'));
  const zone = (parts[9] === '-' ? -1 : 1) * (zoneHour! * 60 + zoneMinute!) * 60_000;
  return (
    new Date(0).setUTCFullYear(of(1), month! - 1, day) +
    Date.UTC(1970, 0, 1, hour, minute, second, fraction) -
    zone
  );
}

const asText: Reader = value => (typeof value === 'string' ? value : undefined);
const asInterval: Reader = value =>
  typeof value === 'number' && value >= 0 && value < Infinity ? value : undefined;
const asConnection: Reader = value =>
  ['online', 'offline', 'unknown'].includes(value as string) ? value : undefined;

const LOCATION_FIELDS: Record<string, Reader> = {
  name: asText,
  href: asText,
  country: asText,
  operator: asText,
};
const STATION_FIELDS: Record<string, Reader> = {
  href: asText,
  deploymentState: asText,
  heartbeatInterval: asInterval,
  connection: asConnection,
  status: asText,
  errorCode: asText,
  info: asText,
};

/** How far a moment of a change may be ahead of the network's clock: milliseconds. */
const MOST_AHEAD = 24 * 3_600_000;

/** Whether a value is a record: an object that is no list. */
function isRecord(value: unknown): value is Unread {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Fields that hold something. */
function given(fields: Unread): Unread {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

/** What stands for the fields of a change that cannot be read: it says more than that a station lives (R4), though not what. */
function unread(record: Unread): Unread {
  const isBare = Object.values({ ...record, id: undefined }).every(value => value === undefined);
  return isBare ? {} : { unread: true };
}

/**
 * Reads records as they come, good or bad: a record without a usable id is skipped, a field that is not as documented is as
 * if it were not there, and each of these is one problem (R14). Keeps the ids, which must be unique, from one change to the next, and
 * when they were said: of what is late nothing is read, and so nothing is a problem, but when a station was heard of.
 */
export class ReadableRecords {
  /** How many problems there were so far, those of unknown words counted once a word. */
  problems = 0;
  private readonly strangeWords = new Set<string>();
  private readonly newest: NewestRecords;
  /** The latest moment that is believed. */
  private latest = Infinity;
  /** Whether what is read is late. */
  private isLate = false;

  /** @param asOf when the snapshot was true, where it says so */
  constructor(asOf?: number) {
    this.newest = new NewestRecords(asOf);
  }

  /** What of the snapshot's list of locations can be read. */
  snapshot(locations: readonly unknown[]): Location[] {
    const { newest } = this;
    return this.records(locations, location => {
      const id = this.id(location);
      if (id === undefined) return undefined;
      if (newest.hasLocation(id) || !Array.isArray(location.stations)) return this.skip();
      newest.putLocation(id, undefined);
      return this.location(id, location, location.stations, (stationId, station) => {
        if (newest.hasStation(stationId)) return this.skip();
        newest.putStation(stationId, id, undefined);
        return this.station(stationId, station) as Station;
      });
    });
  }

  /**
   * What of a change can be read.
   * @param now the network's clock
   */
  change(change: unknown, now: number): NetworkChange {
    if (!isRecord(change)) return this.skip() ?? {};
    this.latest = now + MOST_AHEAD;
    const asOf = this.moment(change.asOf) ?? undefined;
    this.latest = Math.max(now, asOf ?? now) + MOST_AHEAD;
    const removed = this.removed(change.removed, asOf);
    return {
      ...(asOf === undefined ? {} : { asOf }),
      ...(removed ? { removed } : {}),
      locations: this.records(change.locations, location => {
        const id = this.id(location);
        return id === undefined ? undefined : this.put(id, location, asOf);
      }),
      stations: this.records(change.stations, station => {
        const id = this.id(station);
        if (id === undefined) return undefined;
        return this.stationChange(id, station, asOf);
      }),
    };
  }

  private skip(): undefined {
    if (!this.isLate) this.problems++;
    return undefined;
  }

  private removed(removed: unknown, asOf: number | undefined): NetworkChange['removed'] {
    if (removed == null) return undefined;
    if (!isRecord(removed)) return this.skip();
    const stations = this.known(removed.stations, id => this.newest.removeStation(id, asOf));
    const locations = this.known(removed.locations, id => this.newest.removeLocation(id, asOf));
    return { stations, locations };
  }

  /** The ids of a list of which `remove` says that they are or were there. */
  private known(list: unknown, remove: (id: string) => boolean): string[] {
    if (list == null) return [];
    if (!Array.isArray(list)) return this.skip() ?? [];
    return list.filter(id => (typeof id === 'string' && remove(id)) || (this.skip() ?? false)) as string[];
  }

  private put(id: string, record: Unread, asOf: number | undefined): Location | undefined {
    const { newest } = this;
    if (!Array.isArray(record.stations)) return this.skip();
    if (newest.isLateForLocation(id, asOf)) return { id, latitude: NaN, longitude: NaN, stations: [] };
    newest.putLocation(id, asOf);
    const listed = new Set<string>();
    const location = this.location(id, record, record.stations, (stationId, station) => {
      if (listed.size === listed.add(stationId).size) return this.skip();
      if (newest.isLateForStation(stationId, asOf)) return { id: stationId };
      newest.putStation(stationId, id, asOf);
      return this.station(stationId, station) as Station;
    });
    newest.keepStations(id, listed, asOf);
    return location;
  }

  private stationChange(id: string, record: Unread, asOf: number | undefined): StationChange | undefined {
    const { newest } = this;
    if (!newest.hasStation(id)) return newest.isRemovedSince(id, asOf) ? { id } : this.skip();
    const isLate = newest.isLateForStation(id, asOf);
    if (!isLate) newest.changeStation(id, asOf);
    return { ...unread(record), ...(this.station(id, record, isLate) as StationChange) };
  }

  private location(
    id: string,
    record: Unread,
    stations: readonly unknown[],
    read: (stationId: string, station: Unread) => Station | undefined,
  ): Location {
    const { latitude, longitude } = record;
    return {
      id,
      latitude: typeof latitude === 'number' ? latitude : NaN,
      longitude: typeof longitude === 'number' ? longitude : NaN,
      ...given(this.fields(record, LOCATION_FIELDS)),
      stations: this.records(stations, station => {
        const stationId = this.id(station);
        return stationId === undefined ? undefined : read(stationId, station);
      }),
    };
  }

  /** @param isLate whether nothing of it is to be taken but when it was heard of */
  private station(id: string, record: Unread, isLate = false): unknown {
    const lastMessageAt = this.moment(record.lastMessageAt);
    this.isLate = isLate;
    const fields = {
      ...this.fields(record, STATION_FIELDS),
      ...this.fields(record, { offlineSince: this.asMoment, faultedSince: this.asMoment }),
    };
    const { status, deploymentState } = fields;
    if (status && !isOneOf('available occupied reserved unavailable faulted', status as string))
      this.strange('status', status as string);
    if (deploymentState && !isOneOf('production stock deprecated', deploymentState as string))
      this.strange('deploymentState', deploymentState as string);
    const evses = record.evses === undefined ? {} : { evses: this.parts(record.evses, true) };
    this.isLate = false;
    return {
      id,
      ...fields,
      ...(lastMessageAt === undefined ? {} : { lastMessageAt }),
      ...evses,
    };
  }

  private readonly asMoment = (value: unknown): number | undefined => {
    const moment = readMoment(value);
    return moment !== undefined && moment <= this.latest ? moment : undefined;
  };

  /** A moment that is given and can be read; null clears. */
  private moment(value: unknown): number | null | undefined {
    if (value == null) return value as null | undefined;
    return this.asMoment(value) ?? this.skip();
  }

  /** EVSEs, or the connectors of one: of those of one id in a list, the first; null clears them. */
  private parts(list: unknown, isEvse: boolean): (Evse | Connector)[] | null {
    if (list === null) return null;
    const ids = new Set<string>();
    return this.records(list, record => {
      const id = this.id(record);
      if (id === undefined) return undefined;
      if (ids.size === ids.add(id).size) return this.skip();
      const fields = this.fields(record, { status: asText });
      if (isStrange(fields.status as string)) this.strange('status', fields.status as string);
      if (!isEvse || record.connectors === undefined) return { id, ...fields };
      return { id, ...fields, connectors: this.parts(record.connectors, false) };
    }) as (Evse | Connector)[];
  }

  private records<T>(list: unknown, read: (record: Unread) => T | undefined): T[] {
    if (list == null) return [];
    if (!Array.isArray(list)) return this.skip() ?? [];
    return list
      .map(record => (isRecord(record) ? read(record) : this.skip()))
      .filter(record => record !== undefined) as T[];
  }

  private id({ id }: Unread): string | undefined {
    return typeof id === 'string' && id !== '' ? id : this.skip();
  }

  /** The fields that are given and can be read; null clears. */
  private fields(record: Unread, readers: Record<string, Reader>): Unread {
    const read: Unread = {};
    for (const [field, reader] of Object.entries(readers)) {
      const value = record[field];
      if (value === undefined) continue;
      const readable = value === null ? null : reader(value);
      if (readable === undefined) this.skip();
      else read[field] = readable;
    }
    return read;
  }

  private strange(field: string, word: string): void {
    const key = `${field} ${word.toLowerCase()}`;
    if (this.isLate || this.strangeWords.has(key)) return;
    this.strangeWords.add(key);
    this.problems++;
  }
}
