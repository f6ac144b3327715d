import { delay } from './delay.js';
import { reasonOf } from './reason-of.js';
import { retryDelay } from './retry-delay.js';

/**
 * Code that only some pages download. What does not arrive, as while a host's site is being replaced, is told and asked for again;
 * undefined where it is no longer wanted.
 * @param load imports it
 * @param what the code does, for messages
 * @param onFailure called each time that it does not arrive
 */
export async function arrival<T>(
  load: () => Promise<T>,
  what: string,
  signal: AbortSignal,
  onFailure: (error: Error) => void,
): Promise<T | undefined> {
  for (let failures = 1; !signal.aborted; failures++) {
    try {
      return await load();
    } catch (error) {
      onFailure(
        new Error(`The code that ${what} could not be loaded (${reasonOf(error)}). It is asked for again.`),
      );
      await delay(retryDelay(failures), signal);
    }
  }
  return undefined;
}
