import type { Network } from '../../engine/network.js';
import type { NetworkSnapshot, Problem } from '../../model/records.js';

/** A snapshot, and the records that were skipped or read in part on the way to it. */
export type LoadedSnapshot = NetworkSnapshot & { problems?: readonly Problem[] };

/**
 * Starts the network that a feed is loaded into.
 * @param asOf when the feed was true: epoch milliseconds, where it says so
 */
export type StartNetwork = (asOf: number | undefined, problems: readonly Problem[]) => Network;

/**
 * Fetches a feed and loads all of it into the network that it starts.
 * @throws Error where the server refuses, or answers something else; the signal's reason where it aborted
 */
export type LoadFeed = (url: string, signal: AbortSignal, start: StartNetwork) => Promise<void>;

/** What the module of a format exports. */
export interface FormatModule {
  loadFeed: LoadFeed;
  /** Fetches a feed as records, for a host that calls `load` of a source itself. */
  fetchSnapshot(url: string, signal: AbortSignal): Promise<LoadedSnapshot>;
}
