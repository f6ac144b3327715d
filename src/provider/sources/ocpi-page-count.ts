import { ExplainedError } from '../../model/explained-error.js';
import { isFields } from '../../model/fields.js';
import { say } from '../../model/ocpi/ocpi-reasons.js';
import { locationIdOf } from '../../model/ocpi/published.js';

/** How many pages of a feed are read at most. */
export const MOST_PAGES = 10_000;
/** How many pages on end may bring nothing new: a server that filters after paging sends empty ones in between. */
export const MOST_IDLE_PAGES = 10;

/** Counts what the pages of an OCPI feed bring: tells whether all of it has come, and which feed would never end. */
export class OcpiPageCount {
  pages = 0;
  /** How many records the whole feed has, by the newest page that says so. */
  total?: number;
  private records = 0;
  private readonly ids = new Set<string>();
  private isEmpty = false;
  /** How many pages, the newest the last, brought nothing new. */
  private idlePages = 0;

  /** Counts the records of the next page. */
  add(records: readonly unknown[], total: number | undefined): void {
    const before = this.ids.size;
    for (const record of records) {
      const id = isFields(record) ? locationIdOf(record) : undefined;
      if (id !== undefined) this.ids.add(id);
    }
    this.pages++;
    this.records += records.length;
    this.total = total ?? this.total;
    this.isEmpty = records.length === 0;
    this.idlePages = this.ids.size > before ? 0 : this.idlePages + 1;
  }

  /** Whether the newest page is the end although it names another, as some servers do after the last. */
  get isPastTheEnd(): boolean {
    return this.isEmpty && this.total !== undefined && this.records >= this.total;
  }

  /** @throws Error where the newest page names another, and such pages might never end */
  checkNext(): void {
    const { ids, idlePages, pages, total } = this;
    if (idlePages >= MOST_IDLE_PAGES) throw new ExplainedError(say('ocpiIdlePages', String(idlePages)));
    if (total !== undefined && ids.size > total)
      throw new ExplainedError(say('ocpiMoreThanTotal', String(ids.size), String(total)));
    if (pages >= MOST_PAGES) throw new ExplainedError(say('ocpiTooManyPages', String(pages)));
  }

  /** @throws Error where fewer records came than the feed has */
  checkTotal(): void {
    const { records, total } = this;
    if (total !== undefined && records < total)
      throw new ExplainedError(say('ocpiFewerThanTotal', String(records), String(total)));
  }
}
