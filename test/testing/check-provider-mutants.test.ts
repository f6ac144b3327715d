import { expect } from 'chai';

import { isGroup } from '../../src/model/questions.js';
import type { Counts, MapItem, StationDetail } from '../../src/model/questions.js';
import type { Location, NetworkSnapshot, TrendPoint } from '../../src/model/records.js';
import { MINUTE } from '../../src/model/time.js';
import type { DataProvider } from '../../src/provider/data-provider.js';
import { checkProvider, ProviderCheckError } from '../../src/testing/index.js';
import {
  brokenItems,
  brokenPages,
  brokenProvider,
  brokenQuery,
  brokenRows,
  brokenState,
} from '../support/broken-provider.js';
import type { Breaks } from '../support/broken-provider.js';
import { connectionHistory, DEPOT } from '../support/checked-networks.js';
import { location, NOON, randomLocations, station } from '../support/networks.js';
import { seeded } from '../support/random.js';

const SNAPSHOT: NetworkSnapshot = {
  asOf: NOON,
  // Three hours.
  history: connectionHistory(36),
  locations: [
    ...randomLocations(seeded(11), 14, NOON),
    DEPOT,
    // More than a page.
    location(
      'Hub',
      Array.from({ length: 80 }, (_, index) => station(`Hub ${index}`)),
    ),
    location('Nowhere', [station('N1')], { longitude: 0, latitude: 0 }),
    location('Pacific west', [station('P1')], { longitude: 179.99, latitude: -17 }),
    location('Pacific east', [station('P2')], { longitude: -179.99, latitude: -17 }),
  ],
};

/** A record without one of its fields. */
function without<T extends object>(record: T | undefined, field: keyof T): T {
  return Object.fromEntries(Object.entries(record ?? {}).filter(([name]) => name !== field)) as T;
}

/** Breaks the trend of every dimension. */
function brokenTrend(change: (trend: TrendPoint[]) => unknown): Breaks {
  return right => ({
    trend: async (dimension, options) => change(await right.trend!(dimension, options)) as TrendPoint[],
  });
}

/** Breaks how many were offline in every point of a trend. */
function brokenPoints(change: (offline: number) => object): Breaks {
  return brokenTrend(trend =>
    trend.map(({ at, counts }) => ({
      at,
      counts: { ...counts, connection: { ...counts.connection, ...change(counts.connection?.offline ?? 0) } },
    })),
  );
}

/** Breaks the counts of one dimension, or of all. */
function brokenCounts(change: (counts: Counts) => unknown, only?: string): Breaks {
  return right => ({
    counts: async (dimension, options) => {
      const counts = await right.counts(dimension, options);
      return (only === undefined || only === dimension ? change(counts) : counts) as Counts;
    },
  });
}

/** A right provider of another network than it should be. */
function ofAnotherNetwork(change: (place: Location) => Location): Breaks {
  const other = { ...SNAPSHOT, locations: SNAPSHOT.locations.map(change) };
  return () => {
    const { state, ...methods } = Object.getOwnPropertyDescriptors(brokenProvider(other, () => ({})));
    return Object.defineProperties({}, { state, ...methods }) as Partial<DataProvider>;
  };
}

const inGroups = (change: (group: Extract<MapItem, { locations: number }>) => object) =>
  brokenItems(item => (isGroup(item) ? ({ ...item, ...change(item) } as MapItem) : item));
const inPins = (change: (pin: Extract<MapItem, { id: string }>) => object) =>
  brokenItems(item => (isGroup(item) ? item : { ...item, ...change(item) }));

/** Each breaks one thing. */
const MUTANTS: [title: string, breaks: Breaks, words: RegExp][] = [
  [
    'counts one station too many',
    brokenCounts(
      ({ total, byStatus }) => ({
        total: total + 1,
        byStatus: { ...byStatus, online: byStatus.online! + 1 },
      }),
      'connection',
    ),
    /^counts\("connection".*byStatus\.online is \d+; expected \d+/m,
  ],
  [
    'tells a total that is not the sum',
    brokenCounts(counts => ({ ...counts, total: counts.total + 1 }), 'evse'),
    /^counts\("evse".*total is \d+; expected \d+/m,
  ],
  [
    'leaves out a status that no station is in, or any other',
    brokenCounts(({ total, byStatus }) => ({ total, byStatus: without(byStatus, 'older') }), 'last-message'),
    /^counts\("last-message".*expected "under-15m, under-1h, under-24h, under-7d, older"/m,
  ],
  [
    'gives the statuses in another order',
    brokenCounts(
      ({ total, byStatus }) => ({ total, byStatus: Object.fromEntries(Object.entries(byStatus).reverse()) }),
      'station',
    ),
    /^counts\("station".*statuses "unknown, faulted.*expected "enabled, disabled/m,
  ],
  [
    'counts the EVSEs of offline stations where it is not asked to',
    right => ({
      counts: (dimension, options) => right.counts(dimension, { ...options, includeOffline: true }),
    }),
    /^counts\("evse", \{\}\): byStatus/m,
  ],
  [
    'never counts the EVSEs of offline stations',
    right => ({
      counts: (dimension, options) => right.counts(dimension, { ...options, includeOffline: false }),
    }),
    /^counts\("evse", \{"includeOffline":true\}\): byStatus/m,
  ],
  [
    'counts stations in stock',
    ofAnotherNetwork(place => ({
      ...place,
      stations: place.stations.map(each => ({ ...each, deploymentState: undefined })),
    })),
    /^counts\("connection".*byStatus/m,
  ],
  [
    'answers counts without a promise',
    () => ({ counts: () => ({ total: 0, byStatus: {} }) as never }),
    /^counts.*returned no promise/m,
  ],
  [
    'answers with what is not plain data',
    brokenCounts(counts => ({ ...counts, refresh: () => undefined })),
    /^counts.*not plain data/m,
  ],
  [
    'changes an answer that it gave',
    right => {
      const given: Partial<Record<string, Counts>> = {};
      return {
        counts: async (dimension, options) => {
          const key = JSON.stringify([dimension, options?.scope, options?.includeOffline]);
          const counts = (given[key] ??= { total: 0, byStatus: {} });
          await right.counts(dimension, options).then(answer => {
            if (right.state.status === 'ready') Object.assign(counts, answer, { at: Math.random() });
          });
          return counts;
        },
      };
    },
    /^answers: an answer of counts was changed after it was given/m,
  ],
  [
    'loses what lies east of the antimeridian',
    right => ({
      mapItems: async (view, options) => {
        const items = await right.mapItems(view, options);
        const [west, , east] = view.bbox;
        return east > 180 || west > east ? items.filter(({ longitude }) => longitude >= west) : items;
      },
    }),
    /^mapItems of "connection" in \[-90,-90,90,90\] and \[90,-90,270,90\]: at zoom \d+, the sum of both boxes/m,
  ],
  [
    'takes a box whose west is past its east for an empty one',
    right => ({
      mapItems: async (view, options) => (view.bbox[0] > view.bbox[2] ? [] : right.mapItems(view, options)),
    }),
    /^mapItems of "connection" in .*\[170,-90,-10,90\]: at zoom \d+, the sum of both boxes/m,
  ],
  [
    'loses an item at one zoom',
    right => ({
      mapItems: async (view, options) => (await right.mapItems(view, options)).slice(view.zoom === 5 ? 1 : 0),
    }),
    /^mapItems of "connection" in the world: at zoom 5, the sum of the items/m,
  ],
  [
    'shows an item twice',
    right => ({
      mapItems: async (view, options) => {
        const items = await right.mapItems(view, options);
        return [...items, ...items.slice(-1)];
      },
    }),
    /^mapItems of "connection" in the world: .*the sum of the items/m,
  ],
  [
    'shows offline EVSEs on the map of EVSEs',
    right => ({
      mapItems: (view, options) => right.mapItems({ ...view, dimension: 'connection' }, options),
    }),
    /^mapItems of "evse" in the world: .*statuses "online, offline, unknown"/m,
  ],
  [
    'says that groups split before they do',
    inGroups(({ expansionZoom }) =>
      expansionZoom === undefined ? {} : { expansionZoom: expansionZoom - 1 },
    ),
    /^mapItems.*expansionZoom \d+, but still stands whole|^mapItems.*expansionZoom \d+; expected more than/m,
  ],
  [
    "tells a group's box without its easternmost location",
    inGroups(({ bbox }) => (bbox ? { bbox: [bbox[0], bbox[1], (bbox[0] + bbox[2]) / 2, bbox[3]] } : {})),
    /^mapItems.*has bbox/m,
  ],
  [
    "tells a group's box that is too wide",
    inGroups(({ bbox }) => (bbox ? { bbox: [bbox[0] - 1, bbox[1], bbox[2], bbox[3]] } : {})),
    /^mapItems.*has bbox .*, wider than any of its locations need/m,
  ],
  [
    'does not say which locations stand on one point',
    inGroups(() => ({ locationIds: undefined })),
    /^mapItems.*expansionZoom undefined and locationIds undefined; expected one of the two/m,
  ],
  [
    'leaves a location out of those on one point',
    inGroups(({ locationIds }) => (locationIds ? { locationIds: locationIds.slice(1) } : {})),
    /^mapItems.*names \d+ locations in locationIds; expected \d+/m,
  ],
  [
    'shows a group without a position',
    inGroups(() => ({ longitude: NaN })),
    /^mapItems.*no position on the map/m,
  ],
  [
    'mixes up latitude and longitude',
    inPins(({ latitude, longitude }) => ({ latitude: longitude / 2, longitude: latitude })),
    /^mapItems.*the location ".*"\.(longitude|latitude) is/m,
  ],
  [
    'leaves out the names of pins',
    inPins(() => ({ name: undefined })),
    /^mapItems.*\.name is nothing; expected/m,
  ],
  [
    'counts EVSEs as the stations of a pin',
    inPins(({ stations }) => ({ stations: stations + 1 })),
    /^mapItems.*\.stations is/m,
  ],
  [
    'shows items with nothing to show',
    right => ({
      mapItems: async (view, options) => {
        const counts = { online: 0, offline: 0, unknown: 0 };
        const empty = { id: 'empty', longitude: 0, latitude: 1, counts, stations: 0 };
        const items = await right.mapItems(view, options);
        return view.dimension === 'connection' && items.length > 0 ? [...items, empty] : items;
      },
    }),
    /^mapItems.*the location "empty" has nothing to show/m,
  ],
  [
    'rejects where a location is unknown',
    right => ({
      location: async (id, options) => {
        const found = await right.location(id, options);
        if (!found) throw new Error(`404 ${id}`);
        return found;
      },
    }),
    /^location\("no such id", which is unknown\): Error: 404 no such id/m,
  ],
  [
    'answers null where a location is unknown',
    right => ({ location: async (id, options) => (await right.location(id, options)) ?? (null as never) }),
    /^location\("no such id", which is unknown\).*is null; expected nothing/m,
  ],
  [
    'tells stations in stock among those of a location',
    right => ({
      location: async (id, options) => {
        const found = await right.location(id, options);
        const stocked = { ...found?.stations[0], id: 'Stocked' } as StationDetail;
        return found && id === 'Depot' ? { ...found, stations: [...found.stations, stocked] } : found;
      },
    }),
    /^location\(id of each location\).*"Depot"\.stations holds "Stocked"/m,
  ],
  [
    'tells the status of EVSEs in the words of OCPP',
    right => ({
      location: async (id, options) => {
        const found = await right.location(id, options);
        for (const { evses } of found?.stations ?? [])
          for (const evse of evses) evse.status = 'Available' as never;
        return found;
      },
    }),
    /^location.*\.evses\[".*"\]\.status is "Available"; expected/m,
  ],
  [
    'ignores a filter',
    brokenQuery(query => ({ ...query, filter: { ...query.filter, lastMessage: undefined } })),
    /^stations\(\{"filter":\{"lastMessage":\["under-1h"\]\}\}\).*which is not behind it/m,
  ],
  [
    'ignores the ids of locations',
    brokenQuery(query => ({ ...query, filter: { ...query.filter, locationIds: undefined } })),
    /^stations\(\{"filter":\{"locationIds".*which is not behind it/m,
  ],
  [
    'lists stations in stock',
    brokenQuery(({ filter, ...query }) => ({
      ...query,
      filter: { ...filter, deploymentState: filter.deploymentState ?? ['production', 'stock'] },
    })),
    /^stations\(\{"filter":\{\}\}\), all pages: it holds the station "\w+", which is not behind it/m,
  ],
  [
    'leaves stations with a faulted connector out of the list behind the faulted slice',
    brokenRows((rows, { filter }) =>
      filter.evse?.includes('faulted')
        ? rows.filter(({ evses }) => evses.some(({ status }) => status === 'faulted'))
        : rows,
    ),
    /^stations\(\{"filter":\{"connection":\["online"\],"evse":\["faulted"\]\}\}\), all pages: it lacks the station "CONNECTOR"/m,
  ],
  [
    'lists offline stations behind the faulted slice',
    brokenQuery(({ filter, ...query }) => ({
      ...query,
      filter: { ...filter, connection: filter.evse ? undefined : filter.connection },
    })),
    /^stations\(\{"filter":\{"connection":\["online"\],"evse":\["faulted"\]\}\}\), all pages: it holds the station "\w+", which/m,
  ],
  [
    'searches with regard to letter case',
    brokenRows((rows, { search }) =>
      rows.filter(({ id, locationId, locationName = '' }) =>
        [id, locationId, locationName].some(text => text.includes(search ?? '')),
      ),
    ),
    /^stations\(\{"filter":\{\},"search":".*it lacks the station/m,
  ],
  [
    'takes a search for a pattern',
    right => ({
      stations: ({ search, ...query }, options) =>
        right.stations({ ...query, search: search?.replaceAll('%', '') }, options),
    }),
    /^stations\(\{"filter":\{\},"search":"%"\}\), all pages: it holds the station/m,
  ],
  [
    'does not search the names of locations',
    brokenRows((rows, { search = '' }) =>
      rows.filter(({ id, locationId }) =>
        [id, locationId].some(text => text.toLowerCase().includes(search.toLowerCase())),
      ),
    ),
    /^stations\(\{"filter":\{\},"search":".*it lacks the station/m,
  ],
  [
    'does not sort',
    brokenQuery(query => without(query, 'sort')),
    /^stations\(\{"filter":\{\},"sort":\{"by":"status","descending":false\}\}\), its order: "\w+" stands after/m,
  ],
  [
    'does not sort downwards',
    brokenQuery(({ sort, ...query }) => ({ ...query, ...(sort ? { sort: { by: sort.by } } : {}) })),
    /^stations\(\{"filter":\{\},"sort":\{"by":"lastMessageAt","descending":true\}\}\), its order/m,
  ],
  [
    'does not sort those of which it is not known since when last',
    brokenRows((rows, { sort }) => {
      if (sort?.by !== 'troubleSince' || !sort.descending) return rows;
      const isKnown = ({ troubleSince }: StationDetail) => troubleSince !== undefined;
      return [...rows.filter(row => !isKnown(row)), ...rows.filter(isKnown)];
    }),
    /^stations\(\{"filter":\{\},"sort":\{"by":"troubleSince","descending":true\}\}\), its order: "[\w ]+" stands after/m,
  ],
  [
    'narrows no list by trouble',
    brokenQuery(query => ({ ...query, filter: without(query.filter, 'troubleFor') })),
    /^stations\(\{"filter":\{"troubleFor":0\}\}\), all pages: it holds the station/m,
  ],
  [
    'makes up since when stations are offline',
    brokenPages(page => ({
      ...page,
      stations: page.stations.map(row => ({ ...row, offlineSince: row.offlineSince ?? row.lastMessageAt })),
    })),
    /^stations, every row: the row of "[\w ]+"\.offlineSince is \d+; expected nothing/m,
  ],
  [
    'gives the last row of a page again on the next',
    brokenRows((rows, { filter }) =>
      Object.keys(filter).length === 0 ? [...rows.slice(0, 37), ...rows.slice(36)] : rows,
    ),
    /^stations\(\{"filter":\{\}\}\), all pages: the station "[\w ]+" came twice/m,
  ],
  [
    'loses a row between two pages',
    brokenPages((page, { cursor }) => (cursor ? { ...page, stations: page.stations.slice(1) } : page)),
    /^stations\(\{"filter":\{\}\}\), all pages: .*rows, but total is/m,
  ],
  [
    'gives the same cursor again and again',
    brokenQuery(query => without(query, 'cursor')),
    /^stations.*all pages: the station "\w+" came twice/m,
  ],
  [
    'gives a cursor on the last page',
    brokenPages(page => ({ cursor: 'end', ...page })),
    /^stations, a page of limit 0: its cursor is "end"; expected none/m,
  ],
  [
    'gives more rows than the limit',
    brokenQuery(query => ({ ...query, limit: (query.limit ?? 100) + 1 })),
    /^stations.*a page has more rows than the limit of 36/m,
  ],
  [
    'gives all rows where no limit is asked for',
    brokenQuery(query => ({ ...query, limit: query.limit ?? Infinity })),
    /^stations, a page of limit that is not given: the number of its rows is \d+; expected 100/m,
  ],
  [
    'tells the rows of a page as the total',
    brokenPages(page => ({ ...page, total: page.stations.length })),
    /^stations.*total/m,
  ],
  [
    'gives rows without the name of their location',
    brokenPages(page => ({
      ...page,
      stations: page.stations.map(row => ({ ...row, locationName: undefined })),
    })),
    /^stations, every row: the row of "\w+"\.locationName is nothing; expected/m,
  ],
  [
    'calls no subscriber after a refresh',
    right => ({
      subscribe: onChange => {
        const stop = right.subscribe(() => {
          if (right.state.status === 'ready') stop();
          onChange();
        });
        if (right.state.status === 'ready') stop();
        return stop;
      },
    }),
    /^subscribe: no subscriber was called after a refresh/m,
  ],
  [
    'goes on calling one that has unsubscribed',
    right => ({
      subscribe: onChange => {
        right.subscribe(onChange);
        return () => undefined;
      },
    }),
    /^subscribe.*: a subscriber was called after its subscription had ended/m,
  ],
  [
    'returns nothing from subscribe',
    right => ({ subscribe: onChange => void right.subscribe(onChange) as never }),
    /^.*subscribe.*no function/m,
  ],
  [
    'has a state without leftOut',
    brokenState(({ status, asOf }) => ({ status, asOf })),
    /^state.*leftOut is nothing; expected/m,
  ],
  [
    'does not count what it left off the map',
    brokenState(state => ({ ...state, leftOut: 0 })),
    /^state, when all is loaded: leftOut is 0; expected \d+/m,
  ],
  [
    'has a state of its own invention',
    brokenState(state => ({ ...state, status: state.status === 'ready' ? 'ready' : 'waiting' })),
    /^state, from the start: status is "waiting"; expected one of/m,
  ],
  [
    'tells when its data was true as text',
    brokenState(state => ({ ...state, asOf: '2026-06-07T12:00:00Z' })),
    /^state.*asOf is "2026-06-07T12:00:00Z"; expected epoch milliseconds/m,
  ],
  [
    'tells that its data was true when it was loaded',
    brokenState(state => ({ ...state, asOf: Date.now() })),
    /^state.*asOf is \d+; expected \d+/m,
  ],
  [
    'tells a problem without where it stood',
    brokenState(state => ({ ...state, problems: { total: 1, first: ['bad'] } })),
    /^state.*problems is an object; expected/m,
  ],
  [
    "goes by the page's clock",
    () => ({ now: () => Date.now() }),
    /^now\(\): it is \d+; expected the snapshot's asOf/m,
  ],
  ['has a clock that tells no time', () => ({ now: () => NaN }), /^now\(\): it is NaN; expected/m],
  [
    'rejects a refresh',
    () => ({ refresh: () => Promise.reject(new Error('503')) }),
    /^refresh: it rejected with Error: 503; expected it to resolve/m,
  ],
  [
    'does not tell that it is loading',
    brokenState(state => ({ ...state, status: state.status === 'loading' ? 'ready' : state.status })),
    /^refresh: state\.status is never "loading"/m,
  ],
  [
    'counts everything twice after a refresh',
    right => {
      let isRefreshed = false;
      return {
        refresh: options => right.refresh(options).finally(() => (isRefreshed = true)),
        counts: async (dimension, options) => {
          const { total, byStatus } = await right.counts(dimension, options);
          return { total: isRefreshed ? 2 * total : total, byStatus };
        },
      };
    },
    /^counts\("connection".*total is \d+; expected \d+/m,
  ],
  [
    'answers although it is aborted',
    right => ({ counts: (dimension, options) => right.counts(dimension, without(options, 'signal')) }),
    /^counts with a signal: asked with an aborted signal, it was answered; expected an AbortError/m,
  ],
  [
    'rejects with another error than an AbortError',
    right => ({
      stations: (query, options) =>
        right.stations(query, options).catch(() => {
          throw new TypeError('cancelled');
        }),
    }),
    /^stations with a signal.*rejected with TypeError: cancelled; expected an AbortError/m,
  ],
  [
    'has bounds where nothing is on the map',
    right => ({ bounds: async options => (await right.bounds!(options)) ?? [-180, -90, 180, 90] }),
    /^bounds\(.*no location is on the map; expected nothing/m,
  ],
  [
    'leaves a location out of its bounds',
    right => ({
      bounds: async options => {
        const box = await right.bounds!(options);
        return box && [box[0], box[1] + 1, box[2], box[3]];
      },
    }),
    /^bounds\(.*which leaves out "/m,
  ],
  [
    'gives its bounds as latitudes and longitudes',
    right => ({
      bounds: async options => {
        const box = await right.bounds!(options);
        return box && [box[1], box[0], box[3], box[2]];
      },
    }),
    /^bounds\(/m,
  ],
  [
    'gives a trend with the newest first',
    brokenTrend(trend => trend.reverse()),
    /^trend\("connection", \{\}\): \[1\]\.at is \d+, which is not after the point before it/m,
  ],
  [
    'ends a trend with the present',
    right => ({
      trend: async (dimension, options) => [
        ...(await right.trend!(dimension, options)),
        { at: right.now!() + MINUTE, counts: { [dimension]: {} } },
      ],
    }),
    /^trend\("connection", \{\}\): \[37\]\.at is [\d.]+; expected only what was before now/m,
  ],
  [
    'gives a trend from its beginning, whatever it is asked from',
    right => ({ trend: (dimension, options) => right.trend!(dimension, without(options, 'from')) }),
    /^trend\("connection", \{"from":\d+\}\): \[0\]\.at is \d+; expected nothing before \d+/m,
  ],
  [
    'keeps a trend in tenths',
    brokenPoints(offline => ({ offline: offline / 10 })),
    /^trend\("connection", \{\}\): \[0\]\.counts\.connection\.offline is 3\.6; expected a whole number/m,
  ],
  [
    'keeps a trend of another status',
    brokenPoints(() => ({ asleep: 1 })),
    /^trend\(.*has the status "asleep"; expected only online, offline, unknown/m,
  ],
  [
    'tells the counts of a trend without their dimension',
    brokenTrend(trend => trend.map(({ at, counts }) => ({ at, counts: counts.connection }))),
    /^trend\("connection", \{\}\): \[0\]\.counts\.connection is nothing; expected counts by status/m,
  ],
  [
    'tells the moments of a trend as texts',
    brokenTrend(trend => trend.map(({ at, counts }) => ({ at: new Date(at).toISOString(), counts }))),
    /^trend\(.*\[0\]\.at is "2026-.*expected epoch milliseconds/m,
  ],
  ['answers a trend as an object', brokenTrend(() => ({})), /^trend\(.*expected a list of points/m],
  [
    'counts all stations of a facet, whatever their deployment',
    right => ({
      facets: async (facet, options) =>
        (await right.facets!(facet, options)).map(({ value, stations }) => ({
          value,
          stations: stations + 1,
        })),
    }),
    /^facets\("country", \{\}\): stations\.\w+ is \d+; expected \d+/m,
  ],
  [
    'gives a facet in any order',
    right => ({ facets: async (facet, options) => (await right.facets!(facet, options)).reverse() }),
    /^facets\(.*has more stations than the value before it; expected most stations first/m,
  ],
  [
    'gives a value of no station',
    right => ({
      facets: async (facet, options) => [
        ...(await right.facets!(facet, options)),
        { value: 'Atlantis', stations: 0 },
      ],
    }),
    /^facets\("country", \{\}\): it holds "Atlantis", which no production station has/m,
  ],
  [
    'gives a value twice',
    right => ({
      facets: async (facet, options) => (await right.facets!(facet, options)).flatMap(each => [each, each]),
    }),
    /^facets\("operator", \{\}\): it holds a value twice/m,
  ],
  [
    'narrows no facet to a scope',
    right => ({ facets: (facet, options) => right.facets!(facet, without(options, 'scope')) }),
    /^facets\("operator", \{"scope":\{"country".*expected/m,
  ],
  [
    'narrows counts to a scope, but no list',
    right => ({ stations: (query, options) => right.stations(query, without(options, 'scope')) }),
    /^stations\(.*"scope":\{"country".*which is not behind it/m,
  ],
  [
    'finds a location outside of the scope',
    right => ({ location: (id, options) => right.location(id, without(options, 'scope')) }),
    /^location\(id of each location, \{"scope".*expected nothing/m,
  ],
  ['has no method for a question', () => ({ mapItems: undefined }), /it has no method mapItems/],
  [
    'never has any data',
    brokenState(() => ({ status: 'error', leftOut: 0, error: new Error('401 Unauthorized') })),
    /^state, from the start: status is "error" \(401 Unauthorized\) after it was asked; expected "ready"/m,
  ],
];

/** What is wrong with a provider, in words; empty where nothing is. */
async function failuresOf(create: () => DataProvider, snapshot = SNAPSHOT): Promise<readonly string[]> {
  try {
    await checkProvider(create, snapshot);
  } catch (error) {
    expect(error).to.be.an.instanceof(ProviderCheckError);
    return (error as ProviderCheckError).failures;
  }
  return [];
}

describe('checkProvider', () => {
  it('finds nothing wrong with a provider of which nothing is broken', async () => {
    expect(await failuresOf(() => brokenProvider(SNAPSHOT, () => ({})))).to.deep.equal([]);
  });

  for (const [title, breaks, words] of MUTANTS) {
    it(`tells in words of a provider that ${title}`, async () => {
      const failures = await failuresOf(() => brokenProvider(SNAPSHOT, breaks));
      expect(failures.join('\n')).to.match(words);
    });
  }

  describe('of a small network, on both sides of the antimeridian', () => {
    const small: NetworkSnapshot = {
      asOf: NOON,
      locations: [
        location('West', [station('W1'), station('W2')], { longitude: 179.5, latitude: -17 }),
        location('East', [station('E1')], { longitude: -179.5, latitude: -17 }),
      ],
    };
    const failuresOfSmall = (breaks: Breaks) => failuresOf(() => brokenProvider(small, breaks), small);

    it('finds nothing wrong where nothing is', async () => {
      expect(await failuresOfSmall(() => ({}))).to.deep.equal([]);
    });

    for (const box of [
      [-180, -17, 180, -17],
      [-179.5, -17, 179.5, -17],
    ] as const)
      it(`R16: tells of bounds that are all around the world: ${box.join()}`, async () => {
        const failures = await failuresOfSmall(right => ({
          bounds: async options => (await right.bounds!(options)) && [...box],
        }));
        expect(failures.join('\n')).to.match(/^bounds\(.*, far wider than all locations need/m);
      });

    it('tells of the same page again and again, though all fits on one', async () => {
      const failures = await failuresOfSmall(brokenQuery(query => without(query, 'cursor')));
      expect(failures.join('\n')).to.match(/came twice; expected each exactly once/);
    });
  });
});
