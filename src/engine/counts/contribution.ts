import { CONNECTION_STATUSES, EVSE_STATUSES, STATION_STATUSES } from '../../model/statuses.js';
import type { StationTable } from '../store/tables.js';

export const ONLINE = CONNECTION_STATUSES.indexOf('online');
export const OFFLINE = CONNECTION_STATUSES.indexOf('offline');

/**
 * Places in a row of counts. The first eight are what a map's node counts too, so that a change is a difference of a few
 * numbers, added up the hierarchy.
 */
export const CONNECTION_AT = 0;
/** EVSEs of an online station (R6). */
export const EVSE_AT = CONNECTION_AT + CONNECTION_STATUSES.length;
/** Locations with an EVSE to show: a map's node alone uses it. */
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
  /** Where in it something is not 0, rising; `size` of them. */
  readonly places: Int32Array;
  size = 0;

  constructor(width: number) {
    this.values = new Int32Array(width);
    this.places = new Int32Array(width);
  }

  clear(): void {
    this.values.fill(0);
    this.size = 0;
  }

  /** Adds what a station adds to the counts, or takes it away: nothing where it is not in production (R2). */
  contribute(stations: StationTable, station: number, isProduction: boolean, times: 1 | -1): void {
    if (!isProduction) return;
    const { values } = this;
    const connection = stations.connection.get(station);
    values[COUNTED_AT]! += times;
    values[CONNECTION_AT + connection]! += times;
    values[STATION_AT + stations.status.get(station)]! += times;
    if (!Number.isNaN(stations.lastMessageAt.get(station)))
      values[BUCKET_AT + stations.bucket.get(station)]! += times;
    if (connection !== ONLINE && connection !== OFFLINE) return;
    const at = connection === ONLINE ? EVSE_AT : OFFLINE_EVSE_AT;
    for (let status = 0; status < EVSE_STATUSES.length; status++)
      values[at + status]! += times * stations.evses[status]!.get(station);
  }

  /** Finds the places, after the last contribution. */
  settle(): void {
    const { values, places } = this;
    let size = 0;
    for (let place = 0; place < values.length; place++) if (values[place] !== 0) places[size++] = place;
    this.size = size;
  }
}
