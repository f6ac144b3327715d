import { CONNECTION_STATUSES, EVSE_STATUSES, STATION_STATUSES } from '../model/statuses.js';
import type { StationTable } from './tables.js';

export const ONLINE = CONNECTION_STATUSES.indexOf('online');
export const OFFLINE = CONNECTION_STATUSES.indexOf('offline');

/**
 * What one station adds to every count: a row of small numbers. Its first eight are what a map's node counts too, so that
 * a change is the difference of two rows, added up the hierarchy.
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

/** Fills a row with what a station adds to the counts; nothing where it is not in production (R2). */
export function contribute(
  stations: StationTable,
  station: number,
  isProduction: boolean,
  row: Int32Array,
): void {
  row.fill(0);
  if (!isProduction) return;
  const connection = stations.connection[station]!;
  row[COUNTED_AT] = 1;
  row[CONNECTION_AT + connection] = 1;
  row[STATION_AT + stations.status[station]!] = 1;
  if (!Number.isNaN(stations.lastMessageAt[station]!)) row[BUCKET_AT + stations.bucket[station]!] = 1;
  if (connection !== ONLINE && connection !== OFFLINE) return;
  const at = connection === ONLINE ? EVSE_AT : OFFLINE_EVSE_AT;
  for (let status = 0; status < EVSE_STATUSES.length; status++)
    row[at + status] = stations.evses[4 * station + status]!;
}
