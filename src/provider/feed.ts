import { looksLikeOcpi, networkFromOcpi } from '../model/ocpi.js';
import { isFields } from '../model/ocpi-read.js';
import type { OcpiOverrides } from '../model/ocpi-types.js';
import type { NetworkSnapshot, Problem } from '../model/types.js';
import { fetchJson } from './fetch-json.js';
import { fetchOcpiPages } from './ocpi-pages.js';
import type { StationSource } from './types.js';

/** What a URL answers with: a NetworkSnapshot, or OCPI Locations. */
export type FeedFormat = 'network' | 'ocpi';

/** A network that can be fetched by its URL alone, in a worker as well as in a page. Plain data. */
export interface Feed {
  /** Absolute. */
  url: string;
  format: FeedFormat;
}

/** A source that may be a mere feed: then an engine in a worker fetches and reads it there. */
export interface FetchedSource extends StationSource {
  readonly feed?: Feed;
  load(options: { signal: AbortSignal }): Promise<LoadedSnapshot>;
}

/** A snapshot, and the records that were skipped or read in part on the way to it. */
export type LoadedSnapshot = NetworkSnapshot & { problems?: readonly Problem[] };

/** A network as it was fetched, and what could not be read of it. */
export interface FetchedNetwork {
  snapshot: NetworkSnapshot;
  problems: Problem[];
}

const SNAPSHOT = 'a NetworkSnapshot {locations: […]}';

async function fetchSnapshot(url: string, signal: AbortSignal): Promise<FetchedNetwork> {
  const { body } = await fetchJson(url, SNAPSHOT, signal);
  if (isFields(body) && Array.isArray(body.locations)) {
    return { snapshot: body as unknown as NetworkSnapshot, problems: [] };
  }
  const advice = looksLikeOcpi(body) ? ', got what looks like OCPI: read it in the format ocpi' : '';
  throw new Error(`GET ${url} answered JSON of another shape; expected ${SNAPSHOT}${advice}.`);
}

/**
 * Fetches a network in its format; OCPI page by page. Runs in a worker too.
 * @param overrides what a host knows better than its OCPI feed says
 * @throws Error where the server refuses, or answers what is not JSON or not of the format
 */
export async function fetchFeed(
  { url, format }: Feed,
  signal: AbortSignal,
  overrides?: OcpiOverrides,
): Promise<FetchedNetwork> {
  if (format === 'network') return fetchSnapshot(url, signal);
  const { feed, date, problems } = await fetchOcpiPages(url, signal);
  const network = networkFromOcpi(feed, { ...overrides, asOf: date });
  return { snapshot: network.snapshot, problems: [...problems, ...network.problems] };
}

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

/** Fetches a feed the way a source's `load` answers. */
export async function loadFeed(
  feed: Feed,
  signal: AbortSignal,
  overrides?: OcpiOverrides,
): Promise<LoadedSnapshot> {
  const { snapshot, problems } = await fetchFeed(feed, signal, overrides);
  return problems.length > 0 ? { ...snapshot, problems } : snapshot;
}
