import { UnreadableError } from '../model/unreadable-error.js';
import { retryDelay } from './retry-delay.js';
import { RequestError } from './sources/request-error.js';

/** As many failures in a row make the longest wait. */
const MANY = 10;

/** Whether the same load, tried again soon, would fail the same: it was refused, or brought what is no network. */
function isLasting(error: unknown): boolean {
  return error instanceof UnreadableError || (error instanceof RequestError && !error.isPassing);
}

/** How long the server that a load failed at asks to wait, in milliseconds; 0 where it does not. */
export function askedFor(error: unknown): number {
  return error instanceof RequestError ? (error.retryAfter ?? 0) : 0;
}

/**
 * How long to wait after loads failed in a row, in milliseconds: ever longer, and about a minute where the load was refused.
 * @param failures how many, 1 or more
 * @param error why the last one did
 */
export function loadRetryDelay(failures: number, error: unknown): number {
  return retryDelay(isLasting(error) ? MANY : failures, askedFor(error));
}
