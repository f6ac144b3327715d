import type { ServedState } from '../model/served-state.js';
import { errorOf } from './error-of.js';
import type { LoadRetry } from './load-retry.js';
import type { Loading } from './loads.js';
import type { RequestError } from './sources/request-error.js';

/** Loads what a server says of its network. A question that fails counts as a load that did. */
export class RemoteLoader implements Loading {
  /** Why the last load failed, or a question that was asked since. */
  failure?: Error;
  hasLoaded = false;
  /** Whether a question has failed since the last load: then that load was no sign of a server that is well. */
  private hasQuestionFailed = false;

  /**
   * @param ask asks the server
   * @param onLoaded called with what it said, before anybody asks on
   */
  constructor(
    private readonly ask: (signal: AbortSignal) => Promise<ServedState>,
    private readonly onLoaded: (state: ServedState) => void,
  ) {}

  async load(signal: AbortSignal, retry: LoadRetry): Promise<void> {
    const state = await this.ask(signal);
    signal.throwIfAborted();
    this.hasLoaded = true;
    this.failure = undefined;
    if (this.hasQuestionFailed) retry.giveUp();
    else retry.succeeded();
    this.hasQuestionFailed = false;
    this.onLoaded(state);
  }

  fail(error: unknown, retry: LoadRetry): void {
    this.failure = errorOf(error);
    retry.failed(error);
  }

  /** A question failed: all is asked again, ever more slowly. */
  questionFailed(error: RequestError, retry: LoadRetry): void {
    this.hasQuestionFailed = true;
    this.fail(error, retry);
  }

  /** All went well until something changed: what failed before counts no more. */
  changed(retry: LoadRetry): void {
    if (!this.failure && !this.hasQuestionFailed) retry.succeeded();
  }
}
