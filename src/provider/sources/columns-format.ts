import { loadColumns } from '../../engine/load-columns.js';
import { readColumns } from '../../model/columns/layout.js';
import type { NetworkColumns } from '../../model/columns/layout.js';
import { snapshotFromColumns } from '../../model/columns/snapshot-from-columns.js';
import type { NetworkSnapshot } from '../../model/records.js';
import { orNothing } from '../../model/time.js';
import type { LoadFeed } from './load-feed.js';
import { fetchBytes } from './fetch-json.js';
import { readSnapshot } from './read-snapshot.js';

async function fetchColumns(url: string, signal: AbortSignal): Promise<NetworkColumns> {
  const bytes = await fetchBytes(url, signal);
  try {
    return readColumns(bytes);
  } catch (error) {
    throw new Error(`GET ${url}: ${(error as Error).message}`, { cause: error });
  }
}

/**
 * Fetches a network's columns as records.
 * @throws Error where the server refuses, or the answer is not columns
 */
export async function fetchSnapshot(url: string, signal: AbortSignal): Promise<NetworkSnapshot> {
  return snapshotFromColumns(await fetchColumns(url, signal));
}

/** Loads the columns as they are: no records are made of them. */
export const loadFeed: LoadFeed = async (url, signal, start) => {
  const columns = await fetchColumns(url, signal);
  signal.throwIfAborted();
  // Checked as that of a snapshot is; the locations are read from the columns.
  const { asOf, problems } = readSnapshot({ asOf: orNothing(columns.asOf), locations: [] });
  loadColumns(start(asOf, problems), columns);
};
