import type {
  Evse,
  Location,
  NetworkChange,
  NetworkSnapshot,
  Station,
  StationChange,
} from '../model/records.js';
import { isOneOf, momentOf, withFields } from './plain-records.js';

const DAY = 86_400_000;

type Moment = 'lastMessageAt' | 'offlineSince' | 'faultedSince';

/** What is known of a station. */
export type KnownStation = Omit<Station, 'evses' | Moment> & {
  evses: Evse[];
  lastMessageAt?: number;
  offlineSince?: number;
  faultedSince?: number;
  /** When it was seen to go offline, being stated so, and a fault to begin. */
  offlineSeenAt?: number;
  faultSeenAt?: number;
  /** A stated moment of hearing that was in the future. */
  aheadAt?: number;
  /** When the newest change of it was true, and the fields that changes gave. */
  changedAt?: number;
  given?: string[];
};

export type Place = Omit<Location, 'stations'> & { stations: KnownStation[]; changedAt?: number };

/** When changes removed what is not there any more, by id. */
type Removed = Map<string, number>;

const FIELDS = [
  'href',
  'deploymentState',
  'heartbeatInterval',
  'lastMessageAt',
  'connection',
  'status',
  'evses',
  'offlineSince',
  'faultedSince',
  'errorCode',
  'info',
];

function fieldsGiven(record: object): string[] {
  return FIELDS.filter(field => (record as Record<string, unknown>)[field] !== undefined);
}

/** R4: any report of a status is a sign of life, and so is a change that says nothing at all. */
function isSignOfLife(record: StationChange): boolean {
  const parts = (record.evses ?? []).flatMap(evse => [evse, ...(evse.connectors ?? [])]);
  const isBare = Object.values({ ...record, id: undefined }).every(value => value === undefined);
  return isBare || [record, ...parts].some(({ status }) => !!status);
}

/** R4: what was heard never goes back, and a moment in the future counts as now, once. */
function heard(station: KnownStation, stated: number | undefined, now: number): KnownStation {
  if (stated === undefined || stated === station.aheadAt) return station;
  const lastMessageAt = Math.max(station.lastMessageAt ?? -Infinity, Math.min(stated, now));
  return { ...station, lastMessageAt, aheadAt: stated > now ? stated : station.aheadAt };
}

/** A station's fields, with moments that can be read, of those up to `latest`, and texts that say something. */
function readable(fields: object, latest?: number): object {
  const read: Record<string, unknown> = { ...fields };
  for (const field of ['offlineSince', 'faultedSince'])
    if (read[field] != null) read[field] = momentOf(read[field], latest);
  for (const field of ['errorCode', 'info'])
    if (read[field] === '' || (field === 'errorCode' && isOneOf('noerror', read[field] as string)))
      read[field] = null;
  return read;
}

function isOlder(asOf: number | undefined, known: number | undefined): boolean {
  return asOf !== undefined && known !== undefined && asOf < known;
}

/** A network of plain records that snapshots and changes are told to, the newest of which wins station by station. */
export class PlainNetwork {
  places: Place[] = [];
  /** How many records of changes came late. */
  late = 0;
  private asOf?: number;
  private newest = -Infinity;
  private removedStations: Removed = new Map();
  private removedLocations: Removed = new Map();

  /**
   * @param isOffline whether the station is offline now
   * @param isFaulted whether the station, an EVSE or a connector of it is faulted by its last report
   */
  constructor(
    public now: number,
    private readonly isOffline: (station: KnownStation) => boolean,
    private readonly isFaulted: (station: KnownStation) => boolean,
  ) {}

  /** A snapshot is loaded, the first or another. */
  load({ asOf, locations }: NetworkSnapshot): void {
    const { places, newest, removedStations, removedLocations } = this;
    const stationsBefore = new Map(
      places.flatMap(({ stations }) => stations.map(station => [station.id, station])),
    );
    this.asOf = momentOf(asOf);
    this.now = Math.max(this.now, this.asOf ?? this.now);
    this.newest = -Infinity;
    this.removedStations = new Map();
    this.removedLocations = new Map();
    this.places = locations.map(({ stations, ...place }) => ({
      ...place,
      stations: stations.map(record => this.written(record, stationsBefore.get(record.id))),
    }));
    if (this.asOf === undefined || newest <= this.asOf) return;
    this.newest = newest;
    const { late } = this;
    this.keepChanges({ places, removedStations, removedLocations }, this.asOf);
    this.late = late;
  }

  change({ asOf: stated, removed, locations, stations }: NetworkChange): void {
    const moment = momentOf(stated);
    const asOf = moment !== undefined && moment <= this.now + DAY ? moment : undefined;
    this.now = Math.max(this.now, asOf ?? this.now);
    this.newest = Math.max(this.newest, asOf ?? -Infinity);
    for (const id of removed?.stations ?? []) {
      const known = this.find(id);
      if (known && !this.isLate(asOf, known.changedAt)) this.removeStation(id, asOf);
    }
    for (const id of removed?.locations ?? []) {
      const known = this.places.find(place => place.id === id);
      if (!known) continue;
      const moments = [known.changedAt, ...known.stations.map(station => station.changedAt)];
      if (!this.isLate(asOf, Math.max(...moments.map(at => at ?? -Infinity)))) this.removeLocation(id, asOf);
    }
    for (const location of locations ?? []) this.put(location, asOf);
    for (const station of stations ?? []) this.changeStation(station, asOf);
  }

  find(id: string): KnownStation | undefined {
    for (const { stations } of this.places) {
      const found = stations.find(station => station.id === id);
      if (found) return found;
    }
    return undefined;
  }

  /** What changes said that are newer than the snapshot still holds. */
  private keepChanges(
    before: { places: Place[]; removedStations: Removed; removedLocations: Removed },
    asOf: number,
  ): void {
    const kept: { at?: number; keep: () => void }[] = [
      ...[...before.removedStations].map(([id, at]) => ({ at, keep: () => this.removeStation(id, at) })),
      ...[...before.removedLocations].map(([id, at]) => ({ at, keep: () => this.removeLocation(id, at) })),
      ...before.places.map(place => ({
        at: place.changedAt,
        keep: () => this.keepPlace(place, before.places),
      })),
    ];
    // In the order in which they were true.
    const newer = kept.filter(({ at }) => isOlder(asOf, at)).sort((one, other) => one.at! - other.at!);
    for (const { keep } of newer) keep();
    for (const known of before.places.flatMap(({ stations }) => stations)) {
      if (!isOlder(asOf, known.changedAt)) continue;
      this.replace(known.id, station => {
        const kept = Object.fromEntries(
          (known.given ?? [])
            .filter(field => field !== 'lastMessageAt' || known.lastMessageAt === undefined)
            .map(field => [field, known[field as keyof KnownStation]]),
        );
        const { changedAt, given } = known;
        return this.sinceWhen(known, { ...station, ...kept, changedAt, given });
      });
    }
  }

  /** Puts a place again, which took out no station that was at another. */
  private keepPlace(place: Place, placesBefore: readonly Place[]): void {
    const others = placesBefore.filter(other => other !== place);
    const elsewhere = others.flatMap(({ stations }) => stations.map(({ id }) => id));
    const here = this.places.find(({ id }) => id === place.id)?.stations ?? [];
    const moved = here.filter(({ id }) => elsewhere.includes(id));
    this.put({ ...place, stations: [...place.stations, ...moved] } as Location, place.changedAt);
  }

  private put({ stations, ...record }: Location, asOf: number | undefined): void {
    const known = this.places.find(place => place.id === record.id);
    if (isOlder(asOf, this.removedLocations.get(record.id))) {
      this.late++;
      return;
    }
    if (this.isLate(asOf, known?.changedAt)) return;
    const staying = (known?.stations ?? []).filter(station => isOlder(asOf, station.changedAt));
    const written: KnownStation[] = [];
    for (const station of stations) {
      const removedAt = this.removedStations.get(station.id);
      const past = this.find(station.id);
      if (isOlder(asOf, removedAt)) this.late++;
      else if (!this.isLate(asOf, past?.changedAt)) {
        const after = this.written(station, past);
        const dated = { changedAt: asOf, given: FIELDS };
        const undated = { changedAt: past?.changedAt, given: past?.given };
        written.push({ ...after, ...(asOf === undefined ? undated : dated) });
      }
    }
    const gone = (known?.stations ?? []).filter(station => !staying.includes(station));
    for (const { id } of gone) this.removeStation(id, asOf);
    for (const { id } of written) {
      this.removeStation(id, undefined);
      this.removedStations.delete(id);
    }
    this.removedLocations.delete(record.id);
    const place = { ...record, changedAt: asOf ?? known?.changedAt, stations: [...staying, ...written] };
    const index = this.places.findIndex(({ id }) => id === record.id);
    this.places.splice(index < 0 ? this.places.length : index, index < 0 ? 0 : 1, place);
  }

  private changeStation(record: StationChange, asOf: number | undefined): void {
    const { id, lastMessageAt, ...fields } = record;
    const known = this.find(id);
    if (!known) {
      // One that is older than the snapshot may be of a station that the snapshot has no longer.
      this.isLate(asOf, this.removedStations.get(id));
      return;
    }
    const isLate = this.isLate(asOf, known.changedAt);
    const believed = momentOf(lastMessageAt, this.now + DAY);
    this.replace(id, before => {
      let after = isLate ? before : withFields(before, readable(fields, this.now + DAY));
      if (lastMessageAt === null) {
        if (!isLate) after = { ...after, lastMessageAt: undefined, aheadAt: undefined };
      } else {
        after = heard(after, believed ?? (isSignOfLife(record) ? (asOf ?? this.now) : undefined), this.now);
      }
      if (isLate) return this.sinceWhen(before, after);
      const told = fieldsGiven(record);
      // With a fault goes what was said of it.
      const ended = this.isFaulted(before) && !this.isFaulted(after) ? ['errorCode', 'info'] : [];
      for (const field of ended) if (!told.includes(field)) after = { ...after, [field]: undefined };
      const given = [...new Set([...(before.given ?? []), ...told, ...ended])];
      if (asOf !== undefined) after = { ...after, changedAt: asOf, given };
      return this.sinceWhen(before, after);
    });
  }

  /** A station as a record says that is all of it; what was seen of it before goes on. */
  private written({ lastMessageAt, ...record }: Station, before: KnownStation | undefined): KnownStation {
    const station = withFields({ id: record.id, evses: [] } as KnownStation, readable(record));
    if (before?.lastMessageAt !== undefined) station.lastMessageAt = Math.min(before.lastMessageAt, this.now);
    station.aheadAt = before?.aheadAt;
    station.changedAt = station.given = undefined;
    return this.sinceWhen(before, heard(station, momentOf(lastMessageAt), this.now));
  }

  private removeStation(id: string, asOf: number | undefined): void {
    if (this.find(id))
      for (const place of this.places) place.stations = place.stations.filter(station => station.id !== id);
    if (asOf !== undefined) this.removedStations.set(id, asOf);
  }

  private removeLocation(id: string, asOf: number | undefined): void {
    const known = this.places.find(place => place.id === id);
    for (const station of known?.stations ?? []) this.removeStation(station.id, asOf);
    this.places = this.places.filter(place => place !== known);
    if (asOf !== undefined) this.removedLocations.set(id, asOf);
  }

  private replace(id: string, write: (before: KnownStation) => KnownStation): void {
    for (const place of this.places)
      place.stations = place.stations.map(station => (station.id === id ? write(station) : station));
  }

  private isLate(asOf: number | undefined, changedAt: number | undefined): boolean {
    if (!isOlder(asOf, this.asOf) && !isOlder(asOf, changedAt)) return false;
    this.late++;
    return true;
  }

  /** R27: what began was seen to, and what was stated of what is over is forgotten. */
  private sinceWhen(before: KnownStation | undefined, after: KnownStation): KnownStation {
    const wasOffline = before && this.isOffline(before);
    const isOffline = this.isOffline(after);
    const isFaulted = this.isFaulted(after);
    const began = after.connection === 'offline' && before ? this.now : undefined;
    const faultBegan = before && (this.isFaulted(before) ? before.faultSeenAt : this.now);
    return {
      ...after,
      offlineSince: isOffline ? after.offlineSince : undefined,
      offlineSeenAt: isOffline ? (wasOffline ? before.offlineSeenAt : began) : undefined,
      faultedSince: isFaulted ? after.faultedSince : undefined,
      faultSeenAt: isFaulted ? faultBegan : undefined,
    };
  }
}
