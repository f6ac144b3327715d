import type { OcpiOverrides } from '../../model/ocpi/ocpi-types.js';
import { feedSource, feedUrl } from './feed-source.js';
import type { FetchedSource } from './feed-source.js';
import type { OcpiIncrements } from './ocpi-increments.js';
import type { RequestOptions } from './request-options.js';

/** How OCPI Locations are asked for, and what the host knows better than they say. */
export interface OcpiSourceOptions extends OcpiOverrides, RequestOptions {
  /**
   * Whether a refresh asks only for the Locations that were updated since the load before (`date_from`). Once an hour all are fetched.
   * The Locations are kept and read in the tab: of tens of thousands, the whole feed is lighter, which a worker reads.
   */
  increments?: boolean;
}

/**
 * A network that a URL answers as OCPI 2.1.1 or 2.2.1 Locations, with all of its pages.
 * @param url relative to the page
 * @param options of its requests, and what the host knows better, by functions which keep the reading of the feed in the tab, out of the worker
 * @throws TypeError or RangeError where that is no URL, or an option is not as documented
 */
export function ocpiSource(url: string | URL, options: OcpiSourceOptions = {}): FetchedSource {
  const source = feedSource(url, 'ocpi', options);
  const absolute = feedUrl(url);
  const { lastMessageIs } = source;
  if (options.increments) return { lastMessageIs, hasTimeout: true, ...incrementalSource(absolute, options) };
  if (!options.stationIdOf && !options.connectionOf) return source;
  return {
    lastMessageIs,
    hasTimeout: true,
    load: async ({ signal }) => (await import('./ocpi-format.js')).fetchSnapshot(absolute, signal, options),
  };
}

function incrementalSource(url: string, options: OcpiSourceOptions): FetchedSource {
  let increments: OcpiIncrements | undefined;
  return {
    async load({ signal }) {
      const { OcpiIncrements } = await import('./ocpi-increments.js');
      increments ??= new OcpiIncrements(url, options);
      return increments.load(signal);
    },
  };
}
