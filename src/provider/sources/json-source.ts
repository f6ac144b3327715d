import { feedSource } from './feed-source.js';
import type { FetchedSource } from './feed-source.js';

/**
 * A network that a URL answers as JSON, a NetworkSnapshot.
 * @param url relative to the page
 * @throws TypeError where that is no URL
 */
export function jsonSource(url: string | URL): FetchedSource {
  return feedSource(url, 'network');
}
