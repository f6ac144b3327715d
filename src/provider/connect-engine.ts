import type { Rules } from '../network/derive.js';
import type { EngineClient } from './engine.js';
import { startRemoteEngine } from './remote-engine.js';
import { engineWorkerUrl } from './worker-url.js';

/** Whether the engine runs in a worker: where one can be had, or never. */
export type WorkerUse = 'auto' | 'never';

/** Starts an engine: in a worker where one can be had, else in the tab. */
export async function connectEngine(rules: Rules, use: WorkerUse): Promise<EngineClient> {
  if (use === 'auto' && engineWorkerUrl && typeof Worker === 'function') {
    try {
      return await startRemoteEngine(engineWorkerUrl, rules);
    } catch {
      // A policy forbids it or its file is missing: the tab does the same work.
    }
  }
  const { Engine } = await import('./engine.js');
  return new Engine(rules);
}
