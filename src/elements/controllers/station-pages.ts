import type { StationPage, StationQuery, StationRow } from '../../model/questions.js';
import type { DataProvider } from '../../provider/data-provider.js';
import { errorOf } from '../../provider/error-of.js';

/** Rows a page, at least and at most. */
const PAGE = 500;
const LARGEST_PAGE = 5000;
/** Up to this many loaded rows are refreshed when the data changes; beyond, the reader is offered to refresh. */
const KEPT_CURRENT = 1000;

/** How often a list is begun again in a row, where its provider does not know it any more. */
const RESTARTS = 3;

/** A question for stations without its page. */
type ListQuery = Omit<StationQuery, 'cursor' | 'limit'>;

/** Whether a page was refused since the provider does not know its list any more. */
function isListGone(error: unknown, cursor: string | undefined): boolean {
  return cursor !== undefined && error instanceof RangeError;
}

/** The rows of a list, loaded page by page as far as it was scrolled. One request is under way at a time. */
export class StationPages {
  rows: StationRow[] = [];
  /** Why the last request failed; nothing is requested until `update`. */
  error?: Error;
  /** Whether the data changed since the rows were requested. */
  isOutdated = false;
  /** Where the page loaded last ended. */
  private end?: Omit<StationPage, 'stations'>;
  private wanted = 0;
  private isUpdateDue = false;
  /** How often the list was begun again since it was last read on. */
  private restarts = 0;
  private isAsking = false;
  private readonly life = new AbortController();

  constructor(
    readonly provider: DataProvider,
    readonly query: ListQuery,
    private readonly onChange: () => void,
  ) {}

  /** Whether the first page was loaded. */
  get isKnown(): boolean {
    return this.end !== undefined;
  }

  /** How many there are, those not loaded yet included. */
  get count(): number {
    return this.end?.cursor === undefined ? this.rows.length : this.end.total;
  }

  /** How many EVSEs of all its stations are in a status; undefined where not all are loaded, or more than are kept current. */
  evsesIn(status: string): number | undefined {
    if (!this.end || this.end.cursor !== undefined || this.rows.length > KEPT_CURRENT) return undefined;
    return this.rows.reduce((sum, { evses }) => sum + evses.filter(evse => evse.status === status).length, 0);
  }

  /** Loads the rows up to an index. */
  want(index: number): void {
    this.wanted = Math.max(this.wanted, index);
    void this.ask();
  }

  /** Requests the loaded rows again. */
  update(): void {
    this.isUpdateDue = true;
    this.error = undefined;
    void this.ask();
  }

  /** The data changed: a list of moderate length is refreshed, a longer one is marked outdated. */
  dataChanged(): void {
    if (this.rows.length <= KEPT_CURRENT) {
      this.update();
    } else if (!this.isOutdated) {
      this.isOutdated = true;
      this.onChange();
    }
  }

  /** All rows, for an export: each station once, as of the moment at which this list was begun, or begun again. */
  async all(): Promise<StationRow[]> {
    const { provider, query } = this;
    let rows: StationRow[] = [];
    let cursor: string | undefined;
    for (let restarts = 0; ;) {
      try {
        const page = await provider.stations({ ...query, cursor, limit: LARGEST_PAGE });
        rows.push(...page.stations);
        ({ cursor } = page);
        if (cursor === undefined) return rows;
      } catch (error) {
        if (!isListGone(error, cursor) || restarts++ === RESTARTS) throw error;
        [rows, cursor] = [[], undefined];
      }
    }
  }

  /** Aborts the request under way and makes no more. */
  stop(): void {
    this.life.abort();
  }

  private get isShort(): boolean {
    return !this.end || (this.end.cursor !== undefined && this.wanted >= this.rows.length);
  }

  private async ask(): Promise<void> {
    if (this.isAsking) return;
    this.isAsking = true;
    const { signal } = this.life;
    while (!signal.aborted && !this.error && (this.isUpdateDue || this.isShort)) {
      try {
        await this.take();
      } catch (error) {
        this.error = errorOf(error);
      }
      if (!signal.aborted) this.onChange();
    }
    this.isAsking = false;
  }

  private async take(): Promise<void> {
    const { signal } = this.life;
    const isUpdate = this.isUpdateDue || !this.isKnown;
    this.isUpdateDue = false;
    if (isUpdate) this.isOutdated = false;
    const missing = Math.min(this.wanted + 1 - this.rows.length, LARGEST_PAGE);
    const limit = Math.max(PAGE, isUpdate ? this.rows.length : missing);
    const cursor = isUpdate ? undefined : this.end?.cursor;
    try {
      const page = await this.provider.stations({ ...this.query, cursor, limit }, { signal });
      if (signal.aborted) return;
      this.put(page, isUpdate);
      if (cursor !== undefined) this.restarts = 0;
    } catch (error) {
      if (!isListGone(error, cursor) || this.restarts++ === RESTARTS) throw error;
      this.isUpdateDue = true;
    }
  }

  private put({ stations, ...end }: StationPage, isUpdate: boolean): void {
    if (isUpdate) this.rows = stations;
    else this.rows.push(...stations);
    this.end = end;
  }
}
