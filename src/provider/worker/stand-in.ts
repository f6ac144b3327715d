import type { Rules } from '../../engine/derivation.js';
import type { FeedFormat } from '../sources/feed-formats.js';
import { warnOnce } from '../warn-once.js';
import type { EngineChannel } from './engine-channel.js';
import { importerOf, isForeign } from './foreign-worker.js';
import { startWorker } from './start-worker.js';
import { WorkerEngine } from './worker-engine.js';

async function inTab(
  url: URL | undefined,
  rules: Rules,
  format: FeedFormat,
  reason: string,
): Promise<EngineChannel> {
  const why = url
    ? `its worker ${url.href} did not start (${reason || 'its file cannot be loaded'}). It has to be served as JavaScript and ` +
      'allowed by the policy of the page (worker-src; from another origin, by CORS and worker-src blob:). configureWorkers({ engine }) names where it lies.'
    : reason;
  warnOnce(`the engine runs in the tab, since ${why}`);
  const { TabEngine } = await import('./tab-engine.js');
  return new TabEngine(rules, format);
}

/**
 * The engine that takes the place of a worker that did not start: in a worker that imports it, where it is of another origin and the page's
 * policy allows that, else in the tab, which the console is told.
 * @param url undefined where the host's bundle has none
 * @param onLost as `connectEngine` takes it
 * @param reason why the worker did not start; empty where no reason was given
 */
export async function standIn(
  url: URL | undefined,
  rules: Rules,
  onLost: (reason: Error) => void,
  format: FeedFormat,
  reason: string,
): Promise<EngineChannel> {
  const takeOver = (why: string) => inTab(url, rules, format, why);
  if (!url || !isForeign(url)) return takeOver(reason);
  try {
    return new WorkerEngine(startWorker(importerOf(url)), rules, takeOver, onLost);
  } catch (error) {
    return takeOver((error as Error).message);
  }
}
