import { abortable } from './abortable.js';
import type { StationSource } from './data-provider.js';
import type { EngineSession } from './engine-session.js';
import type { LiveChanges } from './live-changes.js';
import type { ProviderClock } from './provider-clock.js';
import type { FetchedSource } from './sources/feed-source.js';
import type { EngineChannel } from './worker/engine-channel.js';
import { handOver } from './worker/hand-over.js';

/** Loads the network into the engine: one load at a time, a newer one in place of the one before. */
export class NetworkLoader {
  /** Aborts the load that is under way. */
  private loading?: AbortController;
  private loaded?: Promise<void>;

  /** @param onProgress called when a load begins, ends, or its report has come */
  constructor(
    private readonly source: StationSource,
    private readonly session: EngineSession,
    private readonly clock: ProviderClock,
    private readonly changes: LiveChanges,
    private readonly lifetime: AbortSignal,
    private readonly onProgress: () => void,
  ) {}

  get isLoading(): boolean {
    return this.loading !== undefined;
  }

  refresh(signal?: AbortSignal): Promise<void> {
    if (signal?.aborted || this.lifetime.aborted) return Promise.resolve();
    this.loading?.abort();
    const loading = (this.loading = new AbortController());
    this.changes.beginLoad();
    this.onProgress();
    const signals = [loading.signal, this.lifetime, ...(signal ? [signal] : [])];
    this.loaded = this.load(loading, AbortSignal.any(signals));
    this.changes.watch();
    return this.loaded;
  }

  /** Waits for the first data; rejects with what kept it away. */
  async whenLoaded(): Promise<void> {
    while (!this.session.hasNetwork) {
      this.lifetime.throwIfAborted();
      if (this.session.failure && !this.loading) throw this.session.failure;
      await (this.loading ? this.loaded : this.refresh());
    }
  }

  private async load(loading: AbortController, signal: AbortSignal): Promise<void> {
    const { session, clock } = this;
    try {
      if (session.isLost) this.changes.close();
      const engine = session.start();
      const asOf = await this.fill(engine, signal);
      signal.throwIfAborted();
      // The clock moves in the turn of the commit: what is asked or changed before goes by the old network's, what comes after by the new.
      clock.commit(asOf);
      const committed = engine.call('commit', clock.now());
      session.committed();
      this.changes.replay(asOf);
      session.take(await committed);
    } catch (error) {
      if (!signal.aborted) session.fail(error);
    } finally {
      if (this.loading === loading) {
        this.loading = undefined;
        this.changes.endLoad();
      }
      this.onProgress();
    }
  }

  /** Fills the engine's next network; returns when it was true, where the source says so. */
  private async fill(engine: EngineChannel, signal: AbortSignal): Promise<number | undefined> {
    const { feed } = this.source as FetchedSource;
    if (feed) return abortable(engine.call('fetch', feed.url, this.clock.now(), signal), signal);
    // Do not call the source if the load is aborted in the same turn.
    await Promise.resolve();
    signal.throwIfAborted();
    const snapshot = await abortable(Promise.resolve(this.source.load({ signal })), signal);
    return handOver(engine, snapshot, this.clock.now(), signal);
  }
}
