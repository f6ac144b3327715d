import { DEPLOYMENT_STATES, PRODUCTION } from '../../../src/model/deployment.js';
import type { Dimension } from '../../../src/model/records.js';
import { CONNECTION_STATUSES, EVSE_STATUSES } from '../../../src/model/statuses.js';
import { MAP_COLUMNS, STATUS_COLUMNS, TOTAL_COLUMNS } from '../database/columns.js';
import type { CountColumn } from '../database/columns.js';
import type { MapCounts, StationRecord } from './records.js';

/** How much is to be added to each column of counts, in their order: millions of stations are counted by these. */
export type Amounts = number[];

const PLACES = new Map(TOTAL_COLUMNS.map((column, place) => [column, place]));
const placeOf = (column: CountColumn) => PLACES.get(column)!;

/** Of a dimension, where each of its statuses is counted. */
const placesOf = (dimension: Dimension) => STATUS_COLUMNS[dimension].map(([, column]) => placeOf(column));

const CONNECTION_PLACES = placesOf('connection');
const STATION_PLACES = placesOf('station');
const LAST_MESSAGE_PLACES = placesOf('last-message');
const EVSE_PLACES = placesOf('evse');
const OFFLINE_EVSE_PLACES = EVSE_STATUSES.map(status => placeOf(`offline_${status}`));
const STATIONS = placeOf('stations');
const LEFT_OUT = placeOf('left_out');
const UNCOUNTED = placeOf('uncounted');

export function nothing(): Amounts {
  return TOTAL_COLUMNS.map(() => 0);
}

/**
 * Adds what a station adds to the counts (R2 to R9), or takes it away.
 * @param isPlaced whether its location has a usable position
 */
export function count(to: Amounts, station: StationRecord, isPlaced: boolean, times: 1 | -1): void {
  const { deployment, connection, status, bucket } = station;
  if (deployment !== PRODUCTION) {
    if (!DEPLOYMENT_STATES.includes(deployment)) to[UNCOUNTED]! += times;
    return;
  }
  to[STATIONS]! += times;
  to[CONNECTION_PLACES[connection]!]! += times;
  to[STATION_PLACES[status]!]! += times;
  if (bucket !== null) to[LAST_MESSAGE_PLACES[bucket]!]! += times;
  if (!isPlaced) to[LEFT_OUT]! += times;
  const name = CONNECTION_STATUSES[connection];
  if (name === 'unknown') return;
  const places = name === 'online' ? EVSE_PLACES : OFFLINE_EVSE_PLACES;
  for (let evse = 0; evse < EVSE_STATUSES.length; evse++)
    to[places[evse]!]! += times * station[EVSE_STATUSES[evse]!];
}

/** How many EVSEs a map shows of a location. */
export function evsesShown(counts: MapCounts): number {
  return EVSE_STATUSES.reduce((sum, status) => sum + counts[status], 0);
}

/** What is counted of a location. */
type Counted = MapCounts & { stations: number };

/** Amounts as a location's row has them. */
export function amountsOf(location: Counted): Amounts {
  const amounts = nothing();
  for (const column of MAP_COLUMNS) amounts[placeOf(column)] = location[column];
  amounts[STATIONS] = location.stations;
  return amounts;
}

/** Has a location's row say amounts. */
export function writeAmounts<Row extends object>(row: Row, amounts: Amounts): Row & Counted {
  const counted = row as Row & Counted;
  for (const column of MAP_COLUMNS) counted[column] = amounts[placeOf(column)]! as Counted[typeof column];
  counted.stations = amounts[STATIONS]! as Counted['stations'];
  return counted;
}
