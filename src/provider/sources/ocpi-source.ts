import type { OcpiOverrides } from '../../model/ocpi/ocpi-types.js';
import { feedSource } from './feed-source.js';
import type { FetchedSource } from './feed-source.js';

/**
 * A network that a URL answers as OCPI 2.1.1 or 2.2.1 Locations, with all of its pages.
 * @param url relative to the page
 * @param overrides what the host knows better; a function keeps the reading of the feed in the tab, out of the worker
 * @throws TypeError where that is no URL
 */
export function ocpiSource(url: string | URL, overrides: OcpiOverrides = {}): FetchedSource {
  const source = feedSource(url, 'ocpi');
  if (!overrides.stationIdOf && !overrides.connectionOf) return source;
  const { url: absolute } = source.feed!;
  return {
    load: async ({ signal }) => (await import('./ocpi-format.js')).fetchSnapshot(absolute, signal, overrides),
  };
}
