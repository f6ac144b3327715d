import { deploymentStateOf, PRODUCTION } from '../model/deployment.js';
import { isFields, isTexts, shown } from '../model/fields.js';
import type { StationFilter } from '../model/records.js';
import { lastsLonger } from '../model/trouble-since.js';
import { CONNECTION_STATUSES, EVSE_STATUSES, STATION_STATUSES } from '../model/statuses.js';
import { codeMatcher } from './counts/scopes.js';
import type { Network } from './network.js';
import type { Int32Column } from './store/block.js';

const FILTER_FIELDS: readonly (keyof StationFilter)[] = [
  'connection',
  'evse',
  'lastMessage',
  'station',
  'locationIds',
  'country',
  'operator',
  'deploymentState',
  'troubleFor',
];

/** Whether a station is one of those that are asked for. */
export type Matcher = (station: number) => boolean;

/** The given statuses as bits by their index. */
function bitsOf(field: keyof StationFilter, given: readonly string[], statuses: readonly string[]): number {
  return given.reduce((bits, status, index) => {
    const place = statuses.indexOf(status);
    if (place < 0) {
      throw new RangeError(
        `filter.${field}[${index}] is "${status}"; expected one of ${statuses.join(', ')}.`,
      );
    }
    return bits | (1 << place);
  }, 0);
}

/**
 * The tests that a filter makes, one a field that it gives; all must hold.
 * @throws RangeError naming what of it is not as expected
 */
export function filterMatchers(network: Network, filter: StationFilter): Matcher[] {
  const { stations, locations, dictionary } = network.store;
  const tests: Matcher[] = [];
  if (!isFields(filter as unknown))
    throw new RangeError(`filter is ${shown(filter)}; expected an object of lists.`);
  for (const [field, list] of Object.entries(filter) as [string, unknown][]) {
    if (!(FILTER_FIELDS as readonly string[]).includes(field))
      throw new RangeError(`filter has a field "${field}"; expected ${FILTER_FIELDS.join(', ')}.`);
    if (field !== 'troubleFor' && list != null && !isTexts(list))
      throw new RangeError(`filter.${field} is ${shown(list)}; expected a list of texts.`);
  }
  const { connection, evse, lastMessage, station, locationIds, country, operator, troubleFor } = filter;
  const ofLocation = (column: Int32Column, texts: string[]): Matcher => {
    const matches = codeMatcher(texts, dictionary);
    return row => matches(column.get(stations.location.get(row)));
  };
  const ofBits =
    (bits: number, indexOf: (row: number) => number): Matcher =>
    row =>
      (bits & (1 << indexOf(row))) !== 0;

  if (connection) {
    tests.push(
      ofBits(bitsOf('connection', connection, CONNECTION_STATUSES), row => stations.connection.get(row)),
    );
  }
  if (station)
    tests.push(ofBits(bitsOf('station', station, STATION_STATUSES), row => stations.status.get(row)));
  if (evse) {
    const bits = bitsOf('evse', evse, EVSE_STATUSES);
    tests.push(row => (bits & stations.evseMatches.get(row)) !== 0);
  }
  if (lastMessage) {
    const bits = bitsOf('lastMessage', lastMessage, network.lastMessageStatuses);
    const isIn = ofBits(bits, row => stations.bucket.get(row));
    tests.push(row => !Number.isNaN(stations.lastMessageAt.get(row)) && isIn(row));
  }
  if (locationIds) {
    const rows = new Set(locationIds.map(id => locations.index.rowOf(id)));
    tests.push(row => rows.has(stations.location.get(row)));
  }
  if (country) tests.push(ofLocation(locations.country, country));
  if (operator) tests.push(ofLocation(locations.operator, operator));
  if (troubleFor != null) tests.push(troubleMatcher(network, troubleFor));
  const states = filter.deploymentState ?? [PRODUCTION];
  const isDeployed = codeMatcher(states.map(deploymentStateOf), dictionary);
  tests.push(row => isDeployed(stations.deployment.get(row)));
  return tests;
}

/** Whether a station is in trouble for longer than so many seconds (R27). */
function troubleMatcher({ derivation, now }: Network, troubleFor: number): Matcher {
  if (!(Number.isFinite(troubleFor) && troubleFor >= 0))
    throw new RangeError(`filter.troubleFor is ${shown(troubleFor)}; expected seconds, 0 or more.`);
  return row => {
    const { trouble } = derivation.troublesOf(row, now);
    return trouble !== undefined && lastsLonger(trouble, troubleFor, now);
  };
}

/** Whether a station's ID, its location's ID or name holds a text, in any case. */
export function searchMatcher(network: Network, search: string): Matcher {
  const { stations, locations } = network.store;
  const text = search.trim().toLowerCase();
  const holds = (value: string | undefined) => value?.toLowerCase().includes(text) ?? false;
  return row => {
    const location = stations.location.get(row);
    return (
      holds(stations.ids.get(row)) ||
      holds(locations.names.get(location)) ||
      holds(locations.ids.get(location))
    );
  };
}
