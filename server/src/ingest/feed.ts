import { readFile } from 'node:fs/promises';

import { readColumns } from '../../../src/model/columns/layout.js';
import { snapshotFromColumns } from '../../../src/model/columns/snapshot-from-columns.js';
import { SECOND } from '../../../src/model/time.js';
import { networkFromOcpi } from '../../../src/model/ocpi/network-from-ocpi.js';
import type { LastMessageMeaning, NetworkChange, NetworkSnapshot } from '../../../src/model/records.js';
import type { StationSource } from '../../../src/provider/data-provider.js';
import { delay } from '../../../src/provider/delay.js';
import { retryDelay } from '../../../src/provider/retry-delay.js';
import type { FeedFormat } from '../../../src/provider/sources/feed-formats.js';
import { feedSource } from '../../../src/provider/sources/feed-source.js';
import { withLive } from '../../../src/provider/sources/live.js';
import type { Ingest } from './ingest.js';

/** Where a network comes from. */
export interface FeedOptions {
  /** A file, or an http(s) URL. */
  feed: string;
  format: FeedFormat;
  live?: string;
  /** Seconds from the end of a load to the next; loaded once without it. */
  refresh?: number;
}

async function readFeedFile(path: string, format: FeedFormat): Promise<NetworkSnapshot> {
  const bytes = await readFile(path);
  if (format === 'columns') return snapshotFromColumns(readColumns(new Uint8Array(bytes).buffer));
  const body: unknown = JSON.parse(bytes.toString('utf8'));
  if (format === 'network') return body as NetworkSnapshot;
  const { snapshot, problems } = networkFromOcpi(body);
  return { ...snapshot, problems } as NetworkSnapshot;
}

function sourceOf({ feed, format, live }: FeedOptions): StationSource {
  const isFile = !/^https?:/i.test(feed);
  const source = isFile ? { load: () => readFeedFile(feed, format) } : feedSource(feed, format);
  return live ? withLive(source, live) : source;
}

/** Follows a feed, as a page would: loads it, again where that is asked for or failed, and takes its changes. */
export class FeedFollower {
  private readonly lifetime = new AbortController();
  private readonly source: StationSource;
  private readonly lastMessageIs?: LastMessageMeaning;
  /** What came before the first load, which is taken after it. */
  private early?: NetworkChange[] = [];
  private wake?: () => void;

  /** @param onFailure called with what goes wrong; it is tried again */
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
    return new Promise(resolve => void this.follow(resolve));
  }

  stop(): void {
    this.lifetime.abort();
    this.wake?.();
  }

  private async follow(onLoaded: () => void): Promise<void> {
    const { signal } = this.lifetime;
    await this.source.watch?.(change => this.push(change), {
      signal,
      interrupted: this.onFailure,
      missed: error => {
        this.onFailure(error);
        this.wake?.();
      },
    });
    for (let failures = 0; !signal.aborted;) {
      try {
        await this.ingest.snapshot(await this.source.load({ signal }), this.lastMessageIs);
        failures = 0;
        const early = this.early ?? [];
        this.early = undefined;
        if (early.length > 0) await this.ingest.changes(early);
        onLoaded();
      } catch (error) {
        if (signal.aborted) return;
        failures++;
        this.onFailure(error as Error);
      }
      await this.rest(failures);
    }
  }

  private push(change: NetworkChange): void {
    if (this.early) this.early.push(change);
    else this.ingest.changes([change]).catch((error: unknown) => this.onFailure(error as Error));
  }

  /** Waits until the next load is due, or one is asked for. */
  private async rest(failures: number): Promise<void> {
    const wait = new AbortController();
    this.wake = () => wait.abort();
    const { refresh } = this.options;
    if (failures > 0) await delay(retryDelay(failures), wait.signal);
    else if (refresh !== undefined) await delay(refresh * SECOND, wait.signal);
    else
      await new Promise<void>(resolve =>
        wait.signal.addEventListener('abort', () => resolve(), { once: true }),
      );
  }
}
