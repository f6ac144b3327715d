import { DEPLOYMENT_STATES, PRODUCTION } from '../../../src/model/deployment.js';
import { MAP_COLUMNS } from '../database/columns.js';
import type { TOTAL_COLUMNS } from '../database/columns.js';
import type { StationRecord } from './records.js';

/** How much is to be added to each column of counts. */
export type Amounts = Partial<Record<(typeof TOTAL_COLUMNS)[number], number>>;

const EVSE_STATUSES = ['available', 'charging', 'faulted', 'undefined'] as const;
const CONNECTIONS = ['online', 'offline', 'unknown'] as const;
const STATIONS = ['enabled', 'disabled', 'station_faulted', 'station_unknown'] as const;
const BUCKETS = ['under_15m', 'under_1h', 'under_24h', 'under_7d', 'older'] as const;

/**
 * What a station adds to the counts (R2 to R9).
 * @param isPlaced whether its location has a usable position
 */
export function contributionOf(station: StationRecord, isPlaced: boolean): Amounts {
  const { deployment, connection, status, bucket } = station;
  if (deployment !== PRODUCTION) return DEPLOYMENT_STATES.includes(deployment) ? {} : { uncounted: 1 };
  const amounts: Amounts = { stations: 1 };
  amounts[CONNECTIONS[connection]!] = 1;
  amounts[STATIONS[status]!] = 1;
  if (bucket !== null) amounts[BUCKETS[bucket]!] = 1;
  if (!isPlaced) amounts.left_out = 1;
  const name = CONNECTIONS[connection];
  if (name === 'unknown') return amounts;
  for (const evse of EVSE_STATUSES)
    if (station[evse] > 0) amounts[name === 'online' ? evse : (`offline_${evse}` as const)] = station[evse];
  return amounts;
}

/** Adds amounts to others. */
export function add(to: Amounts, amounts: Amounts, times: 1 | -1): void {
  for (const column of Object.keys(amounts) as (keyof Amounts)[])
    to[column] = (to[column] ?? 0) + times * amounts[column]!;
}

/** How many EVSEs a map shows of a location. */
export function evsesShown(counts: Amounts): number {
  return EVSE_STATUSES.reduce((sum, status) => sum + (counts[status] ?? 0), 0);
}

/** The amounts of a map alone, zeros included. */
export function mapAmounts(amounts: Amounts): Record<(typeof MAP_COLUMNS)[number], number> {
  return Object.fromEntries(MAP_COLUMNS.map(column => [column, amounts[column] ?? 0])) as never;
}
