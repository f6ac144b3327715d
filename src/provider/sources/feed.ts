import type { NetworkSnapshot, Problem } from '../../model/records.js';
import type { Engine } from '../worker/engine.js';
import type { StationSource } from '../data-provider.js';

/** What a URL answers with: a NetworkSnapshot, OCPI Locations, or columns (docs/columns.md). */
export type FeedFormat = 'network' | 'ocpi' | 'columns';

/** A network that can be fetched by its URL alone, in a worker as well as in a page. Plain data. */
export interface Feed {
  /** Absolute. */
  url: string;
  format: FeedFormat;
}

/** Fetches a feed of one of the JSON formats by its URL. */
export type FetchFeed = (url: string, signal: AbortSignal) => Promise<LoadedSnapshot>;

/**
 * Starts a network in an engine and adds all of a feed to it, up to but without the commit.
 * @param now of a feed that does not say when it was true
 * @returns when it was true: epoch milliseconds, where it says so
 */
export type LoadFeed = (
  engine: Engine,
  url: string,
  now: number,
  signal: AbortSignal,
) => Promise<number | undefined>;

/** A source that may be a mere feed: then an engine in a worker fetches and reads it there. */
export interface FetchedSource extends StationSource {
  readonly feed?: Feed;
  load(options: { signal: AbortSignal }): Promise<LoadedSnapshot>;
}

/** A snapshot, and the records that were skipped or read in part on the way to it. */
export type LoadedSnapshot = NetworkSnapshot & { problems?: readonly Problem[] };

/**
 * A feed at a URL, relative to the page.
 * @throws TypeError where that makes no URL
 */
export function feedAt(url: string | URL, format: FeedFormat): Feed {
  const base = globalThis.document?.baseURI ?? globalThis.location?.href;
  if (!URL.canParse(url, base))
    throw new TypeError(`${JSON.stringify(url)} is no URL; expected one, or a path in the page's site.`);
  return { url: new URL(url, base).href, format };
}
