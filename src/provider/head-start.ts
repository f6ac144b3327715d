import { ExplainedError } from '../model/explained-error.js';
import { say } from '../model/load-reasons.js';
import { SECOND } from '../model/time.js';
import { delay } from './delay.js';

/** How long the first load waits for a source to push, in milliseconds. */
const LONGEST = SECOND;

/**
 * Waits until a source pushes, or its first load had better not wait any longer.
 * @param begun resolves when it pushes
 * @param miss called where that is after the load began: what changed in between is not known
 */
export async function giveHeadStart(
  begun: Promise<unknown>,
  lifetime: AbortSignal,
  miss: (missed: Error) => void,
): Promise<void> {
  let isLate = false;
  const hasBegun = new AbortController();
  const watching = begun.then(() => {
    hasBegun.abort();
    if (isLate) miss(new ExplainedError(say('watchedLate')));
  });
  await Promise.race([watching, delay(LONGEST, AbortSignal.any([lifetime, hasBegun.signal]))]);
  isLate = true;
}
