import { isFields, shown } from '../../model/fields.js';
import { say } from '../../model/load-reasons.js';
import { LONGEST_TIMEOUT, SECOND } from '../../model/time.js';
import { partOf } from '../reason-of.js';
import { RequestError } from './request-error.js';
import { shownUrl } from './shown-url.js';

/**
 * What every request to a feed carries: a record of header names and values, or a function that is called for each request and answers
 * one, so that a token can be renewed. They go to the feed's own origin only. Cookies are sent by `credentials` instead.
 */
export type RequestHeaders =
  | Readonly<Record<string, string>>
  | (() => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>);

/** How a feed is asked for. */
export interface RequestOptions {
  headers?: RequestHeaders;
  /** Whether cookies go along: `omit`, `same-origin` (the default of fetch), or `include` for another origin that allows it. */
  credentials?: RequestCredentials;
  /** Seconds without a byte of the answer after which a request has failed, however long the whole takes. Default 60. */
  timeout?: number;
}

/** Seconds without a byte after which a request has failed: slow servers have answered by then, and a slow line goes on sending. */
export const TIMEOUT = 60;

const CREDENTIALS: readonly unknown[] = ['omit', 'same-origin', 'include'];

/** In whole seconds. */
const LONGEST = Math.floor(LONGEST_TIMEOUT / SECOND);

function readHeaders(given: unknown): Headers {
  // A Map or Headers has no entries of its own: its headers would be lost in silence.
  if (!isFields(given) || Symbol.iterator in given) {
    const kind = typeof given === 'object' ? 'no record' : `of type ${typeof given}`;
    throw new TypeError(`headers is ${kind}; expected a record of header names and values.`);
  }
  const headers = new Headers();
  for (const [name, value] of Object.entries(given)) {
    if (typeof value !== 'string')
      throw new TypeError(`The header ${shown(name)} is of type ${typeof value}; expected text.`);
    try {
      headers.set(name, value);
    } catch {
      // The platform's message, which would be the cause, holds the value: it may be a secret.
      throw new TypeError(
        `The header ${shown(name)} cannot be sent: its name or its value holds a character that HTTP does not allow.`,
      );
    }
  }
  return headers;
}

/**
 * The headers of the next request; a function is called for them.
 * @throws TypeError that names the header that cannot be sent, and never its value; what the function threw
 */
export async function headersOf({ headers = {} }: RequestOptions): Promise<Headers> {
  return readHeaders(typeof headers === 'function' ? await headers() : headers);
}

/** Says that the headers of a request could not be had. */
export function headersError(url: string, error: unknown): RequestError {
  const said = say('headersMissing', shownUrl(url), partOf(error));
  return new RequestError({ ...said, isPassing: !(error instanceof TypeError) }, { cause: error });
}

/**
 * Checks what can be checked before the first request; of headers that a function makes, nothing.
 * @throws TypeError or RangeError that names what is not as documented, and never a header's value
 */
export function checkRequestOptions({ headers, credentials, timeout }: RequestOptions): void {
  if (headers !== undefined && typeof headers !== 'function') readHeaders(headers);
  if (credentials !== undefined && !CREDENTIALS.includes(credentials))
    throw new TypeError(`credentials is ${shown(credentials)}; expected ${CREDENTIALS.join(', ')}.`);
  if (timeout === undefined) return;
  if (typeof timeout !== 'number' || !(timeout > 0 && timeout <= LONGEST))
    throw new RangeError(`timeout is ${shown(timeout)}; expected seconds above 0, up to ${LONGEST}.`);
}
