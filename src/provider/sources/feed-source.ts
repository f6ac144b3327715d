import type { StationSource } from '../data-provider.js';
import { pageUrl } from '../page-url.js';
import { FEED_FORMATS } from './feed-formats.js';
import type { FeedFormat } from './feed-formats.js';
import type { LoadedSnapshot } from './load-feed.js';
import { checkRequestOptions } from './request-options.js';
import type { RequestOptions } from './request-options.js';
import { shownUrl } from './shown-url.js';

/** A network that can be fetched in a worker as well as in a page. */
export interface Feed {
  /** Absolute. */
  url: string;
  format: FeedFormat;
  options?: RequestOptions;
}

/** A source that may be just a URL and how it is asked for: then the engine, in its worker, fetches and reads it. */
export interface FetchedSource extends StationSource {
  readonly feed?: Feed;
  /** Whether `load` fails by itself where nothing comes for some time, so that it may take as long as it needs. */
  readonly hasTimeout?: boolean;
  load(options: { signal: AbortSignal }): Promise<LoadedSnapshot>;
}

/**
 * The URL of a feed, absolute.
 * @param url relative to the page
 * @throws TypeError where that makes none, or it holds a user name or password, which browsers refuse to fetch
 */
export function feedUrl(url: string | URL): string {
  const base = pageUrl();
  if (!URL.canParse(url, base))
    throw new TypeError(
      `${JSON.stringify(shownUrl(url))} is no URL; expected one, or a path in the page's site.`,
    );
  const absolute = new URL(url, base);
  if (absolute.username || absolute.password)
    throw new TypeError(
      `${shownUrl(absolute)} is given with a user name or a password; expected them in the headers (Authorization).`,
    );
  return absolute.href;
}

/**
 * A source that is a feed of any format.
 * @param url relative to the page
 * @param options of its requests
 * @throws TypeError or RangeError where that is no URL, there is no such format, or an option is not as documented
 */
export function feedSource(
  url: string | URL,
  format: FeedFormat,
  { headers, credentials, timeout }: RequestOptions = {},
): FetchedSource {
  if (!Object.hasOwn(FEED_FORMATS, format))
    // `ev-data-provider` has one more, which is no feed.
    throw new TypeError(`format is "${format}"; expected ${Object.keys(FEED_FORMATS).join(', ')} or remote.`);
  const absolute = feedUrl(url);
  const options = {
    ...(headers !== undefined && { headers }),
    ...(credentials !== undefined && { credentials }),
    ...(timeout !== undefined && { timeout }),
  };
  checkRequestOptions(options);
  return {
    // OCPI knows no messages of stations: what it has is when their EVSEs were last updated.
    ...(format === 'ocpi' && { lastMessageIs: 'update' as const }),
    feed: { url: absolute, format, ...(Object.keys(options).length > 0 && { options }) },
    load: async ({ signal }) => (await FEED_FORMATS[format]()).fetchSnapshot(absolute, signal, options),
  };
}
