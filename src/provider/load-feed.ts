import { readColumns } from '../model/columns.js';
import type { NetworkColumns } from '../model/columns.js';
import { looksLikeOcpi, networkFromOcpi } from '../model/ocpi.js';
import { isFields } from '../model/ocpi-read.js';
import type { OcpiOverrides } from '../model/ocpi-types.js';
import { snapshotFromColumns } from '../model/snapshot-from-columns.js';
import type { NetworkSnapshot, Problem } from '../model/types.js';
import type { Feed, LoadedSnapshot } from './feed.js';
import { fetchBytes, fetchJson } from './fetch-json.js';
import { fetchOcpiPages } from './ocpi-pages.js';

/**
 * Fetches a network's columns.
 * @throws Error where the server refuses, or answers what are not columns
 */
export async function fetchColumns(url: string, signal: AbortSignal): Promise<NetworkColumns> {
  const bytes = await fetchBytes(url, signal);
  try {
    return readColumns(bytes);
  } catch (error) {
    throw new Error(`GET ${url}: ${(error as Error).message}`, { cause: error });
  }
}

/** A network as it was fetched, and what could not be read of it. */
interface FetchedNetwork {
  snapshot: NetworkSnapshot;
  problems: Problem[];
}

const SNAPSHOT = 'a NetworkSnapshot {locations: […]}';

async function fetchSnapshot(url: string, signal: AbortSignal): Promise<FetchedNetwork> {
  const { body } = await fetchJson(url, SNAPSHOT, signal);
  if (isFields(body) && Array.isArray(body.locations)) {
    return { snapshot: body as unknown as NetworkSnapshot, problems: [] };
  }
  const advice = looksLikeOcpi(body) ? ', got what looks like OCPI: read it in the format ocpi' : '';
  throw new Error(`GET ${url} answered JSON of another shape; expected ${SNAPSHOT}${advice}.`);
}

/**
 * Fetches a network in its format; OCPI page by page. Runs in a worker too.
 * @param overrides what a host knows better than its OCPI feed says
 * @throws Error where the server refuses, or answers what is not JSON or not of the format
 */
export async function fetchFeed(
  { url, format }: Feed,
  signal: AbortSignal,
  overrides?: OcpiOverrides,
): Promise<FetchedNetwork> {
  if (format === 'columns') {
    return { snapshot: snapshotFromColumns(await fetchColumns(url, signal)), problems: [] };
  }
  if (format === 'network') return fetchSnapshot(url, signal);
  const { feed, date, problems } = await fetchOcpiPages(url, signal);
  const network = networkFromOcpi(feed, { ...overrides, asOf: date });
  return { snapshot: network.snapshot, problems: [...problems, ...network.problems] };
}

/** Fetches a feed the way a source's `load` answers. */
export async function loadFeed(
  feed: Feed,
  signal: AbortSignal,
  overrides?: OcpiOverrides,
): Promise<LoadedSnapshot> {
  const { snapshot, problems } = await fetchFeed(feed, signal, overrides);
  return problems.length > 0 ? { ...snapshot, problems } : snapshot;
}
