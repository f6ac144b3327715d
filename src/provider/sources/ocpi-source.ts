import type { OcpiOverrides } from '../../model/ocpi/ocpi-types.js';
import { feedSource, feedUrl } from './feed-source.js';
import type { FetchedSource } from './feed-source.js';
import type { RequestOptions } from './request-options.js';

/**
 * A network that a URL answers as OCPI 2.1.1 or 2.2.1 Locations, with all of its pages.
 * @param url relative to the page
 * @param options of its requests, and what the host knows better, by functions which keep the reading of the feed in the tab, out of the worker
 * @throws TypeError or RangeError where that is no URL, or an option is not as documented
 */
export function ocpiSource(url: string | URL, options: OcpiOverrides & RequestOptions = {}): FetchedSource {
  const source = feedSource(url, 'ocpi', options);
  if (!options.stationIdOf && !options.connectionOf) return source;
  const absolute = feedUrl(url);
  return {
    lastMessageIs: source.lastMessageIs,
    load: async ({ signal }) => (await import('./ocpi-format.js')).fetchSnapshot(absolute, signal, options),
  };
}
