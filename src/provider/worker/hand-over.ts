import { pause } from '../sources/pause.js';
import type { LoadedSnapshot } from '../sources/load-feed.js';
import { readSnapshot } from '../sources/read-snapshot.js';
import type { EngineChannel } from './engine-channel.js';

/** Locations a part: few enough that neither copying them to a worker nor loading them in the tab drops many frames. */
const PART = 2500;

/**
 * Adds a snapshot to an engine part by part, up to but without the commit.
 * @param now the network's clock
 * @returns when it was true: epoch milliseconds, where it says so
 * @throws UnreadableError where it has no list of locations; the signal's reason where it aborted
 */
export async function handOver(
  engine: EngineChannel,
  snapshot: LoadedSnapshot,
  now: number,
  signal: AbortSignal,
): Promise<number | undefined> {
  const { asOf, history, locations, problems } = readSnapshot(snapshot);
  signal.throwIfAborted();
  // One part is being loaded while the next is copied.
  const underWay: Promise<unknown>[] = [engine.call('begin', now, problems, asOf, history)];
  try {
    for (let from = 0; from < locations.length; from += PART) {
      signal.throwIfAborted();
      underWay.push(engine.call('add', locations.slice(from, from + PART), from));
      await Promise.all([underWay.shift(), pause()]);
    }
    await Promise.all(underWay);
  } finally {
    void Promise.allSettled(underWay);
  }
  return asOf;
}
