import type { Network } from '../../engine/network.js';
import type { NetworkSnapshot, Problem } from '../../model/records.js';
import type { RequestOptions } from './request-options.js';

/** A snapshot, and the records that were skipped or read in part on the way to it. */
export type LoadedSnapshot = NetworkSnapshot & { problems?: readonly Problem[] };

/**
 * Starts the network that a feed is loaded into.
 * @param asOf when the feed was true: epoch milliseconds, where it says so
 */
export type StartNetwork = (asOf: number | undefined, problems: readonly Problem[]) => Network;

/** Which version of a feed was loaded, where a server tells them apart. */
export interface FeedVersion {
  validator: string;
  /** When it was true, where the feed itself says so. */
  asOf?: number;
}

/** A feed to be loaded. */
export interface FeedLoad {
  url: string;
  options: RequestOptions;
  signal: AbortSignal;
  /** The version that is loaded already: if the feed is still the same, no network is started. */
  known?: FeedVersion;
}

/** What was loaded, or was found to be loaded already. */
export interface LoadedFeed {
  /** When it was true: epoch milliseconds, where that is said. */
  asOf?: number;
  version?: FeedVersion;
}

/**
 * Fetches a feed and loads all of it into the network that it starts.
 * @throws RequestError where the server refuses, or answers something else; the signal's reason where it aborted
 */
export type LoadFeed = (feed: FeedLoad, start: StartNetwork) => Promise<LoadedFeed>;

/** What the module of a format exports. */
export interface FormatModule {
  loadFeed: LoadFeed;
  /** Fetches a feed as records, for a host that calls `load` of a source itself. */
  fetchSnapshot(url: string, signal: AbortSignal, options?: RequestOptions): Promise<LoadedSnapshot>;
}
