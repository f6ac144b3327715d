import { abortable } from './abortable.js';
import type { StationSource } from './data-provider.js';
import type { EngineSession } from './engine-session.js';
import type { LiveChanges } from './live-changes.js';
import { fetchFeed } from './fetch-feed.js';
import { loadSnapshot } from './load-snapshot.js';
import { LoadRetry } from './load-retry.js';
import type { ProviderClock } from './provider-clock.js';
import type { FetchedSource } from './sources/feed-source.js';
import type { EngineChannel } from './worker/engine-channel.js';
import type { FetchedFeed } from './worker/feed-fetch.js';

/** Loads the network into the engine: one load at a time, a newer one in place of the one before. What failed is tried again. */
export class NetworkLoader {
  /** Aborts the load that is under way. */
  private loading?: AbortController;
  private loaded?: Promise<void>;
  /** Whether the load that is under way was not asked for, but is another try. */
  private isRetrying = false;
  private readonly retry = new LoadRetry(() => {
    this.isRetrying = true;
    void this.start();
  });

  /** @param onProgress called when a load begins, ends, or its report has come */
  constructor(
    private readonly source: StationSource,
    private readonly session: EngineSession,
    private readonly clock: ProviderClock,
    private readonly changes: LiveChanges,
    private readonly lifetime: AbortSignal,
    private readonly onProgress: () => void,
  ) {}

  /** Whether a load is under way that was asked for. One that is another try changes nothing until it has gone well. */
  get isLoading(): boolean {
    return this.loading !== undefined && !this.isRetrying;
  }

  /** Whether any load is under way. */
  get isUnderWay(): boolean {
    return this.loading !== undefined;
  }

  /** When what failed will be tried again: epoch milliseconds of the page's clock. Nothing is, while it is being tried. */
  get retryAt(): number | undefined {
    return this.loading ? undefined : this.retry.at;
  }

  refresh(signal?: AbortSignal): Promise<void> {
    if (signal?.aborted || this.lifetime.aborted) return Promise.resolve();
    this.loading?.abort();
    this.isRetrying = false;
    return this.start(signal);
  }

  /** Waits for the first data; rejects with what kept it away. */
  async whenLoaded(): Promise<void> {
    while (!this.session.hasNetwork) {
      this.lifetime.throwIfAborted();
      if (this.session.failure && !this.isLoading) throw this.session.failure;
      await (this.loading ? this.loaded : this.refresh());
    }
  }

  /** Tries again what failed only while somebody would be notified. */
  follow(isFollowed: boolean): void {
    this.retry.follow(isFollowed && !this.loading);
  }

  private start(signal?: AbortSignal): Promise<void> {
    const loading = (this.loading = new AbortController());
    this.changes.beginLoad();
    this.onProgress();
    const signals = [loading.signal, this.lifetime, ...(signal ? [signal] : [])];
    this.loaded = this.load(loading, AbortSignal.any(signals));
    return this.loaded;
  }

  private async load(loading: AbortController, signal: AbortSignal): Promise<void> {
    const { session } = this;
    let engine: EngineChannel | undefined;
    try {
      engine = await session.start(signal);
      // What changes while the data is on its way must be pushed.
      await this.changes.watch();
      const begun = this.clock.mark();
      const filled = await this.fill(engine, signal);
      signal.throwIfAborted();
      this.retry.succeeded();
      const report = this.commit(engine, filled, begun);
      session.take(await report);
    } catch (error) {
      if (!signal.aborted) {
        session.fail(error);
        // An engine that was started in vain, again and again, waits for a refresh.
        if (engine) this.retry.failed(error);
        else this.retry.giveUp();
      }
    } finally {
      if (this.loading === loading) {
        this.loading = undefined;
        this.isRetrying = false;
        this.changes.endLoad();
      }
      this.onProgress();
    }
  }

  private commit(engine: EngineChannel, { asOf, isUnchanged }: FetchedFeed, begun: number) {
    const { session, clock, changes } = this;
    // The clock moves in the turn of the commit: what is asked or changed before goes by the old network's, what comes after by the new.
    const now = clock.commit(asOf);
    if (isUnchanged) {
      session.failure = undefined;
      changes.keepLoaded();
      return engine.call('tick', now);
    }
    const report = engine.call('commit', now, clock.at(begun));
    session.committed();
    changes.replay();
    return report;
  }

  /** Fills the engine's next network. */
  private async fill(engine: EngineChannel, signal: AbortSignal): Promise<FetchedFeed> {
    const { feed } = this.source as FetchedSource;
    if (feed) return fetchFeed(engine, feed, this.clock.now(), signal);
    // Do not call the source if the load is aborted in the same turn.
    await Promise.resolve();
    signal.throwIfAborted();
    const records = Promise.all([loadSnapshot(this.source, signal), import('./worker/hand-over.js')]);
    const [snapshot, { handOver }] = await abortable(records, signal);
    return { asOf: await handOver(engine, snapshot, this.clock.now(), signal), isUnchanged: false };
  }
}
