import { HOUR, MINUTE, SECOND } from '../model/time.js';

const FIRST = SECOND;
const LONGEST = MINUTE;

/** A server that asks for longer is asked again after this. */
const LONGEST_ASKED_FOR = HOUR;

/**
 * How long to wait after failures in a row, in milliseconds: doubled by each up to a minute, and up to half of it taken off by chance, so that pages that lost
 * a server together do not come back together.
 * @param failures how many, 1 or more
 * @param retryAfter what the server asked for, in milliseconds: waited for at least
 */
export function retryDelay(failures: number, retryAfter = 0, random = Math.random): number {
  const wait = Math.min(FIRST * 2 ** (failures - 1), LONGEST);
  return Math.max(wait * (1 - random() / 2), Math.min(retryAfter, LONGEST_ASKED_FOR));
}

/**
 * What a `Retry-After` header asks for, in milliseconds: seconds, or a date (RFC 9110 §10.2.3), which is by the server's clock.
 * @param pageNow what that is taken to be where the answer has no `Date`: epoch milliseconds
 * @returns undefined where there is none, or it is neither
 */
export function retryAfterOf(headers: Headers, pageNow: number): number | undefined {
  const text = headers.get('Retry-After')?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text) * SECOND;
  const at = Date.parse(text);
  if (Number.isNaN(at)) return undefined;
  return Math.max(0, at - (Date.parse(headers.get('Date') ?? '') || pageNow));
}
