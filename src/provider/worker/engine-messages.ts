import type { Rules } from '../../engine/derivation.js';
import type { EngineClient } from './engine.js';

/** What a worker is asked to do: everything that an engine answers with a promise. */
export type EngineMethod = Exclude<keyof EngineClient, 'failure' | 'dispose'>;

/** From the page: the rules first, then calls, and the abort of a call that may take long. Signals do not cross. */
export type ToWorker =
  { rules: Rules } | { id: number; method: EngineMethod; args: unknown[] } | { abort: number };

/** From the worker: that it is there, then what a call answered or failed with. */
export type FromWorker = { ready: true } | { id: number; value: unknown } | { id: number; error: unknown };
