import { ExplainedError } from '../model/explained-error.js';
import { shownPart } from '../model/fields.js';
import { readServedState } from '../model/served-state.js';
import { say } from '../model/stream-reasons.js';
import type { ServedState } from '../model/served-state.js';
import { GapReloads } from './gap-reloads.js';
import { PushedProblems } from './pushed-problems.js';
import { partOf } from './reason-of.js';
import type { EventStreamOptions } from './sources/event-stream.js';
import { followStream } from './sources/follow-stream.js';

/**
 * Reads an event of the stream.
 * @throws Error that says what it is instead of a state as JSON
 */
function readState(data: unknown): ServedState {
  try {
    return readServedState(JSON.parse(String(data)));
  } catch (error) {
    throw new ExplainedError(say('sentNoState', shownPart(data), partOf(error)), { cause: error });
  }
}

/** Follows a server's stream of what its network has come to, for as long as somebody would be notified. */
export class RemoteStream {
  /** What came and was not understood. */
  readonly problems = new PushedProblems();
  /** Why the stream tells nothing at the moment. */
  private interrupted?: Error;
  private following?: AbortController;
  private readonly gaps: GapReloads;

  /**
   * @param onState called with each event
   * @param onProgress called when the stream was interrupted, or goes on
   * @param reload loads the state anew, since some of the stream was not understood
   */
  constructor(
    private readonly url: string,
    private readonly options: EventStreamOptions,
    private readonly onState: (state: ServedState) => void,
    private readonly onProgress: () => void,
    reload: () => void,
  ) {
    this.gaps = new GapReloads(reload);
  }

  /** Why what is known may not be as things are. */
  get interruption(): Error | undefined {
    return this.interrupted ?? this.gaps.missed;
  }

  /** Opens the stream, or closes it. */
  follow(isFollowed: boolean): void {
    if (isFollowed === (this.following !== undefined)) return;
    this.following?.abort();
    this.gaps.cancel();
    this.interrupted = undefined;
    this.following = isFollowed ? new AbortController() : undefined;
    if (this.following) this.open(this.following.signal);
  }

  /** A load of the state begins, whoever asked for it. */
  beginLoad(): void {
    this.gaps.beginLoad();
  }

  /** @param hasFailed whether it failed, and will be tried again by itself */
  endLoad(hasFailed: boolean): void {
    if (!hasFailed) this.gaps.loaded();
    this.gaps.endLoad(hasFailed);
  }

  private open(signal: AbortSignal): void {
    const become = (interrupted: Error | undefined) => {
      this.interrupted = interrupted;
      this.onProgress();
    };
    const take = (data: unknown) => {
      const state = readState(data);
      this.interrupted = undefined;
      this.onState(state);
    };
    void followStream(new URL(this.url), this.options, take, {
      signal,
      interrupted: become,
      resumed: () => become(undefined),
      missed: error => {
        this.gaps.note(error);
        this.onProgress();
      },
      strange: problem => {
        if (this.problems.add(problem)) this.onProgress();
      },
    });
  }
}
