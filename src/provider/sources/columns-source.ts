import { feedAt } from './feed.js';
import type { FetchedSource } from './feed.js';

/**
 * A network that a URL answers as columns (docs/columns.md): at a million stations much lighter to read than JSON.
 * @param url relative to the page
 * @throws TypeError where that is no URL
 */
export function columnsSource(url: string | URL): FetchedSource {
  const feed = feedAt(url, 'columns');
  return {
    feed,
    // Who has an engine in a worker never needs to read a feed in the page.
    load: async ({ signal }) => {
      const [{ fetchColumns }, { snapshotFromColumns }] = await Promise.all([
        import('./fetch-columns.js'),
        import('../../model/columns/snapshot-from-columns.js'),
      ]);
      return snapshotFromColumns(await fetchColumns(feed.url, signal));
    },
  };
}
