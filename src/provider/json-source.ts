import { feedAt, loadFeed } from './feed.js';
import type { FetchedSource } from './feed.js';

/**
 * A network that a URL answers as JSON, a NetworkSnapshot.
 * @param url relative to the page
 * @throws TypeError where that is no URL
 */
export function jsonSource(url: string | URL): FetchedSource {
  const feed = feedAt(url, 'network');
  return { feed, load: ({ signal }) => loadFeed(feed, signal) };
}
