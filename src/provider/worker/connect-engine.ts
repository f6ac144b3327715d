import type { Rules } from '../../engine/derivation.js';
import type { EngineClient } from './engine.js';
import type { FeedFormat, FetchFeed, LoadFeed } from '../sources/feed.js';
import { startRemoteEngine } from './remote-engine.js';
import { engineWorkerUrls } from './worker-urls.js';

/** Whether the engine runs in a worker: where one can be had, or never. */
export type WorkerUse = 'auto' | 'never';

async function loadJson(fetchFeed: FetchFeed): Promise<LoadFeed> {
  return (await import('./load-json-feed.js')).loadJsonFeed(fetchFeed);
}

/** What an engine in the tab loads a feed with. */
const LOAD_FEED: Readonly<Record<FeedFormat, () => Promise<LoadFeed>>> = {
  network: async () => loadJson((await import('../sources/fetch-snapshot.js')).fetchSnapshot),
  ocpi: async () => loadJson((await import('../sources/fetch-ocpi.js')).fetchOcpi),
  columns: async () => (await import('./load-columns-feed.js')).loadColumnsFeed,
};

/**
 * Starts an engine: in a worker where one can be had, else in the tab.
 * @param format of the feeds that it will load
 */
export async function connectEngine(
  rules: Rules,
  use: WorkerUse,
  format: FeedFormat = 'network',
): Promise<EngineClient> {
  if (use === 'auto' && typeof Worker === 'function') {
    try {
      return await startRemoteEngine(engineWorkerUrls[format], rules);
    } catch {
      // A policy forbids it or its file is missing: the tab does the same work.
    }
  }
  const { Engine } = await import('./engine.js');
  return new Engine(rules, async (...feed) => (await LOAD_FEED[format]())(...feed));
}
