import { networkFromOcpi } from '../../model/ocpi/network-from-ocpi.js';
import type { OcpiOverrides } from '../../model/ocpi/ocpi-types.js';
import type { LoadedSnapshot, LoadFeed } from './load-feed.js';
import { loadRecords } from './load-records.js';
import { fetchOcpiPages } from './ocpi-pages.js';
import type { RequestOptions } from './request-options.js';

/**
 * Fetches OCPI Locations, page by page, as a network.
 * @param options of each page's request, and what a host knows better than its feed says
 * @throws Error where the server refuses, or answers what is not JSON or not OCPI
 */
export async function fetchSnapshot(
  url: string,
  signal: AbortSignal,
  options: OcpiOverrides & RequestOptions = {},
): Promise<LoadedSnapshot> {
  const { feed, date, problems } = await fetchOcpiPages(url, signal, options);
  const network = networkFromOcpi(feed, { ...options, asOf: date });
  const all = [...problems, ...network.problems];
  return all.length > 0 ? { ...network.snapshot, problems: all } : network.snapshot;
}

export const loadFeed: LoadFeed = async ({ url, signal, options }, start) => ({
  asOf: await loadRecords(await fetchSnapshot(url, signal, options), undefined, signal, start),
});
