import type {
  Counts,
  Facet,
  FacetValue,
  LocationDetail,
  MapDimension,
  MapLocation,
  StationDetail,
  StationRow,
} from '../model/questions.js';
import type {
  ConnectionStatus,
  Dimension,
  Evse,
  EvseStatus,
  Location,
  NetworkChange,
  NetworkSnapshot,
  LastMessageMeaning,
  Scope,
  SinceMeaning,
  StationFilter,
  StationStatus,
} from '../model/records.js';

import { PlainNetwork } from './plain-network.js';
import type { KnownStation, Place } from './plain-network.js';
import { isOneOf, isOperative, isStrange, read, readHighest, tally, wrapped } from './plain-records.js';

const CONNECTIONS = ['online', 'offline', 'unknown'];
const EVSES: EvseStatus[] = ['available', 'charging', 'faulted', 'undefined'];
const STATIONS = ['enabled', 'disabled', 'faulted', 'unknown'];
const BUCKETS: [name: string, minutes: number][] = [
  ['under-15m', 15],
  ['under-1h', 60],
  ['under-24h', 24 * 60],
  ['under-7d', 7 * 24 * 60],
  ['older', Infinity],
];

/** Since when, and how that is known. */
interface Since {
  since?: number;
  is?: SinceMeaning;
}

/** R2. */
function deployment({ deploymentState }: KnownStation): string {
  return deploymentState ? deploymentState.toLowerCase() : 'production';
}

function isProduction(station: KnownStation): boolean {
  return deployment(station) === 'production';
}

/** Whether a station reports a fault of itself as a whole. */
function isFaultedItself({ status }: KnownStation): boolean {
  return isOneOf('faulted', status);
}

function hasPosition({ latitude, longitude }: Place): boolean {
  if (!Number.isFinite(latitude) || !Number.isFinite(longitude) || Math.abs(latitude) > 90) return false;
  return latitude !== 0 || longitude !== 0;
}

/**
 * A network of plain records that counts everything anew, straight from the words of the requirements: the oracle of
 * `checkProvider` and of the engine's tests. It shares no code with the engine.
 */
export class BruteForce {
  private readonly network: PlainNetwork;

  constructor(
    locations: readonly Location[],
    now: number,
    private readonly missedHeartbeats = 3,
    private readonly lastMessageIs: LastMessageMeaning = 'message',
  ) {
    this.network = new PlainNetwork(
      now,
      station => this.connection(station) === 'offline',
      station => this.isBehind('faulted', station),
    );
    this.load({ locations: [...locations] });
  }

  /** The network's clock, which data moves forward. */
  get now(): number {
    return this.network.now;
  }

  set now(now: number) {
    this.network.now = now;
  }

  /** How many records of changes came late. */
  get late(): number {
    return this.network.late;
  }

  get ids(): { locations: string[]; stations: string[] } {
    return {
      locations: this.places.map(({ id }) => id),
      stations: this.places.flatMap(({ stations }) => stations.map(({ id }) => id)),
    };
  }

  /** The countries and operators that locations state. */
  get words(): { countries: string[]; operators: string[] } {
    const once = (texts: (string | undefined)[]) => [...new Set(texts.filter(text => text !== undefined))];
    return {
      countries: once(this.places.map(({ country }) => country)),
      operators: once(this.places.map(({ operator }) => operator)),
    };
  }

  /** R32: the values that production stations have, most stations first, then by value. */
  facets(facet: Facet, scope?: Scope): FacetValue[] {
    const byValue = new Map<string, number>();
    for (const place of this.inScope(scope)) {
      const value = place[facet];
      const stations = place.stations.filter(isProduction).length;
      if (value?.trim() && stations > 0) byValue.set(value, (byValue.get(value) ?? 0) + stations);
    }
    const values = [...byValue.keys()].sort();
    return values
      .map(value => ({ value, stations: byValue.get(value)! }))
      .sort((one, other) => other.stations - one.stations);
  }

  /** What a source would load now. */
  snapshot(): NetworkSnapshot {
    const locations = this.places.map(place => ({
      ...place,
      changedAt: undefined,
      stations: place.stations.map(station => {
        const notStated = {
          offlineSeenAt: undefined,
          faultSeenAt: undefined,
          aheadAt: undefined,
          changedAt: undefined,
          given: undefined,
        };
        return { ...station, ...notStated };
      }),
    }));
    return { asOf: this.now, locations };
  }

  /** Another snapshot is loaded, of this moment or an older one. */
  load(snapshot: NetworkSnapshot): void {
    this.network.load(snapshot);
  }

  change(change: NetworkChange): void {
    this.network.change(change);
  }

  counts(
    dimension: Dimension,
    {
      scope,
      includeOffline,
      locationIds,
    }: { scope?: Scope; includeOffline?: boolean; locationIds?: string[] } = {},
  ): Counts {
    return this.count(dimension, this.production(scope, locationIds), includeOffline);
  }

  private count(dimension: Dimension, stations: readonly KnownStation[], includeOffline?: boolean): Counts {
    switch (dimension) {
      case 'connection':
        return tally(
          CONNECTIONS,
          stations.map(station => this.connection(station)),
        );
      case 'evse':
        return tally(
          EVSES,
          stations
            .filter(station =>
              (includeOffline ? ['online', 'offline'] : ['online']).includes(this.connection(station)),
            )
            .flatMap(station => station.evses.map(evse => this.evseStatus(station, evse))),
        );
      case 'last-message':
        return tally(
          BUCKETS.map(([name]) => name),
          stations.flatMap(station => this.bucket(station) ?? []),
        );
      case 'station':
        return tally(
          STATIONS,
          stations.map(station => this.stationStatus(station)),
        );
    }
  }

  /** Production stations without a usable position. */
  leftOut(): number {
    return this.places
      .filter(place => !hasPosition(place))
      .reduce((sum, { stations }) => sum + stations.filter(isProduction).length, 0);
  }

  /**
   * Words that are not in the table that they are read by: statuses, of stations as a whole (R8) and of their parts, and
   * then deployment states; each once, in lower case, sorted.
   */
  strangeWords(): string[] {
    const stations = this.places.flatMap(({ stations }) => stations);
    const parts = stations.flatMap(({ evses }) => evses.flatMap(evse => [evse, ...(evse.connectors ?? [])]));
    const isStrangeOfStation = (word: string | undefined) =>
      !!word && !isOneOf('available occupied reserved unavailable faulted', word);
    const statuses = [
      ...stations.map(({ status }) => status).filter(isStrangeOfStation),
      ...parts.map(({ status }) => status).filter(isStrange),
    ];
    const states = stations.map(deployment).filter(state => !isOneOf('production stock deprecated', state));
    const once = (words: (string | undefined)[]) =>
      [...new Set(words.map(word => word!.toLowerCase()))].sort();
    return [...once(statuses), ...once(states)];
  }

  /** The locations on a map: those with production stations and a usable position. */
  onMap(scope?: Scope): Place[] {
    return this.inScope(scope).filter(place => hasPosition(place) && place.stations.some(isProduction));
  }

  /** The locations that have something to show on a map, each by itself. */
  pins(dimension: MapDimension, scope?: Scope): MapLocation[] {
    return this.onMap(scope).flatMap(place => {
      const { id, name, latitude, longitude } = place;
      const stations = place.stations.filter(isProduction);
      const { total, byStatus } = this.count(dimension, stations);
      if (total === 0) return [];
      return {
        id,
        name,
        latitude,
        longitude: wrapped(longitude),
        counts: byStatus,
        stations: stations.length,
      };
    });
  }

  /** IDs of the stations that a filter holds, sorted. */
  stations(filter: StationFilter, scope?: Scope): string[] {
    const ids: string[] = [];
    const holds = (list: string[] | undefined, value: string | undefined) =>
      !list || (value !== undefined && list.includes(value));
    for (const place of this.inScope(scope)) {
      for (const station of place.stations) {
        if (
          holds(filter.connection, this.connection(station)) &&
          (!filter.evse || filter.evse.some(status => this.isBehind(status, station))) &&
          holds(filter.lastMessage, this.bucket(station)) &&
          holds(filter.station, this.stationStatus(station)) &&
          holds(filter.locationIds, place.id) &&
          holds(filter.country, place.country) &&
          holds(filter.operator, place.operator) &&
          holds(filter.deploymentState ?? ['production'], deployment(station)) &&
          this.isInTroubleFor(station, filter.troubleFor)
        ) {
          ids.push(station.id);
        }
      }
    }
    return ids.sort();
  }

  /** Production stations as rows of a list, by their ids. */
  rows(): Map<string, StationRow> {
    return new Map(
      this.places.flatMap(place =>
        place.stations.filter(isProduction).map(station => {
          const { id: locationId, name: locationName, href: locationHref } = place;
          const { country, operator } = place;
          const where = { locationId, locationName, locationHref, country, operator };
          return [station.id, { ...this.detail(station), ...where }];
        }),
      ),
    );
  }

  location(id: string, scope?: Scope): LocationDetail | undefined {
    const place = this.inScope(scope).find(place => place.id === id);
    if (!place) return undefined;
    const { name, country, operator, href } = place;
    return {
      ...{ id, name, country, operator, href },
      latitude: hasPosition(place) ? place.latitude : NaN,
      longitude: hasPosition(place) ? wrapped(place.longitude) : NaN,
      stations: place.stations.filter(isProduction).map(station => this.detail(station)),
    };
  }

  private detail(station: KnownStation): StationDetail {
    const { offline, fault } = this.troubles(station);
    const trouble = this.inTrouble(station)[0];
    return {
      id: station.id,
      connection: this.connection(station),
      status: this.stationStatus(station),
      evses: station.evses.map(evse => {
        const status = this.evseStatus(station, evse);
        const connectors = evse.connectors?.map(({ id, status: word }) => ({
          id,
          reported: word || undefined,
        }));
        const { id, status: word } = evse;
        return {
          id,
          status,
          reported: word || undefined,
          connectors: connectors?.length ? connectors : undefined,
        };
      }),
      lastMessageAt: station.lastMessageAt,
      offlineSince: offline?.since,
      offlineSinceIs: offline?.is,
      faultedSince: fault?.since,
      faultedSinceIs: fault?.is,
      troubleSince: trouble?.since,
      troubleSinceIs: trouble?.is,
      errorCode: station.errorCode,
      info: station.info,
      href: station.href,
    };
  }

  /** R4. */
  private connection({ connection, heartbeatInterval, lastMessageAt }: KnownStation): ConnectionStatus {
    if (connection) return connection;
    if (!heartbeatInterval) return 'unknown';
    if (lastMessageAt === undefined) return 'offline';
    return this.now - lastMessageAt >= this.missedHeartbeats * heartbeatInterval * 1000
      ? 'offline'
      : 'online';
  }

  /** R5. */
  private evseStatus(station: KnownStation, { status, connectors = [] }: Evse): EvseStatus {
    if (isFaultedItself(station)) return 'faulted';
    return status ? read(status) : readHighest(connectors.map(connector => connector.status));
  }

  /** R20: whether a station, while online, is in the list behind a slice of the EVSE pie. */
  private isBehind(slice: string, station: KnownStation): boolean {
    const { evses } = station;
    if (evses.some(evse => this.evseStatus(station, evse) === slice)) return true;
    if (slice !== 'faulted') return false;
    const connectors = evses.flatMap(({ connectors = [] }) => connectors);
    return isFaultedItself(station) || connectors.some(({ status }) => read(status) === 'faulted');
  }

  /** R7. */
  private bucket({ lastMessageAt }: KnownStation): string | undefined {
    if (lastMessageAt === undefined) return undefined;
    return BUCKETS.find(([, minutes]) => this.now - lastMessageAt < minutes * 60_000)![0];
  }

  /** R8, R9. */
  private stationStatus(station: KnownStation): StationStatus {
    const connection = this.connection(station);
    if (connection === 'offline' || (connection === 'unknown' && station.lastMessageAt === undefined))
      return 'unknown';
    if (isOneOf('available occupied reserved', station.status)) return 'enabled';
    if (isOneOf('unavailable', station.status)) return 'disabled';
    if (isFaultedItself(station)) return 'faulted';
    const words = station.evses.flatMap(({ status, connectors = [] }) => [
      status,
      ...connectors.map(connector => connector.status),
    ]);
    if (words.some(isOperative)) return 'enabled';
    if (words.some(word => read(word) === 'faulted')) return 'faulted';
    return words.some(word => isOneOf('unavailable inoperative', word)) ? 'disabled' : 'unknown';
  }

  /** R26, R27: what a station is in, or last reported; without a moment where that is not known. */
  private troubles(station: KnownStation): { offline?: Since; fault?: Since; silence?: Since } {
    const { connection, heartbeatInterval, lastMessageAt } = station;
    const stated = (since: number | undefined): Since => ({ since, is: 'stated' });
    const seen = (since: number | undefined): Since => ({ since, is: 'observed' });
    const missed = heartbeatInterval && lastMessageAt! + this.missedHeartbeats * heartbeatInterval * 1000;
    const silentAt = this.lastMessageIs === 'message' ? lastMessageAt! + 86_400_000 : NaN;
    const { offlineSince, offlineSeenAt, faultedSince, faultSeenAt } = station;
    const firstKnown = (...moments: Since[]) => moments.find(({ since }) => since! <= this.now) ?? {};
    const derived: Since = { since: missed || undefined, is: 'derived' };
    return {
      ...(this.connection(station) === 'offline' && {
        offline: firstKnown(stated(offlineSince), ...(connection ? [seen(offlineSeenAt)] : []), derived),
      }),
      ...(this.isBehind('faulted', station) && {
        fault: firstKnown(stated(faultedSince), seen(faultSeenAt)),
      }),
      ...(silentAt <= this.now && { silence: { since: silentAt, is: 'derived' } }),
    };
  }

  /** R26: the troubles that a station is in now, the longest first, and then those of which that is not known. */
  private inTrouble(station: KnownStation): Since[] {
    const { offline, fault, silence } = this.troubles(station);
    const present = [offline, this.connection(station) === 'online' ? fault : undefined, silence];
    return present
      .filter(trouble => trouble !== undefined)
      .sort((one, other) => (one.since ?? Infinity) - (other.since ?? Infinity) || 0);
  }

  private isInTroubleFor(station: KnownStation, seconds: number | undefined): boolean {
    if (seconds === undefined) return true;
    const [trouble] = this.inTrouble(station);
    return trouble !== undefined && (seconds === 0 || this.now - trouble.since! > seconds * 1000);
  }

  private get places(): Place[] {
    return this.network.places;
  }

  private inScope({ country, operator }: Scope = {}): Place[] {
    const holds = (wanted: string | string[] | undefined, value: string | undefined) =>
      wanted === undefined || (value !== undefined && [wanted].flat().includes(value));
    return this.places.filter(place => holds(country, place.country) && holds(operator, place.operator));
  }

  private production(scope?: Scope, locationIds?: string[]): KnownStation[] {
    return this.inScope(scope)
      .filter(({ id }) => locationIds?.includes(id) ?? true)
      .flatMap(({ stations }) => stations.filter(isProduction));
  }
}
