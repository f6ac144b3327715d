import type { FetchFeed, LoadFeed } from '../sources/feed.js';
import { loadInParts } from './load-in-parts.js';

/** Loads feeds of a JSON format part by part. */
export function loadJsonFeed(fetchFeed: FetchFeed): LoadFeed {
  return async (engine, url, now, signal) => loadInParts(engine, await fetchFeed(url, signal), now, signal);
}
