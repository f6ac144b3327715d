import { ExplainedError } from '../model/explained-error.js';
import { say } from '../model/restart-reasons.js';
import { MINUTE, SECOND } from '../model/time.js';
import { delay } from './delay.js';
import { partOf } from './reason-of.js';

/** How long a lost engine rests before it is started again, longer each time: milliseconds. */
const RESTS = [0, 5 * SECOND, 30 * SECOND];

/** Losses within so many milliseconds add up. */
const WITHIN = 10 * MINUTE;

/**
 * Waits until an engine that was lost is to be started again.
 * @param losses when it was lost, in milliseconds of `performance.now()`
 * @param reason why it was lost the last time
 * @throws Error where it is given up for now, as it was lost too often; the signal's reason where it aborted
 */
export async function restAfter(
  losses: readonly number[],
  reason: Error,
  signal: AbortSignal,
): Promise<void> {
  const now = performance.now();
  const recent = losses.filter(at => at > now - WITHIN);
  const [first, last] = [recent.at(0), recent.at(-1)];
  if (first === undefined || last === undefined) return;
  const rest = RESTS[recent.length - 1];
  if (rest === undefined) {
    const minutes = Math.ceil((first + WITHIN - now) / MINUTE);
    throw new ExplainedError(say('workerLostOften', partOf(reason), recent.length, minutes));
  }
  const wait = last + rest - now;
  if (wait <= 0) return;
  await delay(wait, signal);
  signal.throwIfAborted();
}
