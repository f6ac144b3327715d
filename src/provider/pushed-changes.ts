import { strangeFields } from '../model/change-fields.js';
import { say } from '../model/change-reasons.js';
import { ExplainedError } from '../model/explained-error.js';
import { epochOf } from '../model/instant.js';
import type { NetworkChange, Problem } from '../model/records.js';
import { ChangeQueue } from './change-queue.js';
import type { StationSource } from './data-provider.js';
import type { EngineSession } from './engine-session.js';
import { errorOf } from './error-of.js';
import { GapReloads } from './gap-reloads.js';
import type { ProviderClock } from './provider-clock.js';
import { PushedProblems } from './pushed-problems.js';
import { partOf } from './reason-of.js';

/** The changes that a source pushes: gathered, then handed to the engine in their order. */
export class PushedChanges {
  readonly problems = new PushedProblems();
  /** What the source was interrupted by, until it has resumed or pushes again. */
  private interrupted?: Error;
  private readonly queue: ChangeQueue;
  private readonly gaps: GapReloads;

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
    reload: () => void,
  ) {
    this.gaps = new GapReloads(reload);
    this.queue = new ChangeQueue(
      (part, isReplayed) => this.apply(part, isReplayed),
      onProgress,
      () => {
        this.miss(new ExplainedError(say('changesTooFast')));
      },
    );
  }

  /** Why the network that answers may not be as things are. */
  get interruption(): Error | undefined {
    return this.interrupted ?? this.gaps.missed;
  }

  /**
   * Has the source push; resolves when it says that it does.
   * @param onPush called with each change: a source that pushes in a loop says so only at its end
   */
  async watch(onPush: () => void): Promise<void> {
    const { lifetime: signal } = this;
    const interrupted = (error: Error) => {
      this.interrupted = error;
      this.onProgress();
    };
    const resumed = () => {
      this.interrupted = undefined;
      this.onProgress();
    };
    try {
      const push = (change: NetworkChange) => {
        onPush();
        this.push(change);
      };
      await this.source.watch?.(push, {
        signal,
        interrupted,
        resumed,
        missed: error => this.miss(error),
        strange: problem => this.tell(problem),
      });
    } catch (error) {
      if (!signal.aborted) interrupted(errorOf(error));
    }
  }

  /** A snapshot is being loaded: what is pushed meanwhile is kept for it. */
  beginLoad(): void {
    this.queue.beginLoad();
    this.gaps.beginLoad();
  }

  /** A snapshot is loaded: what was pushed since its load began is taken on top of it. */
  replay(): void {
    this.queue.replay();
    this.gaps.loaded();
  }

  /** The network that answers is still what the source gives. */
  keepLoaded(): void {
    this.gaps.loaded();
  }

  endLoad(): void {
    this.queue.endLoad();
    this.gaps.endLoad(this.session.failure !== undefined);
  }

  /** No network answers any more: applies nothing until a snapshot is loaded, for which what is pushed is kept. */
  close(): void {
    this.queue.close();
    this.clock.loseChanges();
    this.gaps.cancel();
  }

  /** Has the network loaded anew, since changes were missed. */
  miss(error: Error): void {
    if (this.lifetime.aborted) return;
    this.gaps.note(error);
    this.onProgress();
  }

  private push(change: NetworkChange): void {
    if (this.lifetime.aborted) return;
    this.interrupted = undefined;
    for (const problem of strangeFields(change)) this.tell(problem);
    this.queue.push(change);
  }

  private tell(problem: Problem): void {
    if (this.problems.add(problem)) this.onProgress();
  }

  private async apply(part: readonly NetworkChange[], isReplayed: boolean): Promise<void> {
    const { session, clock, lifetime } = this;
    // The engine follows the changes' own moments one by one, as the clock does.
    const now = clock.now();
    try {
      clock.advance(part.map(change => (change?.asOf == null ? undefined : epochOf(change.asOf))));
      session.take(await session.engine.call('change', part, now, isReplayed));
    } catch (error) {
      // One that is lost is loaded anew as it is.
      if (session.isLost || lifetime.aborted) return;
      if (part.length > 1) for (const change of part) await this.apply([change], true);
      else this.lose(error);
    }
  }

  /** A change cannot be taken: a record of a host threw when it was read, or cannot be posted to a worker. */
  private lose(error: unknown): void {
    const reason = partOf(error);
    this.tell({ path: 'change', ...say('changeNotTaken', reason) });
    this.miss(new ExplainedError(say('changeLost', reason)));
  }
}
