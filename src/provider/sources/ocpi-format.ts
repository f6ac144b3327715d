import { networkFromOcpi } from '../../model/ocpi/network-from-ocpi.js';
import type { OcpiOverrides } from '../../model/ocpi/ocpi-types.js';
import type { LoadedSnapshot } from './load-feed.js';
import { loadRecords } from './load-records.js';
import { fetchOcpiPages } from './ocpi-pages.js';

/**
 * Fetches OCPI Locations, page by page, as a network.
 * @param overrides what a host knows better than its feed says
 * @throws Error where the server refuses, or answers what is not JSON or not OCPI
 */
export async function fetchSnapshot(
  url: string,
  signal: AbortSignal,
  overrides?: OcpiOverrides,
): Promise<LoadedSnapshot> {
  const { feed, date, problems } = await fetchOcpiPages(url, signal);
  const network = networkFromOcpi(feed, { ...overrides, asOf: date });
  const all = [...problems, ...network.problems];
  return all.length > 0 ? { ...network.snapshot, problems: all } : network.snapshot;
}

export const loadFeed = loadRecords(fetchSnapshot);
