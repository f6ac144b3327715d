import type { NetworkChange } from '../model/records.js';
import { ChangeQueue } from './change-queue.js';
import type { StationSource } from './data-provider.js';
import type { EngineSession } from './engine-session.js';
import type { ProviderClock } from './provider-clock.js';

/** The changes that a source pushes: gathered, then handed to the engine in their order. */
export class LiveChanges {
  /** What the source was interrupted by, until it pushes again. */
  interruption?: Error;
  private isWatching = false;
  private readonly queue: ChangeQueue;

  /** @param onProgress called when changes were applied, or the source was interrupted */
  constructor(
    private readonly source: StationSource,
    private readonly session: EngineSession,
    private readonly clock: ProviderClock,
    private readonly lifetime: AbortSignal,
    private readonly onProgress: () => void,
  ) {
    this.queue = new ChangeQueue(part => this.apply(part), onProgress);
  }

  /** Has the source push, from the first call on. */
  watch(): void {
    if (this.isWatching) return;
    this.isWatching = true;
    try {
      this.source.watch?.(this.push, { signal: this.lifetime, interrupted: this.interrupt });
    } catch (error) {
      this.interrupt(error instanceof Error ? error : new Error(String(error)));
    }
  }

  /** A snapshot is being loaded: what is pushed meanwhile is kept for it. */
  beginLoad(): void {
    this.queue.beginLoad();
  }

  /** A snapshot is loaded that was true at `asOf`. */
  replay(asOf: number | undefined): void {
    this.queue.replay(asOf);
  }

  endLoad(): void {
    this.queue.endLoad();
  }

  /** Applies nothing more until a snapshot is loaded. */
  close(): void {
    this.queue.close();
  }

  private readonly push = (change: NetworkChange): void => {
    if (this.lifetime.aborted) return;
    this.interruption = undefined;
    this.queue.push(change);
  };

  private readonly interrupt = (error: Error): void => {
    this.interruption = error;
    this.onProgress();
  };

  private async apply(part: readonly NetworkChange[]): Promise<void> {
    const { session, clock } = this;
    // The engine follows the changes' own moments one by one, as the clock does.
    const now = clock.now();
    clock.advance(part);
    try {
      session.take(await session.engine.call('change', part, now));
    } catch (error) {
      session.fail(error);
    }
  }
}
