import type { Rules } from '../../engine/derivation.js';
import type { FeedFormat } from '../sources/feed-formats.js';
import type { EngineChannel } from './engine-channel.js';
import { startWorker } from './start-worker.js';
import { WorkerEngine } from './worker-engine.js';
import { engineWorkerUrl } from './worker-config.js';

/** Whether the engine runs in a worker: where one can be had, or never. */
export type WorkerUse = 'auto' | 'never';

/**
 * Starts an engine: in a worker where one can be had, else in the tab.
 * @param onLost told why an engine in a worker, which had started, answers nothing any more
 * @param format of the feeds that it will load
 * @throws TypeError where the engine's code does not arrive
 */
export async function connectEngine(
  rules: Rules,
  use: WorkerUse,
  onLost: (reason: Error) => void,
  format: FeedFormat = 'network',
): Promise<EngineChannel> {
  if (use === 'never' || typeof Worker !== 'function') {
    const { TabEngine } = await import('./tab-engine.js');
    return new TabEngine(rules, format);
  }
  let url: URL | undefined;
  const takeOver = async (reason: string) =>
    (await import('./stand-in.js')).standIn(url, rules, onLost, format, reason);
  try {
    url = await engineWorkerUrl(format);
    return new WorkerEngine(startWorker(url), rules, takeOver, onLost);
  } catch (error) {
    return takeOver((error as Error).message);
  }
}
