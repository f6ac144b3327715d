import { once } from 'node:events';
import { readFile } from 'node:fs/promises';

import { readColumns } from '../../../src/model/columns/layout.js';
import { snapshotFromColumns } from '../../../src/model/columns/snapshot-from-columns.js';
import { SECOND } from '../../../src/model/time.js';
import { networkFromOcpi } from '../../../src/model/ocpi/network-from-ocpi.js';
import { UnreadableError } from '../../../src/model/unreadable-error.js';
import type { LastMessageMeaning, NetworkChange, NetworkSnapshot } from '../../../src/model/records.js';
import { ChangeBacklog } from '../../../src/provider/change-backlog.js';
import type { StationSource } from '../../../src/provider/data-provider.js';
import { delay } from '../../../src/provider/delay.js';
import { GapReloads } from '../../../src/provider/gap-reloads.js';
import { giveHeadStart } from '../../../src/provider/head-start.js';
import { PushedProblems } from '../../../src/provider/pushed-problems.js';
import { loadRetryDelay } from '../../../src/provider/load-retry-delay.js';
import type { FeedFormat } from '../../../src/provider/sources/feed-formats.js';
import { feedSource } from '../../../src/provider/sources/feed-source.js';
import { isWebSocket, withLive } from '../../../src/provider/sources/live.js';
import { headersIn } from './feed-headers.js';
import { NothingToChangeError } from './ingest.js';
import type { Ingest } from './ingest.js';

/** Where a network comes from. */
export interface FeedOptions {
  /** A file, or an http(s) URL. */
  feed: string;
  format: FeedFormat;
  live?: string;
  /** A file of the headers that their requests carry. */
  headers?: string;
  /** Seconds from the end of a load to the next; loaded once without it. */
  refresh?: number;
}

/** Reads the bytes of a feed's file; of text, a byte order mark is left out. */
function readFeed(bytes: Buffer, format: FeedFormat): NetworkSnapshot {
  if (format === 'columns') return snapshotFromColumns(readColumns(new Uint8Array(bytes).buffer));
  const body: unknown = JSON.parse(new TextDecoder().decode(bytes));
  if (format === 'network') return body as NetworkSnapshot;
  const { snapshot, problems } = networkFromOcpi(body);
  return { ...snapshot, problems } as NetworkSnapshot;
}

async function readFeedFile(path: string, format: FeedFormat): Promise<NetworkSnapshot> {
  const bytes = await readFile(path);
  try {
    return readFeed(bytes, format);
  } catch (error) {
    throw new UnreadableError(`${path} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}

function sourceOf({ feed, format, live, headers: file }: FeedOptions): StationSource {
  const isFile = !/^https?:/i.test(feed);
  const options = file === undefined ? {} : { headers: headersIn(file) };
  const source = isFile ? { load: () => readFeedFile(feed, format) } : feedSource(feed, format, options);
  if (!live) return source;
  return withLive(source, live, isWebSocket(live) ? {} : options);
}

/** Follows a feed, as a page would: loads it, again where that is asked for, failed or changes were missed, and takes its changes. */
export class FeedFollower {
  private readonly lifetime = new AbortController();
  private readonly source: StationSource;
  private readonly lastMessageIs?: LastMessageMeaning;
  /** What came before there was a network, which is taken on top of the first. */
  private readonly early = new ChangeBacklog();
  /** What its stream sent and is not understood. */
  private readonly strange = new PushedProblems();
  /** Ends the wait for the next load. */
  private readonly gaps = new GapReloads(() => this.wake?.());
  private wake?: () => void;
  private following?: Promise<void>;

  /**
   * @param onFailure called with what goes wrong; it is tried again
   * @throws TypeError where the feed, or its live stream, cannot be asked for like that
   */
  constructor(
    private readonly ingest: Ingest,
    private readonly options: FeedOptions,
    private readonly onFailure: (error: Error) => void,
  ) {
    this.source = sourceOf(options);
    this.lastMessageIs = options.format === 'ocpi' ? 'update' : this.source.lastMessageIs;
  }

  /** Resolves once the network is loaded for the first time. */
  start(): Promise<void> {
    return new Promise(resolve => {
      this.following = this.follow(resolve);
    });
  }

  /** Resolves once nothing of the feed is under way any more. */
  async stop(): Promise<void> {
    this.lifetime.abort();
    this.gaps.cancel();
    await this.following;
  }

  private async follow(onLoaded: () => void): Promise<void> {
    const { signal } = this.lifetime;
    await this.watch(signal);
    const { refresh } = this.options;
    for (let failures = 0; !signal.aborted;) {
      let wait = refresh === undefined ? undefined : refresh * SECOND;
      try {
        await this.load(signal);
        failures = 0;
        onLoaded();
      } catch (error) {
        if (signal.aborted) return;
        failures++;
        wait = loadRetryDelay(failures, error);
        this.onFailure(error as Error);
      }
      // Whoever waits is there before a gap asks for the next load.
      const rest = this.rest(wait, signal);
      this.gaps.endLoad(failures > 0);
      await rest;
    }
  }

  /** Has the source push; resolves when it does, or the first load had better not wait any longer. */
  private async watch(signal: AbortSignal): Promise<void> {
    const { source } = this;
    const watching = source.watch?.(change => this.push(change), {
      signal,
      interrupted: this.onFailure,
      missed: error => this.miss(error),
      strange: problem => {
        if (this.strange.add(problem)) this.onFailure(new Error(problem.message));
      },
    });
    await giveHeadStart(Promise.resolve(watching), signal, missed => this.miss(missed));
  }

  private async load(signal: AbortSignal): Promise<void> {
    this.gaps.beginLoad();
    const load = this.ingest.beginLoad();
    try {
      const snapshot = await this.source.load({ signal });
      signal.throwIfAborted();
      await load.take(snapshot, { lastMessageIs: this.lastMessageIs, early: this.early });
      this.early.clear();
      this.gaps.loaded();
    } finally {
      load.giveUp();
    }
  }

  private push(change: NetworkChange): void {
    this.ingest.changes([change]).catch((error: unknown) => {
      if (error instanceof NothingToChangeError) this.early.push(change);
      else this.miss(error as Error);
    });
  }

  /** A change is lost: the network is loaded anew. */
  private miss(error: Error): void {
    if (this.lifetime.signal.aborted) return;
    this.onFailure(error);
    this.gaps.note(error);
  }

  /** Waits until the next load is due, or one is asked for. */
  private async rest(wait: number | undefined, signal: AbortSignal): Promise<void> {
    const woken = new AbortController();
    this.wake = () => woken.abort();
    const either = AbortSignal.any([woken.signal, signal]);
    if (wait !== undefined) await delay(wait, either);
    else if (!either.aborted) await once(either, 'abort');
  }
}
