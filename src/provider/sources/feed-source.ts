import type { StationSource } from '../data-provider.js';
import { FEED_FORMATS } from './feed-formats.js';
import type { FeedFormat } from './feed-formats.js';
import type { LoadedSnapshot } from './load-feed.js';

/** A network that can be fetched by its URL alone, in a worker as well as in a page. Plain data. */
export interface Feed {
  /** Absolute. */
  url: string;
  format: FeedFormat;
}

/** A source that may be just a URL: then the engine, in its worker, fetches and reads it. */
export interface FetchedSource extends StationSource {
  readonly feed?: Feed;
  load(options: { signal: AbortSignal }): Promise<LoadedSnapshot>;
}

/**
 * A feed at a URL, relative to the page.
 * @throws TypeError where that makes no URL, or there is no such format
 */
export function feedAt(url: string | URL, format: FeedFormat): Feed {
  if (!Object.hasOwn(FEED_FORMATS, format))
    throw new TypeError(`format is "${format}"; expected ${Object.keys(FEED_FORMATS).join(', ')}.`);
  const base = globalThis.document?.baseURI ?? globalThis.location?.href;
  if (!URL.canParse(url, base))
    throw new TypeError(`${JSON.stringify(url)} is no URL; expected one, or a path in the page's site.`);
  return { url: new URL(url, base).href, format };
}

/**
 * A source that is a feed of any format.
 * @param url relative to the page
 * @throws TypeError where that is no URL, or there is no such format
 */
export function feedSource(url: string | URL, format: FeedFormat): FetchedSource {
  const feed = feedAt(url, format);
  return {
    feed,
    load: async ({ signal }) => (await FEED_FORMATS[format]()).fetchSnapshot(feed.url, signal),
  };
}
