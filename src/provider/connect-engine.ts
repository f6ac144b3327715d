import type { Rules } from '../network/derive.js';
import type { EngineClient } from './engine.js';
import type { FeedFormat, FetchFeed } from './feed.js';
import { startRemoteEngine } from './remote-engine.js';
import { engineWorkerUrls } from './worker-urls.js';

/** Whether the engine runs in a worker: where one can be had, or never. */
export type WorkerUse = 'auto' | 'never';

/** What an engine in the tab fetches a feed with. */
const FETCH_FEED: Readonly<Record<'network' | 'ocpi', FetchFeed>> = {
  network: async (...feed) => (await import('./fetch-snapshot.js')).fetchSnapshot(...feed),
  ocpi: async (...feed) => (await import('./fetch-ocpi.js')).fetchOcpi(...feed),
};

/**
 * Starts an engine: in a worker where one can be had, else in the tab.
 * @param format of the feeds that it will fetch; it fetches columns in any case
 */
export async function connectEngine(
  rules: Rules,
  use: WorkerUse,
  format: FeedFormat = 'network',
): Promise<EngineClient> {
  const jsonFormat = format === 'columns' ? 'network' : format;
  if (use === 'auto' && typeof Worker === 'function') {
    try {
      return await startRemoteEngine(engineWorkerUrls[jsonFormat], rules);
    } catch {
      // A policy forbids it or its file is missing: the tab does the same work.
    }
  }
  const { Engine } = await import('./engine.js');
  return new Engine(rules, FETCH_FEED[jsonFormat]);
}
