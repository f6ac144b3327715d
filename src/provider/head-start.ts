import { SECOND } from '../model/time.js';
import { delay } from './delay.js';

/** How long the first load waits for a source to push, in milliseconds. */
const LONGEST = SECOND;

const LOADED_UNWATCHED = 'Changes were not reported yet when the network was loaded; it is loaded anew.';

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
    if (isLate) miss(new Error(LOADED_UNWATCHED));
  });
  await Promise.race([watching, delay(LONGEST, AbortSignal.any([lifetime, hasBegun.signal]))]);
  isLate = true;
}
