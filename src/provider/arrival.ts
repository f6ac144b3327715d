import { delay } from './delay.js';
import { retryDelay } from './retry-delay.js';

/**
 * Code that only some pages download. What does not arrive, as while a host's site is being replaced, is told and asked for again;
 * undefined where it is no longer wanted.
 * @param load imports it
 * @param onFailure called each time that it does not arrive, with why
 */
export async function arrival<T>(
  load: () => Promise<T>,
  signal: AbortSignal,
  onFailure: (error: unknown) => void,
): Promise<T | undefined> {
  for (let failures = 1; !signal.aborted; failures++) {
    try {
      return await load();
    } catch (error) {
      onFailure(error);
      await delay(retryDelay(failures), signal);
    }
  }
  return undefined;
}
