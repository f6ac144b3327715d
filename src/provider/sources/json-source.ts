import { feedAt } from './feed.js';
import type { FetchedSource } from './feed.js';

/**
 * A network that a URL answers as JSON, a NetworkSnapshot.
 * @param url relative to the page
 * @throws TypeError where that is no URL
 */
export function jsonSource(url: string | URL): FetchedSource {
  const feed = feedAt(url, 'network');
  return {
    feed,
    // Who has an engine in a worker never needs to read a feed in the page.
    load: async ({ signal }) => (await import('./fetch-snapshot.js')).fetchSnapshot(feed.url, signal),
  };
}
