import type { LoadFeed, LoadedSnapshot } from './load-feed.js';
import { pause } from './pause.js';
import { readSnapshot } from './read-snapshot.js';

/** Locations a part: loading them takes a few milliseconds. */
const PART = 500;

/** How long loading holds its thread at a time, in milliseconds. */
const BUDGET = 10;

/** Loads feeds whose format is read as records. The thread goes on answering meanwhile. */
export function loadRecords(
  fetchSnapshot: (url: string, signal: AbortSignal) => Promise<LoadedSnapshot>,
): LoadFeed {
  return async (url, signal, start) => {
    const { asOf, locations, problems } = readSnapshot(await fetchSnapshot(url, signal));
    signal.throwIfAborted();
    const network = start(asOf, problems);
    let pausedAt = performance.now();
    for (let from = 0; from < locations.length; from += PART) {
      network.load(locations.slice(from, from + PART), from);
      if (performance.now() - pausedAt < BUDGET) continue;
      await pause();
      signal.throwIfAborted();
      pausedAt = performance.now();
    }
  };
}
