import { shown } from '../model/fields.js';
import type { StationQuery, StationRow, StationSort, StationSortKey } from '../model/questions.js';
import type { Scope, StationFilter } from '../model/records.js';
import { CONNECTION_STATUSES, STATION_STATUSES } from '../model/statuses.js';
import type { BruteForce } from './brute-force.js';
import { STATUSES } from './check-counts.js';
import { differenceOf } from './difference.js';
import type { Complaints, Inquiry } from './inquiry.js';
import { wholeList } from './pages.js';
import type { WholeList } from './pages.js';

/** Rows a page of `stations` where the query does not say. */
const DEFAULT_LIMIT = 100;
/** Rows a page at most while a whole list is read: few enough that a list of a hundred stations has several pages. */
const LIMIT = 37;

/** Rows a page while a whole list is read: few enough that a list of all has several. */
function limitOf({ oracle }: Inquiry): number {
  return Math.max(1, Math.min(LIMIT, Math.floor(oracle.ids.stations.length / 3)));
}

/** The filters behind all slices (R19, R20). */
function slices(): StationFilter[] {
  const { connection, evse, station } = STATUSES;
  return [
    ...connection.map(status => ({ connection: [status] })),
    ...evse.map(status => ({ connection: ['online'], evse: [status] })),
    ...STATUSES['last-message'].map(status => ({ lastMessage: [status] })),
    ...station.map(status => ({ station: [status] })),
  ];
}

/** Filters of each other kind, and some that combine. */
function otherFilters(oracle: BruteForce): StationFilter[] {
  const { locations } = oracle.ids;
  const { countries, operators } = oracle.words;
  return [
    {},
    { connection: [] },
    { connection: ['online', 'offline'] },
    { connection: ['offline'], evse: ['available', 'charging'] },
    { evse: ['faulted'] },
    { connection: ['online'], station: ['enabled', 'disabled'] },
    { locationIds: [...locations.slice(0, 2), NOWHERE] },
    { locationIds: [NOWHERE] },
    { country: [...countries.slice(0, 1), NOWHERE] },
    { operator: [...operators.slice(0, 1), NOWHERE] },
    { country: countries, operator: operators },
    ...['production', 'stock', 'deprecated'].map(state => ({ deploymentState: [state] })),
    { deploymentState: ['production', 'stock', 'deprecated'] },
    ...[0, 3600, 24 * 3600, 7 * 24 * 3600].map(troubleFor => ({ troubleFor })),
    { connection: ['online'], troubleFor: 0 },
    { deploymentState: ['stock', 'deprecated'], troubleFor: 600 },
  ];
}

const NOWHERE = 'no such id';

/** What is wrong with the pages that a list came in. */
function judgePages({ pages, rows }: WholeList, limit: number): Complaints {
  const ids = new Set<string>();
  const twice = rows.find(({ id }) => ids.size === ids.add(id).size);
  const total = pages[0]!.total;
  return [
    twice && `the station ${shown(twice.id)} came twice; expected each exactly once on all pages together`,
    pages.some(page => page.stations.length > limit)
      ? `a page has more rows than the limit of ${limit}`
      : undefined,
    pages.some(page => page.total !== total) ? 'total differs from page to page' : undefined,
    rows.length === total ? undefined : `all pages have ${rows.length} rows, but total is ${total}`,
  ];
}

/** What is wrong with which stations a list holds. */
function judgeRows(rows: readonly StationRow[], expected: readonly string[]): Complaints {
  const ids = new Set(rows.map(({ id }) => id));
  const wanted = new Set(expected);
  return [
    ...[...wanted].filter(id => !ids.has(id)).map(id => `it lacks the station ${shown(id)}`),
    ...[...ids]
      .filter(id => !wanted.has(id))
      .map(id => `it holds the station ${shown(id)}, which is not behind it`),
  ];
}

async function checkList(
  inquiry: Inquiry,
  query: StationQuery,
  expected: (oracle: BruteForce) => string[],
  scope?: Scope,
): Promise<void> {
  const limit = query.limit ?? limitOf(inquiry);
  await inquiry.ask(
    `stations(${JSON.stringify(query)}${scope ? `, ${JSON.stringify({ scope })}` : ''}), all pages`,
    () => wholeList(inquiry.asked, { ...query, limit }, scope),
    (list, oracle) => [...judgePages(list, limit), ...judgeRows(list.rows, expected(oracle))],
  );
}

/** R19, R20: the list behind every slice of every pie holds what the slice counts. */
async function checkFilters(inquiry: Inquiry, scope?: Scope): Promise<void> {
  const filters = [...slices(), ...(scope ? [{}] : otherFilters(inquiry.oracle))];
  for (const filter of filters)
    await checkList(inquiry, { filter }, oracle => oracle.stations(filter, scope), scope);
}

/** Each row tells what the location's details tell of the station, and where it stands. */
async function checkRows(inquiry: Inquiry): Promise<void> {
  await inquiry.ask(
    'stations, every row',
    () => wholeList(inquiry.asked, { filter: {}, limit: limitOf(inquiry) }),
    ({ rows }, oracle) => {
      const expected = oracle.rows();
      return rows.map(row => {
        const known = expected.get(row.id);
        return known && differenceOf(row, known, `the row of ${shown(row.id)}`);
      });
    },
  );
}

/** Parts of ids and names, in another case; and texts that are patterns in other places, which are only texts here. */
function searches(oracle: BruteForce): string[] {
  const rows = [...oracle.rows().values()];
  const [first, last] = [rows[0], rows.at(-1)];
  const named = rows.find(({ locationName }) => locationName)?.locationName;
  const parts = [
    first?.id.slice(1),
    last?.locationId.slice(0, -1),
    named?.slice(Math.floor(named.length / 3)),
  ].filter(part => !!part?.trim()) as string[];
  return [
    ...parts.flatMap(part => [part.trim().toUpperCase(), part.trim().toLowerCase()]),
    ...['%', '_', '.*', '\\', "'", NOWHERE],
  ];
}

async function checkSearch(inquiry: Inquiry): Promise<void> {
  for (const search of searches(inquiry.oracle)) {
    await checkList(inquiry, { filter: {}, search }, oracle =>
      [...oracle.rows().values()]
        .filter(({ id, locationId, locationName }) =>
          [id, locationId, locationName ?? ''].some(text =>
            text.toLowerCase().includes(search.toLowerCase()),
          ),
        )
        .map(({ id }) => id),
    );
  }
}

type Compare = (one: StationRow, other: StationRow, direction: 1 | -1) => number;

/** Texts may be ordered as numbers are, as a language has it, or by their characters. */
function textOrders(textOf: (row: StationRow) => string, language = 'en'): Compare[] {
  const numeric = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  const plain = new Intl.Collator(language);
  return [
    (one, other) => numeric.compare(textOf(one), textOf(other)),
    (one, other) => plain.compare(textOf(one), textOf(other)),
    (one, other) => (textOf(one) < textOf(other) ? -1 : textOf(one) > textOf(other) ? 1 : 0),
  ];
}

function nameOf({ locationName, locationId }: StationRow): string {
  return locationName ?? locationId;
}

/** The orders that are right for each key, ascending. */
const ORDERS: Readonly<Record<StationSortKey, Compare[]>> = {
  id: textOrders(({ id }) => id),
  location: textOrders(nameOf),
  connection: [
    (one, other) =>
      CONNECTION_STATUSES.indexOf(one.connection) - CONNECTION_STATUSES.indexOf(other.connection),
  ],
  status: [(one, other) => STATION_STATUSES.indexOf(one.status) - STATION_STATUSES.indexOf(other.status)],
  // Never heard of is older than anything.
  lastMessageAt: [(one, other) => (one.lastMessageAt ?? -1) - (other.lastMessageAt ?? -1)],
  // What is in no trouble, or in one of which it is not known since when, is last in either direction.
  troubleSince: [
    ({ troubleSince: one = NaN }, { troubleSince: other = NaN }, direction) =>
      one - other || direction * (Number(Number.isNaN(one)) - Number(Number.isNaN(other))),
  ],
};

/** A language in which names have another order than in English: Å is its last letter. */
const OTHER_LANGUAGE = 'nb';

/** Where rows stand in none of the orders: the index of the first that is wrong in the last of them. */
function outOfOrder(rows: readonly StationRow[], orders: readonly Compare[], direction: 1 | -1): number {
  const places = orders.map(compare =>
    rows.findIndex((row, index) => index > 0 && direction * compare(rows[index - 1]!, row, direction) > 0),
  );
  return Math.min(...places);
}

async function checkOrder(inquiry: Inquiry, sort: StationSort, orders: readonly Compare[]): Promise<void> {
  const query: StationQuery = { filter: {}, sort };
  await checkList(inquiry, query, oracle => oracle.stations({}));
  await inquiry.ask(
    `stations(${JSON.stringify(query)}), its order`,
    () => wholeList(inquiry.asked, { ...query, limit: limitOf(inquiry) }),
    ({ rows }) => {
      const at = outOfOrder(rows, orders, sort.descending ? -1 : 1);
      return [at < 0 ? undefined : `${shown(rows[at]!.id)} stands after ${shown(rows[at - 1]!.id)}`];
    },
  );
}

async function checkSort(inquiry: Inquiry): Promise<void> {
  for (const by of Object.keys(ORDERS) as StationSortKey[])
    for (const descending of [false, true]) await checkOrder(inquiry, { by, descending }, ORDERS[by]);
  // One that orders names in one way only, as a database may, keeps to that.
  const orders = [...textOrders(nameOf, OTHER_LANGUAGE), ...ORDERS.location];
  await checkOrder(inquiry, { by: 'location', language: OTHER_LANGUAGE }, orders);
}

async function checkLimits(inquiry: Inquiry): Promise<void> {
  const { asked } = inquiry;
  for (const limit of [undefined, 0, 1, 2]) {
    await inquiry.ask(
      `stations, a page of limit ${limit ?? 'that is not given'}`,
      () => asked.stations({ filter: {}, ...(limit === undefined ? {} : { limit }) }),
      (page, oracle) => {
        const total = oracle.stations({}).length;
        const rows = Math.min(limit ?? DEFAULT_LIMIT, total);
        const isWhole = limit === 0 || rows === total;
        return [
          differenceOf(page.total, total, 'total'),
          differenceOf(page.stations.length, rows, 'the number of its rows'),
          !page.cursor === isWhole
            ? undefined
            : `its cursor is ${shown(page.cursor)}; expected ${isWhole ? 'none' : 'one'}`,
        ];
      },
    );
  }
}

/** R19, R20: lists by filter, search and order, on pages. */
export async function checkLists(inquiry: Inquiry, scope?: Scope): Promise<void> {
  await checkFilters(inquiry, scope);
  if (scope) return;
  await checkRows(inquiry);
  await checkSearch(inquiry);
  await checkSort(inquiry);
  await checkLimits(inquiry);
}
