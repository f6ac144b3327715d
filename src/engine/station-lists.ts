import type { StationPage, StationQuery, StationRow, StationSortKey } from '../model/questions.js';
import { deploymentStateOf, PRODUCTION } from '../model/deployment.js';
import { isFields, shown } from '../model/fields.js';
import { CONNECTION_STATUSES, EVSE_STATUSES, STATION_STATUSES } from '../model/statuses.js';
import type { Scope, StationFilter } from '../model/records.js';
import { stationRow } from './answers.js';
import { KeptLists } from './kept-lists.js';
import type { StationList } from './kept-lists.js';
import type { Int32Column } from './store/block.js';
import type { Network } from './network.js';
import { codeMatcher } from './counts/scopes.js';
import { NONE } from './store/tables.js';

/** Rows a page, unless the query says otherwise. */
const LIMIT = 100;

const FILTER_FIELDS: readonly (keyof StationFilter)[] = [
  'connection',
  'evse',
  'lastMessage',
  'station',
  'locationIds',
  'country',
  'operator',
  'deploymentState',
];

/** Stands in a list for a station that the network has no more. */
const GONE = -1;

/** A list, and where in it a page begins; its name where it is kept. */
interface Reading {
  list: StationList;
  name?: string;
  from: number;
}

type Matcher = (station: number) => boolean;

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

/** The tests that a filter makes, one a field that it gives; all must hold. */
function matchers(network: Network, filter: StationFilter): Matcher[] {
  const { stations, locations, dictionary } = network.store;
  const tests: Matcher[] = [];
  if (!isFields(filter as unknown))
    throw new RangeError(`filter is ${shown(filter)}; expected an object of lists.`);
  for (const [field, list] of Object.entries(filter)) {
    if (!(FILTER_FIELDS as readonly string[]).includes(field))
      throw new RangeError(`filter has a field "${field}"; expected ${FILTER_FIELDS.join(', ')}.`);
    if (list != null && !Array.isArray(list))
      throw new RangeError(`filter.${field} is ${shown(list)}; expected a list of texts.`);
  }
  const { connection, evse, lastMessage, station, locationIds, country, operator } = filter;
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
  const states = filter.deploymentState ?? [PRODUCTION];
  const isDeployed = codeMatcher(states.map(deploymentStateOf), dictionary);
  tests.push(row => isDeployed(stations.deployment.get(row)));
  return tests;
}

/** Whether a station's ID, its location's ID or name holds a text, in any case. */
function searchMatcher(network: Network, search: string): Matcher {
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

const byText = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' }).compare;

/** How two stations compare by what a list shows in a column. */
function comparer(network: Network, by: StationSortKey): (a: number, b: number) => number {
  const { stations, locations } = network.store;
  const idOf = (row: number) => stations.ids.get(row)!;
  const nameOf = (row: number) => {
    const location = stations.location.get(row);
    return locations.names.get(location) ?? locations.ids.get(location)!;
  };
  // Never heard of is older than anything.
  const heard = (row: number) =>
    Number.isNaN(stations.lastMessageAt.get(row)) ? -Infinity : stations.lastMessageAt.get(row);
  switch (by) {
    case 'id':
      return (a, b) => byText(idOf(a), idOf(b));
    case 'location':
      return (a, b) => byText(nameOf(a), nameOf(b));
    case 'connection':
      return (a, b) => stations.connection.get(a) - stations.connection.get(b);
    case 'status':
      return (a, b) => stations.status.get(a) - stations.status.get(b);
    case 'lastMessageAt':
      return (a, b) => {
        const [first, second] = [heard(a), heard(b)];
        return first < second ? -1 : first > second ? 1 : 0;
      };
    default:
      throw new RangeError(
        `sort.by is "${String(by)}"; expected id, location, connection, status or lastMessageAt.`,
      );
  }
}

/** Answers lists of stations, page by page. */
export class StationLists {
  private readonly kept: KeptLists;

  /** @param name differs from that of any other engine whose cursors a reader may have */
  constructor(
    private network: Network,
    name: string,
  ) {
    this.kept = new KeptLists(name);
  }

  /**
   * A page of a list: which stations, and in which order, is as of the list's first page; each is shown as it is now. Those that were
   * removed meanwhile are left out, those that came are not in it.
   * @throws RangeError naming what of the query is not as expected, or that its cursor's list is kept no longer
   */
  page(query: StationQuery, scope?: Scope): StationPage {
    const limit = query.limit ?? LIMIT;
    if (!(limit >= 0 && (Number.isInteger(limit) || limit === Infinity)))
      throw new RangeError(`limit is ${String(query.limit)}; expected rows a page, 0 or more.`);
    const { filter, search, sort, cursor } = query;
    const key = JSON.stringify([filter, search?.trim() ?? '', sort, scope]);
    const { list, name, from } = cursor ? this.readOn(cursor, key) : this.begin(query, key, scope);
    const end = Math.min(from + limit, list.rows.length);
    const stations: StationRow[] = [];
    for (let index = from; index < end; index++) {
      const row = list.rows[index]!;
      if (!this.isGone(list, row)) stations.push(stationRow(this.network, row));
    }
    const page: StationPage = { stations, total: list.rows.length };
    if (end < list.rows.length && limit > 0) page.cursor = `${name ?? this.kept.add(list)}:${end}`;
    return page;
  }

  /** Goes on with a network that replaces the one before: the lists that are read go on with its stations of the same ids. */
  follow(next: Network): void {
    const before = this.network.store.stations;
    const { stations } = next.store;
    for (const list of this.kept.all()) {
      list.rows = list.rows.map(row =>
        this.isGone(list, row) ? GONE : (stations.index.rowOf(before.ids.get(row)) ?? GONE),
      );
      list.arrivals = stations.arrivals;
    }
    this.network = next;
  }

  private begin(query: StationQuery, key: string, scope: Scope | undefined): Reading {
    const { arrivals } = this.network.store.stations;
    return { list: { key, rows: this.find(query, scope), arrivals }, from: 0 };
  }

  private readOn(cursor: string, key: string): Reading {
    const [name, from] = cursor.split(':');
    const list = this.kept.get(name!);
    if (!list || !/^\d+$/.test(from ?? ''))
      throw new RangeError(
        `cursor is ${shown(cursor)}, of a list that is not kept (any more); ask for its first page again.`,
      );
    if (list.key !== key)
      throw new RangeError(
        `cursor is ${shown(cursor)}, of another list; expected the filter, search, sort and scope that it came with.`,
      );
    return { list, name, from: Number(from) };
  }

  private isGone({ arrivals }: StationList, row: number): boolean {
    const { stations } = this.network.store;
    return row === GONE || stations.location.get(row) === NONE || stations.arrival.get(row) > arrivals;
  }

  private find({ filter, search, sort }: StationQuery, scope: Scope | undefined): Int32Array {
    const { network } = this;
    const { stations } = network.store;
    const inScope = network.scopes.matcher(scope);
    const tests = matchers(network, filter);
    if (search?.trim()) tests.push(searchMatcher(network, search));
    const rows: number[] = [];
    for (let row = 0; row < stations.rows.end; row++) {
      const location = stations.location.get(row);
      if (location !== NONE && inScope(location) && tests.every(test => test(row))) rows.push(row);
    }
    if (sort) {
      const compare = comparer(network, sort.by);
      rows.sort(sort.descending ? (a, b) => compare(b, a) : compare);
    }
    return Int32Array.from(rows);
  }
}
