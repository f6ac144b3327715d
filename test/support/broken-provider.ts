import type { MapItem, StationPage, StationQuery, StationRow } from '../../src/model/questions.js';
import type { NetworkSnapshot } from '../../src/model/records.js';
import type { DataProvider, DataState } from '../../src/provider/data-provider.js';
import { localProvider } from '../../src/provider/local-provider.js';

/** What a provider does otherwise than it should; what it does rightly is still there to ask. */
export type Breaks = (right: DataProvider) => Partial<DataProvider>;

/** A provider that answers rightly from a snapshot, but for what breaks it. */
export function brokenProvider(
  snapshot: NetworkSnapshot,
  breaks: Breaks,
): DataProvider & { dispose(): void } {
  const right = localProvider({ load: async () => snapshot }, { worker: 'never' });
  const whole: DataProvider & { dispose(): void } = {
    get state() {
      return right.state;
    },
    subscribe: onChange => right.subscribe(onChange),
    refresh: options => right.refresh(options),
    counts: (dimension, options) => right.counts(dimension, options),
    mapItems: (view, options) => right.mapItems(view, options),
    location: (id, options) => right.location(id, options),
    stations: (query, options) => right.stations(query, options),
    bounds: options => right.bounds(options),
    facets: (facet, options) => right.facets(facet, options),
    trend: (dimension, options) => right.trend(dimension, options),
    now: () => right.now(),
    dispose: () => {
      right.dispose();
    },
  };
  return Object.defineProperties(whole, Object.getOwnPropertyDescriptors(breaks(right)));
}

/** Breaks the state. */
export function brokenState(change: (state: DataState) => unknown): Breaks {
  return right => ({
    get state() {
      return change(right.state) as DataState;
    },
  });
}

/** Breaks the items of the maps. */
export function brokenItems(change: (item: MapItem) => MapItem | undefined): Breaks {
  return right => ({
    mapItems: async (view, options) =>
      (await right.mapItems(view, options)).map(change).filter(item => item !== undefined),
  });
}

/** Breaks the list that a query asks for, all pages of it. */
export function brokenRows(change: (rows: StationRow[], query: StationQuery) => StationRow[]): Breaks {
  return right => ({
    stations: async ({ cursor, limit = 100, ...query }, options) => {
      const whole = await right.stations({ ...query, limit: Infinity }, options);
      const rows = change(whole.stations, query);
      const from = Number(cursor ?? 0);
      const page: StationPage = { stations: rows.slice(from, from + limit), total: rows.length };
      if (limit > 0 && from + limit < rows.length) page.cursor = String(from + limit);
      return page;
    },
  });
}

/** Breaks what a query asks for. */
export function brokenQuery(change: (query: StationQuery) => StationQuery): Breaks {
  return right => ({ stations: (query, options) => right.stations(change(query), options) });
}

/** Breaks the pages of lists. */
export function brokenPages(change: (page: StationPage, query: StationQuery) => StationPage): Breaks {
  return right => ({
    stations: async (query, options) => change(await right.stations(query, options), query),
  });
}
