import type { Rules } from '../network/derive.js';
import type { EngineClient } from './engine.js';

/** Whether the engine runs in a worker: where one can be had, or never. */
export type WorkerUse = 'auto' | 'never';

/** Starts an engine. */
export async function connectEngine(rules: Rules, _worker: WorkerUse): Promise<EngineClient> {
  const { Engine } = await import('./engine.js');
  return new Engine(rules);
}
