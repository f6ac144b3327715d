import type { OcpiOverrides } from '../../model/ocpi/ocpi-types.js';
import { feedAt } from './feed.js';
import type { FetchedSource } from './feed.js';

/**
 * A network that a URL answers as OCPI 2.1.1 or 2.2.1 Locations, with all of its pages.
 * @param url relative to the page
 * @param overrides what the host knows better; a function keeps the reading of the feed in the tab, out of the worker
 * @throws TypeError where that is no URL
 */
export function ocpiSource(url: string | URL, overrides: OcpiOverrides = {}): FetchedSource {
  const feed = feedAt(url, 'ocpi');
  const overridden = overrides.stationIdOf ?? overrides.connectionOf;
  return {
    ...(!overridden && { feed }),
    // Who has an engine in a worker never needs to read a feed in the page.
    load: async ({ signal }) => (await import('./fetch-ocpi.js')).fetchOcpi(feed.url, signal, overrides),
  };
}
