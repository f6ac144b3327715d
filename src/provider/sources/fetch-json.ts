import type { Part } from '../../model/reason.js';
import { requestFeed } from './request-feed.js';
import type { FeedAnswer } from './feed-answer.js';
import type { RequestOptions } from './request-options.js';

/** What a server answered. */
export interface Answer extends Pick<FeedAnswer, 'headers' | 'url' | 'isCrossOrigin' | 'date'> {
  body: unknown;
}

/**
 * Reads an answer's JSON.
 * @param expected what it should be, for the error
 */
export async function readJson(answer: FeedAnswer, expected: Part): Promise<Answer> {
  const { headers, url, isCrossOrigin, date } = answer;
  return { body: await answer.json(expected), headers, url, isCrossOrigin, date };
}

/**
 * Gets JSON, past the caches' stale copies.
 * @param expected what the JSON should be, for the error
 * @throws RequestError that says what was asked and what came instead; the signal's reason where it aborted
 */
export async function fetchJson(
  url: string,
  expected: Part,
  signal: AbortSignal,
  options?: RequestOptions,
): Promise<Answer> {
  return readJson(await requestFeed(url, signal, options), expected);
}
