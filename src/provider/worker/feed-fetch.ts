import { RequestError } from '../sources/request-error.js';
import type { RequestFailure } from '../sources/request-error.js';
import type { RequestOptions } from '../sources/request-options.js';

/** The headers of one request, checked. */
export type PlainHeaders = Readonly<Record<string, string>>;

/** A feed as it crosses to a worker: a function that makes headers stays in the page. */
export interface PostedFeed {
  url: string;
  options: RequestOptions & { headers?: PlainHeaders };
  /** Whether the page is to be asked for the headers of each request. */
  asksHeaders: boolean;
}

/** A feed that was loaded. */
export interface FetchedFeed {
  /** When it was true: epoch milliseconds, where that is said. */
  asOf?: number;
  /** Whether it is what was loaded before, so that there is nothing to commit. */
  isUnchanged: boolean;
}

/**
 * How far the fetching of a feed has come: to a request that waits for its headers, or to its end. A failure is plain data, since an error loses
 * its fields on the way from a worker.
 */
export type FetchProgress = FetchedFeed | { asksHeaders: true } | { failure: RequestFailure };

/** Fetches a feed in the engine; stops wherever the page is to say which headers go along. */
export class FeedFetch {
  private readonly abort = new AbortController();
  private readonly end: Promise<FetchProgress>;
  private isAsking = false;
  private onAsk?: () => void;
  private give?: (headers: PlainHeaders) => void;

  constructor(
    { options, asksHeaders }: PostedFeed,
    load: (options: RequestOptions, signal: AbortSignal) => Promise<FetchedFeed>,
  ) {
    const asking = asksHeaders ? { ...options, headers: () => this.ask() } : options;
    this.end = load(asking, this.abort.signal).catch((error: unknown) => {
      if (!(error instanceof RequestError)) throw error;
      const { message, reason, isPassing, retryAfter } = error;
      return { failure: { message, reason, isPassing, retryAfter } };
    });
  }

  /**
   * Goes on.
   * @param signal aborts the whole
   * @param headers that were asked for
   */
  async proceed(signal: AbortSignal, headers?: PlainHeaders): Promise<FetchProgress> {
    const abort = () => {
      this.cancel(signal.reason);
    };
    signal.addEventListener('abort', abort, { once: true });
    if (headers) this.give?.(headers);
    const asked = new Promise<FetchProgress>(resolve => {
      this.onAsk = () => {
        resolve({ asksHeaders: true });
      };
    });
    if (this.isAsking) this.onAsk?.();
    try {
      return await Promise.race([this.end, asked]);
    } finally {
      signal.removeEventListener('abort', abort);
    }
  }

  cancel(reason?: unknown): void {
    this.abort.abort(reason);
  }

  private ask(): Promise<PlainHeaders> {
    return new Promise(resolve => {
      this.isAsking = true;
      this.give = headers => {
        this.isAsking = false;
        resolve(headers);
      };
      this.onAsk?.();
    });
  }
}
