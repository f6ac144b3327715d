import type { Rules } from '../../engine/derivation.js';
import type { FeedFormat } from '../sources/feed-formats.js';
import type { EngineChannel } from './engine-channel.js';
import { TabEngine } from './tab-engine.js';
import { WorkerEngine } from './worker-engine.js';
import { engineWorkerUrls } from './worker-urls.js';

/** Whether the engine runs in a worker: where one can be had, or never. */
export type WorkerUse = 'auto' | 'never';

/**
 * Starts an engine: in a worker where one can be had, else in the tab.
 * @param format of the feeds that it will load
 */
export function connectEngine(rules: Rules, use: WorkerUse, format: FeedFormat = 'network'): EngineChannel {
  const inTab = () => new TabEngine(rules, format);
  if (use === 'never' || typeof Worker !== 'function') return inTab();
  try {
    return new WorkerEngine(engineWorkerUrls[format], rules, inTab);
  } catch {
    // The page's policy forbids it: the tab does the same work.
    return inTab();
  }
}
