import { feedSource } from './feed-source.js';
import type { FetchedSource } from './feed-source.js';
import type { RequestOptions } from './request-options.js';

/**
 * A network that a URL answers as JSON, a NetworkSnapshot.
 * @param url relative to the page
 * @throws TypeError or RangeError where that is no URL, or an option is not as documented
 */
export function jsonSource(url: string | URL, options?: RequestOptions): FetchedSource {
  return feedSource(url, 'network', options);
}
