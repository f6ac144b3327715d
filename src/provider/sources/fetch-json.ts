import { shown } from '../../model/fields.js';

/** What a server answered. */
export interface Answer {
  body: unknown;
  headers: Headers;
  /** What answered, after redirects. */
  url: string;
  /** Whether it is of another origin than the page, so that only the headers which it exposes can be read (CORS). */
  isCrossOrigin: boolean;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Gets what `read` reads of an answer, past the caches' stale copies.
 * @throws Error that says what was asked and what came instead; the signal's reason where it aborted
 */
async function get<T>(url: string, signal: AbortSignal, read: (response: Response) => Promise<T>) {
  let body: T;
  let response: Response;
  try {
    response = await fetch(url, { cache: 'no-cache', signal });
    body = await read(response);
  } catch (error) {
    signal.throwIfAborted();
    throw new Error(`GET ${url} got no answer: ${reasonOf(error)}.`, { cause: error });
  }
  if (!response.ok) {
    throw new Error(`GET ${url} answered ${`${response.status} ${response.statusText}`.trim()}.`);
  }
  return {
    body,
    headers: response.headers,
    url: response.url || url,
    isCrossOrigin: response.type === 'cors',
  };
}

/** Gets bytes, past the caches' stale copies; throws as `fetchJson` does. */
export async function fetchBytes(url: string, signal: AbortSignal): Promise<ArrayBuffer> {
  return (await get(url, signal, response => response.arrayBuffer())).body;
}

/**
 * Gets JSON, past the caches' stale copies.
 * @param expected what the JSON should be, for the error
 * @throws Error that says what was asked and what came instead; the signal's reason where it aborted
 */
export async function fetchJson(url: string, expected: string, signal: AbortSignal): Promise<Answer> {
  const { body: text, ...answer } = await get(url, signal, response => response.text());
  try {
    return { ...answer, body: JSON.parse(text) };
  } catch (error) {
    throw new Error(
      `GET ${url} answered what is not JSON: ${reasonOf(error)}. It begins with ${shown(text)}; expected ${expected}.`,
      { cause: error },
    );
  }
}
