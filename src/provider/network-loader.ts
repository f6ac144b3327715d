import { abortable } from './abortable.js';
import type { StationSource } from './data-provider.js';
import type { EngineSession } from './engine-session.js';
import type { LiveChanges } from './live-changes.js';
import { fetchFeed } from './fetch-feed.js';
import { loadSnapshot } from './load-snapshot.js';
import type { LoadRetry } from './load-retry.js';
import type { Loading } from './loads.js';
import type { ProviderClock } from './provider-clock.js';
import type { FetchedSource } from './sources/feed-source.js';
import type { EngineChannel } from './worker/engine-channel.js';
import type { FetchedFeed } from './worker/feed-fetch.js';

/** Loads the network into the engine. */
export class NetworkLoader implements Loading {
  /** The engine that the last load had, if it got so far. */
  private engine?: EngineChannel;

  constructor(
    private readonly source: StationSource,
    private readonly session: EngineSession,
    private readonly clock: ProviderClock,
    private readonly changes: LiveChanges,
  ) {}

  get hasLoaded(): boolean {
    return this.session.hasNetwork;
  }

  get failure(): Error | undefined {
    return this.session.failure;
  }

  begin(): void {
    this.changes.beginLoad();
  }

  async load(signal: AbortSignal, retry: LoadRetry): Promise<void> {
    const { session } = this;
    this.engine = undefined;
    const engine = (this.engine = await session.start(signal));
    // What changes while the data is on its way must be pushed.
    await this.changes.watch();
    const begun = this.clock.mark();
    const filled = await this.fill(engine, signal);
    signal.throwIfAborted();
    retry.succeeded();
    const report = this.commit(engine, filled, begun);
    session.take(await report);
  }

  fail(error: unknown, retry: LoadRetry): void {
    this.session.fail(error);
    // An engine that was started in vain, again and again, waits for a refresh.
    if (this.engine) retry.failed(error);
    else retry.giveUp();
  }

  end(): void {
    this.changes.endLoad();
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
