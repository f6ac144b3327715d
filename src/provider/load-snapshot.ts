import { ExplainedError } from '../model/explained-error.js';
import { say } from '../model/load-reasons.js';
import { MINUTE } from '../model/time.js';
import { abortable } from './abortable.js';
import type { FetchedSource } from './sources/feed-source.js';
import type { LoadedSnapshot } from './sources/load-feed.js';

/** How long a load of the host's own may take in all, in minutes: nothing can be seen of how far it is. */
const LONGEST = 10;

/**
 * Calls a source's `load`.
 * @throws what it rejects with; Error where it has not settled in time; the signal's reason where it aborted
 */
export async function loadSnapshot(source: FetchedSource, signal: AbortSignal): Promise<LoadedSnapshot> {
  if (source.hasTimeout) return abortable(source.load({ signal }), signal);
  const timeout = AbortSignal.timeout(LONGEST * MINUTE);
  const either = AbortSignal.any([signal, timeout]);
  try {
    return await abortable(source.load({ signal: either }), either);
  } catch (error) {
    signal.throwIfAborted();
    if (!timeout.aborted) throw error;
    throw new ExplainedError(say('loadUnsettled', LONGEST), { cause: error });
  }
}
