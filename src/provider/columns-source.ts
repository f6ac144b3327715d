import { feedAt } from './feed.js';
import type { FetchedSource } from './feed.js';

/**
 * A network that a URL answers as columns (docs/columns.md): at a million stations much lighter to read than JSON.
 * @param url relative to the page
 * @throws TypeError where that is no URL
 */
export function columnsSource(url: string | URL): FetchedSource {
  const feed = feedAt(url, 'columns');
  return { feed, load: async ({ signal }) => (await import('./load-feed.js')).loadFeed(feed, signal) };
}
