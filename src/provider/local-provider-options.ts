import { MISSED_HEARTBEATS } from '../model/connection.js';
import { LAST_MESSAGE_BUCKETS, lastMessageStatuses } from '../model/last-message.js';
import type { LastMessageBuckets } from '../model/last-message.js';
import { shown } from '../model/fields.js';
import type { Rules } from '../engine/derivation.js';
import type { WorkerUse } from './worker/connect-engine.js';

/** How `localProvider` works. */
export interface LocalProviderOptions {
  /** The page's clock in epoch milliseconds; by default a monotonic one that is put right after a sleep of the machine. */
  now?: () => number;
  /** R4: how many heartbeat intervals of silence make a station offline. Default 3. */
  missedHeartbeats?: number;
  /** R7: upper bounds in seconds, rising. Default 15 minutes, 1 hour, 24 hours, 7 days. */
  lastMessageBuckets?: LastMessageBuckets;
  /** Where the engine runs: `auto`, the default, is a worker where one can be had, else the tab; `never` is the tab. */
  worker?: WorkerUse;
}

/**
 * The rules that a host's options make.
 * @throws RangeError where an option is not as documented
 */
export function rulesOf(options: LocalProviderOptions): Rules {
  const {
    missedHeartbeats = MISSED_HEARTBEATS,
    lastMessageBuckets = LAST_MESSAGE_BUCKETS,
    worker = 'auto',
  } = options;
  if (typeof missedHeartbeats !== 'number' || !(missedHeartbeats > 0)) {
    throw new RangeError(
      `missedHeartbeats is ${shown(missedHeartbeats)}; expected a number of heartbeat intervals above 0.`,
    );
  }
  if (!Array.isArray(lastMessageBuckets)) {
    throw new RangeError(`lastMessageBuckets is ${shown(lastMessageBuckets)}; expected a list of seconds.`);
  }
  lastMessageStatuses(lastMessageBuckets);
  if (worker !== 'auto' && worker !== 'never') {
    throw new RangeError(`worker is ${shown(worker)}; expected "auto" or "never".`);
  }
  // A framework's proxy cannot be posted to the worker.
  return { missedHeartbeats, lastMessageBuckets: [...lastMessageBuckets] };
}
