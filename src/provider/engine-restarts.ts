import { MINUTE, SECOND } from '../model/time.js';

/** How long a lost engine rests before it is started again, longer each time: milliseconds. */
const RESTS = [0, 5 * SECOND, 30 * SECOND];

/** Losses within so many milliseconds add up. */
const WITHIN = 10 * MINUTE;

/**
 * Waits until an engine that was lost is to be started again.
 * @param losses when it was lost, in milliseconds of `performance.now()`; emptied where it is given up
 * @param reason why it was lost the last time
 * @throws Error where it is given up, as it was lost too often; the signal's reason where it aborted
 */
export async function restAfter(losses: number[], reason: Error, signal: AbortSignal): Promise<void> {
  const now = performance.now();
  const last = losses.at(-1)!;
  const recent = losses.filter(at => at > last - WITHIN).length;
  const rest = RESTS[recent - 1];
  if (rest === undefined) {
    losses.length = 0;
    throw new Error(
      `${reason.message} It was started ${RESTS.length} times more, to no avail; refresh to try again.`,
    );
  }
  const wait = last + rest - now;
  if (wait <= 0) return;
  await new Promise<void>(resolve => {
    const timer = setTimeout(resolve, wait);
    const abort = () => {
      clearTimeout(timer);
      resolve();
    };
    signal.addEventListener('abort', abort, { once: true });
  });
  signal.throwIfAborted();
}
