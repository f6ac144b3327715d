import { DEPLOYMENT_STATES, PRODUCTION } from '../../../src/model/deployment.js';
import type { Dimension } from '../../../src/model/records.js';
import { CONNECTION_STATUSES, EVSE_STATUSES } from '../../../src/model/statuses.js';
import { MAP_COLUMNS, STATUS_COLUMNS } from '../database/columns.js';
import type { CountColumn } from '../database/columns.js';
import type { StationRecord } from './records.js';

/** How much is to be added to each column of counts. */
export type Amounts = Partial<Record<CountColumn, number>>;

/** The column that counts a dimension's status, by its index. */
function columnOf(dimension: Dimension, status: number): CountColumn {
  return STATUS_COLUMNS[dimension][status]![1];
}

/**
 * What a station adds to the counts (R2 to R9).
 * @param isPlaced whether its location has a usable position
 */
export function contributionOf(station: StationRecord, isPlaced: boolean): Amounts {
  const { deployment, connection, status, bucket } = station;
  if (deployment !== PRODUCTION) return DEPLOYMENT_STATES.includes(deployment) ? {} : { uncounted: 1 };
  const amounts: Amounts = { stations: 1 };
  amounts[columnOf('connection', connection)] = 1;
  amounts[columnOf('station', status)] = 1;
  if (bucket !== null) amounts[columnOf('last-message', bucket)] = 1;
  if (!isPlaced) amounts.left_out = 1;
  const name = CONNECTION_STATUSES[connection];
  if (name === 'unknown') return amounts;
  for (const evse of EVSE_STATUSES)
    if (station[evse] > 0) amounts[name === 'online' ? evse : (`offline_${evse}` as const)] = station[evse];
  return amounts;
}

/** Adds amounts to others. */
export function add(to: Amounts, amounts: Amounts, times: 1 | -1): void {
  for (const name in amounts) {
    const column = name as keyof Amounts;
    to[column] = (to[column] ?? 0) + times * amounts[column]!;
  }
}

/** How many EVSEs a map shows of a location. */
export function evsesShown(counts: Amounts): number {
  return EVSE_STATUSES.reduce((sum, status) => sum + (counts[status] ?? 0), 0);
}

/** The amounts of a map alone, zeros included. */
export function mapAmounts(amounts: Amounts): Record<(typeof MAP_COLUMNS)[number], number> {
  const all: Amounts = {};
  for (const column of MAP_COLUMNS) all[column] = amounts[column] ?? 0;
  return all as never;
}
