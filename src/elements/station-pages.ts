import type { StationPage, StationQuery, StationRow } from '../model/answers.js';
import { tabFilter } from '../model/list-tabs.js';
import type { ListTab } from '../model/list-tabs.js';
import type { StationFilter } from '../model/types.js';
import type { DataProvider } from '../provider/types.js';

/** Rows a page. */
const PAGE = 500;
/** Rows a page where all are wanted. */
const ALL_PAGE = 5000;
/** Up to this many rows are brought up to date when the data changes; beyond, the reader asks for it. */
export const KEPT_CURRENT = 1000;

/** What is asked for, but for which page. */
export type ListQuery = Omit<StationQuery, 'cursor' | 'limit'>;

/** How many stations each tab of a list holds (R20). */
export async function tabCounts(
  provider: DataProvider,
  filter: StationFilter,
  search: string,
  signal: AbortSignal,
): Promise<Record<ListTab, number>> {
  const [online, normal, offline] = await Promise.all(
    (['online', 'normal', 'offline'] as const).map(async tab => {
      const { total } = await provider.stations(
        { filter: tabFilter(filter, tab), search, limit: 0 },
        { signal },
      );
      return total;
    }),
  );
  return { online: online!, normal: normal!, offline: offline! };
}

/** The rows of a list as far as they have been scrolled to. */
export class StationPages {
  rows: StationRow[] = [];
  total = 0;
  error?: Error;
  /** Whether the first page has come. */
  isKnown = false;
  /** Whether the data changed since the rows were asked for. */
  isOutdated = false;
  private cursor?: string;
  private abort?: AbortController;
  private isAsking = false;
  private wanted = 0;

  constructor(
    private readonly provider: DataProvider,
    readonly query: ListQuery,
    private readonly onChange: () => void,
  ) {}

  /** Makes sure that the rows up to an index are there, or on their way. */
  want(index: number): void {
    this.wanted = Math.max(this.wanted, index);
    if (!this.isAsking && (!this.isKnown || (this.cursor !== undefined && this.wanted >= this.rows.length)))
      void this.more();
  }

  /** Brings the rows up to date, as many as there are. */
  async update(): Promise<void> {
    if (this.isAsking) {
      this.isOutdated = true;
      return;
    }
    this.isOutdated = false;
    await this.take(Math.max(PAGE, this.rows.length), undefined, page => page.stations);
  }

  /** The data changed: a list of moderate length follows, a longer one says so. */
  dataChanged(): void {
    if (this.rows.length <= KEPT_CURRENT) void this.update();
    else {
      this.isOutdated = true;
      this.onChange();
    }
  }

  /** All rows, for an export. */
  async all(signal: AbortSignal): Promise<StationRow[]> {
    const rows: StationRow[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.provider.stations({ ...this.query, cursor, limit: ALL_PAGE }, { signal });
      rows.push(...page.stations);
      ({ cursor } = page);
    } while (cursor !== undefined);
    return rows;
  }

  stop(): void {
    this.abort?.abort();
  }

  private async more(): Promise<void> {
    await this.take(PAGE, this.cursor, page => [...this.rows, ...page.stations]);
    if (this.error) return;
    if (this.isOutdated && this.rows.length <= KEPT_CURRENT) await this.update();
    this.want(this.wanted);
  }

  private async take(
    limit: number,
    cursor: string | undefined,
    rowsOf: (page: StationPage) => StationRow[],
  ): Promise<void> {
    this.isAsking = true;
    const abort = (this.abort = new AbortController());
    try {
      const page = await this.provider.stations({ ...this.query, cursor, limit }, { signal: abort.signal });
      this.rows = rowsOf(page);
      this.total = page.total;
      this.cursor = page.cursor;
      this.error = undefined;
      this.isKnown = true;
    } catch (error) {
      if (!abort.signal.aborted) this.error = error as Error;
    }
    this.isAsking = false;
    if (!abort.signal.aborted) this.onChange();
  }
}
