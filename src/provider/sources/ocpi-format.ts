import { FEED, networkFromOcpi } from '../../model/ocpi/network-from-ocpi.js';
import type { OcpiOverrides } from '../../model/ocpi/ocpi-types.js';
import { fetchJson, readJson } from './fetch-json.js';
import type { LoadedSnapshot, LoadFeed } from './load-feed.js';
import { loadRecords } from './load-records.js';
import { loadVersion } from './load-version.js';
import { fetchOcpiPages } from './ocpi-pages.js';
import type { OcpiPages } from './ocpi-pages.js';
import type { RequestOptions } from './request-options.js';

/** What was fetched of OCPI Locations as a network, with what could not be read of it. */
export function snapshotOf({ feed, date, problems }: OcpiPages, overrides?: OcpiOverrides): LoadedSnapshot {
  const network = networkFromOcpi(feed, { ...overrides, asOf: date });
  const all = [...problems, ...network.problems];
  return all.length > 0 ? { ...network.snapshot, problems: all } : network.snapshot;
}

/** Fetches all pages of OCPI Locations. */
export function fetchPages(url: string, signal: AbortSignal, options: RequestOptions): Promise<OcpiPages> {
  return fetchOcpiPages(url, page => fetchJson(page, FEED, signal, options));
}

/**
 * Fetches OCPI Locations, page by page, as a network.
 * @param options of each page's request, and what a host knows better than its feed says
 * @throws RequestError where the server refuses, or answers what is not JSON or not OCPI
 */
export async function fetchSnapshot(
  url: string,
  signal: AbortSignal,
  options: OcpiOverrides & RequestOptions = {},
): Promise<LoadedSnapshot> {
  return snapshotOf(await fetchPages(url, signal, options), options);
}

export const loadFeed: LoadFeed = async (feed, start) => {
  const { url, signal, options } = feed;
  let pages: OcpiPages | undefined;
  let asOf: number | undefined;
  const loaded = await loadVersion(feed, async answer => {
    let first: typeof answer | undefined = answer;
    pages = await fetchOcpiPages(url, page => {
      const read = first ? readJson(first, FEED) : fetchJson(page, FEED, signal, options);
      first = undefined;
      return read;
    });
    asOf = await loadRecords(snapshotOf(pages), undefined, signal, start);
    return asOf === pages.date ? undefined : asOf;
  });
  // What came first says nothing of whether the pages after it have changed.
  return pages && pages.count > 1 ? { asOf } : loaded;
};
