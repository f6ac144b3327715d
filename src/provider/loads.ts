import { anySignal } from './abortable.js';
import { LoadRetry } from './load-retry.js';

/** What is loaded, and from where. */
export interface Loading {
  /** Whether there is anything to show: of this load, or one before. */
  readonly hasLoaded: boolean;
  /** Why the last load failed. */
  readonly failure?: Error;
  /** Called when a load begins, before anybody is told. */
  begin?(): void;
  /** Loads; says of `retry` whether that went well. */
  load(signal: AbortSignal, retry: LoadRetry): Promise<void>;
  /** Takes note of why that failed; says of `retry` whether it is tried again. */
  fail(error: unknown, retry: LoadRetry): void;
  /** Called when no load is under way any more, before anybody is told. */
  end?(): void;
}

/** Loads, one at a time: a newer load takes the place of the one before. What failed is tried again while anybody follows. */
export class Loads {
  /** Aborts the load that is under way. */
  private current?: AbortController;
  private loaded?: Promise<void>;
  /** Whether the load that is under way was not asked for, but is another try. */
  private isRetrying = false;
  readonly retry = new LoadRetry(() => {
    this.isRetrying = true;
    void this.start();
  });

  /** @param onProgress called when a load begins or ends */
  constructor(
    private readonly loading: Loading,
    private readonly onProgress: () => void,
    private readonly lifetime: AbortSignal,
  ) {}

  /** Whether a load is under way that was asked for. One that is another try changes nothing until it has gone well. */
  get isLoading(): boolean {
    return this.current !== undefined && !this.isRetrying;
  }

  /** Whether any load is under way. */
  get isUnderWay(): boolean {
    return this.current !== undefined;
  }

  /** When what failed will be tried again: epoch milliseconds of the page's clock. Nothing is, while it is being tried. */
  get retryAt(): number | undefined {
    return this.current ? undefined : this.retry.at;
  }

  refresh(signal?: AbortSignal): Promise<void> {
    if (signal?.aborted || this.lifetime.aborted) return Promise.resolve();
    this.current?.abort();
    this.isRetrying = false;
    return this.start(signal);
  }

  /** Waits for the first data; rejects with what kept it away. */
  async whenLoaded(): Promise<void> {
    while (!this.loading.hasLoaded) {
      this.lifetime.throwIfAborted();
      if (this.loading.failure && !this.isLoading) throw this.loading.failure;
      await (this.current ? this.loaded : this.refresh());
    }
  }

  /** Tries again what failed only while somebody would be notified. */
  follow(isFollowed: boolean): void {
    this.retry.follow(isFollowed && !this.current);
  }

  private start(signal?: AbortSignal): Promise<void> {
    const current = (this.current = new AbortController());
    this.loading.begin?.();
    this.onProgress();
    this.loaded = this.run(current, anySignal(current.signal, this.lifetime, signal));
    return this.loaded;
  }

  private async run(current: AbortController, signal: AbortSignal): Promise<void> {
    try {
      await this.loading.load(signal, this.retry);
    } catch (error) {
      if (!signal.aborted) this.loading.fail(error, this.retry);
    } finally {
      if (this.current === current) {
        this.current = undefined;
        this.isRetrying = false;
        this.loading.end?.();
      }
      this.onProgress();
    }
  }
}
