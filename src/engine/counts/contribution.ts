import { CONNECTION_STATUSES, EVSE_STATUSES, STATION_STATUSES } from '../../model/statuses.js';
import type { Store } from '../store/store.js';
import { NONE } from '../store/tables.js';

const ONLINE = CONNECTION_STATUSES.indexOf('online');
const OFFLINE = CONNECTION_STATUSES.indexOf('offline');

/**
 * Places in a row of counts. The first eight are what a map's node counts too, so that a change is a difference of a few
 * numbers, added up the hierarchy.
 */
export const CONNECTION_AT = 0;
/** EVSEs of an online station (R6). */
export const EVSE_AT = CONNECTION_AT + CONNECTION_STATUSES.length;
/** Locations with an EVSE to show: only a map's nodes use it. */
export const PRESENT_AT = EVSE_AT + EVSE_STATUSES.length;
export const MAP_WIDTH = PRESENT_AT + 1;
/** EVSEs of an offline station, by their last known status (R6). */
export const OFFLINE_EVSE_AT = MAP_WIDTH;
export const STATION_AT = OFFLINE_EVSE_AT + EVSE_STATUSES.length;
/** The station itself: 1 in production. */
export const COUNTED_AT = STATION_AT + STATION_STATUSES.length;
export const BUCKET_AT = COUNTED_AT + 1;

/** How long a row is with this many last-message statuses. */
export function contributionWidth(buckets: number): number {
  return BUCKET_AT + buckets;
}

/** What is to be added to rows of counts: mostly one status loses what another gains, and all else stays. */
export class Difference {
  /** A whole row. */
  readonly values: Int32Array;
  /** Where in it something may not be 0; `size` of them. */
  readonly places: Int32Array;
  size = 0;
  private readonly isListed: Uint8Array;

  constructor(width: number) {
    this.values = new Int32Array(width);
    this.places = new Int32Array(width);
    this.isListed = new Uint8Array(width);
  }

  clear(): void {
    const { values, places, isListed, size } = this;
    for (let each = 0; each < size; each++) values[places[each]!] = isListed[places[each]!] = 0;
    this.size = 0;
  }

  /** Adds what a station adds to the counts, or takes it away: nothing where it is not in production (R2). */
  contribute({ stations, production }: Store, station: number, times: 1 | -1): void {
    if (stations.deployment.get(station) !== production) return;
    const connection = stations.connection.get(station);
    this.add(CONNECTION_AT + connection, times);
    if (connection === ONLINE || connection === OFFLINE) {
      const at = connection === ONLINE ? EVSE_AT : OFFLINE_EVSE_AT;
      for (let status = 0; status < EVSE_STATUSES.length; status++) {
        const evses = stations.evses[status]!.get(station);
        if (evses !== 0) this.add(at + status, times * evses);
      }
    }
    this.add(STATION_AT + stations.status.get(station), times);
    this.add(COUNTED_AT, times);
    if (!Number.isNaN(stations.lastMessageAt.get(station)))
      this.add(BUCKET_AT + stations.bucket.get(station), times);
  }

  /** Drops the places that came to 0, after the last contribution. */
  settle(): void {
    const { values, places, isListed, size } = this;
    let kept = 0;
    for (let each = 0; each < size; each++) {
      const place = places[each]!;
      if (values[place] === 0) isListed[place] = 0;
      else places[kept++] = place;
    }
    this.size = kept;
  }

  private add(place: number, amount: number): void {
    if (this.isListed[place] === 0) {
      this.isListed[place] = 1;
      this.places[this.size++] = place;
    }
    this.values[place]! += amount;
  }
}

/** What each station of a network adds to the counts. */
export class Contributions {
  private readonly scratch: Difference;

  /** @param width of a row */
  constructor(
    private readonly store: Store,
    readonly width: number,
  ) {
    this.scratch = new Difference(width);
  }

  /** Visits every station's location, and what the station adds; that holds until the next one is visited. */
  forEach(visit: (location: number, contribution: Difference) => void): void {
    const { store, scratch } = this;
    const { rows, location } = store.stations;
    for (let station = 0; station < rows.end; station++) {
      if (location.get(station) === NONE) continue;
      scratch.clear();
      scratch.contribute(store, station, 1);
      if (scratch.size > 0) visit(location.get(station), scratch);
    }
  }
}
