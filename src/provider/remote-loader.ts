import type { ServedState } from '../model/served-state.js';
import { errorOf } from './error-of.js';
import { LoadRetry } from './load-retry.js';
import type { RequestError } from './sources/request-error.js';

/** Loads what a server says of its network: one load at a time, a newer one in place of the one before. What failed is tried again. */
export class RemoteLoader {
  /** Why the last load failed, or a question that was asked since. */
  failure?: Error;
  /** Aborts the load that is under way. */
  private loading?: AbortController;
  private loaded?: Promise<void>;
  /** Whether the load that is under way was not asked for, but is another try. */
  private isRetrying = false;
  private hasLoaded = false;
  /** Whether a question has failed since the last load: then that load was no sign of a server that is well. */
  private hasQuestionFailed = false;
  private readonly retry = new LoadRetry(() => {
    this.isRetrying = true;
    void this.start();
  });

  /**
   * @param load asks the server
   * @param onLoaded called with what it said, before anybody asks on
   * @param onProgress called when a load begins or ends
   */
  constructor(
    private readonly load: (signal: AbortSignal) => Promise<ServedState>,
    private readonly onLoaded: (state: ServedState) => void,
    private readonly onProgress: () => void,
    private readonly lifetime: AbortSignal,
  ) {}

  /** Whether a load is under way that was asked for. One that is another try changes nothing until it has gone well. */
  get isLoading(): boolean {
    return this.loading !== undefined && !this.isRetrying;
  }

  /** Whether any load is under way. */
  get isUnderWay(): boolean {
    return this.loading !== undefined;
  }

  /** When what failed will be tried again: epoch milliseconds of the page's clock. */
  get retryAt(): number | undefined {
    return this.loading ? undefined : this.retry.at;
  }

  refresh(signal?: AbortSignal): Promise<void> {
    if (signal?.aborted || this.lifetime.aborted) return Promise.resolve();
    this.loading?.abort();
    this.isRetrying = false;
    return this.start(signal);
  }

  /** Waits for the first load; rejects with what kept it away. */
  async whenLoaded(): Promise<void> {
    while (!this.hasLoaded) {
      this.lifetime.throwIfAborted();
      if (this.failure && !this.isLoading) throw this.failure;
      await (this.loading ? this.loaded : this.refresh());
    }
  }

  /** A question failed: all is asked again, ever more slowly. */
  questionFailed(error: RequestError): void {
    if (this.loading || this.retry.at !== undefined) return;
    this.hasQuestionFailed = true;
    this.failure = error;
    this.retry.failed(error);
    this.onProgress();
  }

  /** All went well until something changed: what failed before counts no more. */
  changed(): void {
    if (!this.failure && !this.hasQuestionFailed) this.retry.succeeded();
  }

  /** Tries again what failed only while somebody would be notified. */
  follow(isFollowed: boolean): void {
    this.retry.follow(isFollowed && !this.loading);
  }

  private start(signal?: AbortSignal): Promise<void> {
    const loading = (this.loading = new AbortController());
    this.onProgress();
    const signals = [loading.signal, this.lifetime, ...(signal ? [signal] : [])];
    this.loaded = this.run(loading, AbortSignal.any(signals));
    return this.loaded;
  }

  private async run(loading: AbortController, signal: AbortSignal): Promise<void> {
    try {
      const state = await this.load(signal);
      signal.throwIfAborted();
      this.hasLoaded = true;
      this.failure = undefined;
      if (this.hasQuestionFailed) this.retry.giveUp();
      else this.retry.succeeded();
      this.hasQuestionFailed = false;
      this.onLoaded(state);
    } catch (error) {
      if (!signal.aborted) {
        this.failure = errorOf(error);
        this.retry.failed(error);
      }
    } finally {
      if (this.loading === loading) {
        this.loading = undefined;
        this.isRetrying = false;
      }
      this.onProgress();
    }
  }
}
