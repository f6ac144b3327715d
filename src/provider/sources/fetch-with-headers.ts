import type { Sentence } from '../../model/reason.js';
import { say } from '../../model/request-reasons.js';
import { dismiss } from './http-response.js';
import { RequestError } from './request-error.js';
import { isSameServer } from './same-server.js';
import { shownUrl } from './shown-url.js';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || REDIRECTS.has(status);
}

/** Where a URL redirects to. A page may not read that of a redirect: it is followed without the headers. */
async function redirectTarget(url: string, init: RequestInit): Promise<string> {
  const answer = await fetch(url, init);
  dismiss(answer);
  return answer.url;
}

/**
 * Fetches with headers that may hold secrets: fetch would send most of them on to wherever a server redirects.
 * @param init whose own headers go anywhere
 * @throws RequestError where a redirect leads to another server, or cannot be followed
 */
export async function fetchWithHeaders(url: string, headers: Headers, init: RequestInit): Promise<Response> {
  if ([...headers].length === 0) return fetch(url, init);
  const all = new Headers(headers);
  for (const [name, value] of new Headers(init.headers)) all.set(name, value);
  const own: RequestInit = { ...init, headers: all, redirect: 'manual' };
  const answer = await fetch(url, own);
  if (!isRedirect(answer)) return answer;
  dismiss(answer);
  const refused = (said: Sentence) => new RequestError({ ...said, isPassing: false });
  const target = new URL(await redirectTarget(url, init));
  if (!isSameServer(target, new URL(url))) throw refused(say('redirectedAway', shownUrl(url), target.origin));
  const redirected = await fetch(target, own);
  if (!isRedirect(redirected)) return redirected;
  dismiss(redirected);
  throw refused(say('redirectedTwice', shownUrl(url)));
}
