import { feedSource } from './feed-source.js';
import type { FetchedSource } from './feed-source.js';
import type { RequestOptions } from './request-options.js';

/**
 * A network that a URL answers as columns (docs/columns.md): at a million stations much lighter to read than JSON.
 * @param url relative to the page
 * @throws TypeError or RangeError where that is no URL, or an option is not as documented
 */
export function columnsSource(url: string | URL, options?: RequestOptions): FetchedSource {
  return feedSource(url, 'columns', options);
}
