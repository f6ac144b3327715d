import { requestFeed } from './request-feed.js';
import type { FeedAnswer } from './feed-answer.js';
import type { RequestOptions } from './request-options.js';

/** What a server answered. */
export interface Answer extends Pick<FeedAnswer, 'headers' | 'url' | 'isCrossOrigin'> {
  body: unknown;
}

/**
 * Gets JSON, past the caches' stale copies.
 * @param expected what the JSON should be, for the error
 * @throws RequestError that says what was asked and what came instead; the signal's reason where it aborted
 */
export async function fetchJson(
  url: string,
  expected: string,
  signal: AbortSignal,
  options?: RequestOptions,
): Promise<Answer> {
  const answer = await requestFeed(url, signal, options);
  const { headers, url: answered, isCrossOrigin } = answer;
  return { body: await answer.json(expected), headers, url: answered, isCrossOrigin };
}
