import type { LoadedSnapshot, StartNetwork } from './load-feed.js';
import { pause } from './pause.js';
import { readSnapshot } from './read-snapshot.js';

/** Locations a part: loading them takes a few milliseconds. */
const PART = 500;

/** How long loading holds its thread at a time, in milliseconds. */
const BUDGET = 10;

/**
 * Loads records into the network that it starts. The thread goes on answering meanwhile.
 * @param sentAt when a snapshot was true that does not say so itself: epoch milliseconds
 * @returns when the snapshot says that it was true
 */
export async function loadRecords(
  snapshot: LoadedSnapshot,
  sentAt: number | undefined,
  signal: AbortSignal,
  start: StartNetwork,
): Promise<number | undefined> {
  const { asOf, history, locations, problems } = readSnapshot(snapshot);
  signal.throwIfAborted();
  const network = start(asOf ?? sentAt, problems);
  network.loadHistory(history);
  let pausedAt = performance.now();
  for (let from = 0; from < locations.length; from += PART) {
    network.load(locations.slice(from, from + PART), from);
    if (performance.now() - pausedAt < BUDGET) continue;
    await pause();
    signal.throwIfAborted();
    pausedAt = performance.now();
  }
  return asOf;
}
