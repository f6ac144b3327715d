import type { Problems } from '../model/problems.js';
import type { StationSource } from './data-provider.js';
import type { EngineSession } from './engine-session.js';
import { giveHeadStart } from './head-start.js';
import type { ProviderClock } from './provider-clock.js';
import type { PushedChanges } from './pushed-changes.js';

/** The changes of a source that watches. Only a page that has one downloads what takes them. */
export class LiveChanges {
  private pushed?: PushedChanges;
  private watching?: Promise<void>;
  /** Why what takes changes could not be had, until a network is loaded that has it. */
  private failure?: Error;
  private isLoading = false;

  /**
   * @param onProgress called when changes were applied, or the source was interrupted
   * @param reload loads the network anew
   */
  constructor(
    private readonly source: StationSource,
    private readonly session: EngineSession,
    private readonly clock: ProviderClock,
    private readonly lifetime: AbortSignal,
    private readonly onProgress: () => void,
    private readonly reload: () => void,
  ) {}

  /** Why the network that answers may not be as things are. */
  get interruption(): Error | undefined {
    return this.failure ?? this.pushed?.interruption;
  }

  /** What was pushed and not understood, before the engine's own problems. */
  problemsWith(problems: Problems | undefined): Problems | undefined {
    return this.pushed ? this.pushed.problems.with(problems) : problems;
  }

  /** Has the source push, from the first call that has what takes it; resolves when it does, or the first load had better not wait any longer. */
  async watch(): Promise<void> {
    if (this.source.watch) await (this.watching ??= this.startWatching());
  }

  /** A snapshot is being loaded: what is pushed meanwhile is kept for it. */
  beginLoad(): void {
    this.isLoading = true;
    this.pushed?.beginLoad();
  }

  /** A snapshot is loaded. */
  replay(): void {
    if (this.pushed) this.failure = undefined;
    this.pushed?.replay();
  }

  /** The network that answers is still what the source gives. */
  keepLoaded(): void {
    if (this.pushed) this.failure = undefined;
    this.pushed?.keepLoaded();
  }

  endLoad(): void {
    this.isLoading = false;
    this.pushed?.endLoad();
  }

  /** No network answers any more: applies nothing until a snapshot is loaded, for which what is pushed is kept. */
  close(): void {
    this.pushed?.close();
  }

  private startWatching(): Promise<void> {
    const begun = new Promise<void>(resolve => {
      void this.watchSource(resolve).then(resolve);
    });
    return giveHeadStart(begun, this.lifetime, missed => this.pushed?.miss(missed));
  }

  /** @param onPush called with each change */
  private async watchSource(onPush: () => void): Promise<void> {
    const { source, session, clock, lifetime, onProgress, reload } = this;
    try {
      const { PushedChanges } = await import('./pushed-changes.js');
      if (lifetime.aborted) return;
      this.pushed = new PushedChanges(source, session, clock, lifetime, onProgress, reload);
      if (this.isLoading) this.pushed.beginLoad();
      await this.pushed.watch(onPush);
    } catch (error) {
      this.failure = error as Error;
      // The next load tries again.
      this.watching = undefined;
      onProgress();
    }
  }
}
