import type { StationPage, StationQuery, StationRow } from '../model/questions.js';
import type { Scope } from '../model/records.js';
import type { AskedProvider } from './asked-provider.js';

/** All pages of a list. */
export interface WholeList {
  pages: readonly StationPage[];
  rows: readonly StationRow[];
}

/** Reads a list from its first page to its last, or to where it would have to have ended by the total that it tells. */
export async function wholeList(
  asked: AskedProvider,
  query: StationQuery,
  scope?: Scope,
): Promise<WholeList> {
  const pages: StationPage[] = [];
  const rows: StationRow[] = [];
  let page: StationPage | undefined;
  do {
    page = await asked.stations({ ...query, ...(page?.cursor ? { cursor: page.cursor } : {}) }, { scope });
    pages.push(page);
    rows.push(...page.stations);
  } while (page.cursor && rows.length <= page.total && pages.length <= page.total);
  return { pages, rows };
}
