import type { StationPage, StationQuery, StationRow } from '../model/questions.js';
import { shown } from '../model/fields.js';
import type { Scope } from '../model/records.js';
import { stationRow } from './answers.js';
import { KeptLists } from './kept-lists.js';
import type { StationList } from './kept-lists.js';
import type { Network } from './network.js';
import { filterMatchers, searchMatcher } from './station-filter.js';
import { stationOrder } from './station-order.js';
import { NONE } from './store/tables.js';

/** Rows a page, unless the query says otherwise. */
const LIMIT = 100;
/** Stands in a list for a station that the network has no more. */
const GONE = -1;
/** Stands for where a station is in the next network until that is found. */
const UNSOUGHT = -2;

/** A list, and where in it a page begins; its name where it is kept. */
interface Reading {
  list: StationList;
  name?: string;
  from: number;
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
    if (search != null && typeof search !== 'string')
      throw new RangeError(`search is ${shown(search)}; expected text.`);
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

  /** Goes on with a network that replaces the one before: the lists that are kept go on with its stations of the same ids. */
  follow(next: Network): void {
    const { arrivals } = next.store.stations;
    const before = this.network.store.stations.rows.end;
    const lists = this.kept.all();
    // Large lists have most of their stations in common, and finding one by its id takes long.
    const found = new Int32Array(lists.length > 0 ? before : 0).fill(UNSOUGHT);
    for (const list of lists) {
      list.rows = list.rows.map(row => {
        if (this.isGone(list, row)) return GONE;
        if (found[row] === UNSOUGHT) found[row] = this.rowIn(next, row);
        return found[row]!;
      });
      list.arrivals = arrivals;
    }
    this.network = next;
  }

  /** The row of a station in the network that replaces this one. Most feeds have their stations where they stood before. */
  private rowIn({ store: { stations } }: Network, row: number): number {
    const { ids } = this.network.store.stations;
    const isWhereItWas =
      row < stations.rows.end && stations.location.get(row) !== NONE && stations.ids.areSame(row, row, ids);
    return isWhereItWas ? row : (stations.index.rowOf(ids.get(row)) ?? GONE);
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
    const tests = filterMatchers(network, filter);
    if (search?.trim()) tests.push(searchMatcher(network, search));
    const rows: number[] = [];
    for (let row = 0; row < stations.rows.end; row++) {
      const location = stations.location.get(row);
      if (location !== NONE && inScope(location) && tests.every(test => test(row))) rows.push(row);
    }
    if (sort) {
      const compare = stationOrder(network, sort);
      rows.sort(sort.descending ? (a, b) => compare(b, a) : compare);
    }
    return Int32Array.from(rows);
  }
}
