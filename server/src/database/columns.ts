import { lastMessageStatuses } from '../../../src/model/last-message.js';
import type { Dimension } from '../../../src/model/records.js';
import { CONNECTION_STATUSES, EVSE_STATUSES, STATION_STATUSES } from '../../../src/model/statuses.js';

/** Counts of stations by connection, and of the EVSEs of online stations by status: what a map shows (R3, R5, R6). */
export const MAP_COLUMNS = [
  'online',
  'offline',
  'unknown',
  'available',
  'charging',
  'faulted',
  'undefined',
] as const;

/** What is counted of each country and operator. */
export const TOTAL_COLUMNS = [
  ...MAP_COLUMNS,
  // EVSEs of offline stations, by their last known status (R6).
  'offline_available',
  'offline_charging',
  'offline_faulted',
  'offline_undefined',
  // Stations by their status as a whole (R8).
  'enabled',
  'disabled',
  'station_faulted',
  'station_unknown',
  // By how old their last message is (R7).
  'under_15m',
  'under_1h',
  'under_24h',
  'under_7d',
  'older',
  // In production; of those without a usable position; in a deployment state that is in no table (R2).
  'stations',
  'left_out',
  'uncounted',
] as const;

export type CountColumn = (typeof TOTAL_COLUMNS)[number];

/** Each dimension's statuses in their fixed order, and the columns that count them. */
export const STATUS_COLUMNS: Readonly<
  Record<Dimension, readonly (readonly [status: string, column: CountColumn])[]>
> = {
  connection: CONNECTION_STATUSES.map(status => [status, status] as const),
  evse: EVSE_STATUSES.map(status => [status, status] as const),
  'last-message': lastMessageStatuses().map(
    status => [status, status.replace('-', '_') as CountColumn] as const,
  ),
  station: STATION_STATUSES.map(
    status =>
      [
        status,
        status === 'faulted' || status === 'unknown' ? (`station_${status}` as const) : status,
      ] as const,
  ),
};

/** Columns of each, as SQL lists them: made of the names above alone. */
export function listed(
  columns: readonly string[],
  each: (column: string) => string = column => column,
): string {
  return columns.map(each).join(', ');
}
