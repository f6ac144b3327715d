import type { Rules } from '../../engine/derivation.js';
import type { Reason } from '../../model/reason.js';
import type { EngineMethod } from './engine-channel.js';

/** A call on its way to a worker. A signal, which a method takes as its last argument, does not cross. */
export interface PostedCall {
  id: number;
  method: EngineMethod;
  args: unknown[];
  isAbortable: boolean;
}

/** An answer on its way from a worker. An error loses the reason that it has. */
export type PostedAnswer = { id: number; value: unknown } | { id: number; error: unknown; reason?: Reason };

/** From the page: the rules first, then the calls that were made in one turn, the abort of a call, and whether it is there. */
export type ToWorker = { rules: Rules } | { calls: PostedCall[] } | { abort: number } | { ping: true };

/** From the worker: that it is there, first and whenever it is asked, and what a call answered or failed with. */
export type FromWorker = { ready: true } | PostedAnswer;
