import { say } from '../../model/request-reasons.js';
import { abortable } from '../abortable.js';
import { reasonOf } from '../reason-of.js';
import { retryAfterOf } from '../retry-delay.js';
import { FeedAnswer } from './feed-answer.js';
import type { Reading } from './feed-answer.js';
import { fetchWithHeaders } from './fetch-with-headers.js';
import { dismiss, statusOf } from './http-response.js';
import { problemDetail } from './problem-details.js';
import { ProgressTimeout } from './progress-timeout.js';
import { isPassingStatus, RequestError } from './request-error.js';
import { headersError, headersOf, TIMEOUT } from './request-options.js';
import type { RequestOptions } from './request-options.js';
import { shownUrl } from './shown-url.js';

/** One request of a feed, from its headers to the end of its body. */
class FeedRequest implements Reading {
  private readonly seconds: number;
  private readonly timeout: ProgressTimeout;
  private readonly ended = new AbortController();
  private readonly signal: AbortSignal;

  constructor(
    private readonly url: string,
    private readonly caller: AbortSignal,
    private readonly options: RequestOptions,
  ) {
    this.seconds = options.timeout ?? TIMEOUT;
    this.timeout = new ProgressTimeout(this.seconds);
    this.signal = AbortSignal.any([caller, this.timeout.signal, this.ended.signal]);
  }

  async answer(): Promise<FeedAnswer> {
    try {
      const response = await abortable(this.fetch(), this.signal);
      this.progress();
      if (!response.ok) throw await abortable(this.refusal(response), this.signal);
      return new FeedAnswer(this.url, response, this);
    } catch (error) {
      throw this.fail(error);
    }
  }

  progress(): void {
    this.timeout.progress();
  }

  async finish<T>(work: () => Promise<T>): Promise<T> {
    try {
      const result = await abortable(work(), this.signal);
      this.timeout.end();
      return result;
    } catch (error) {
      throw this.fail(error);
    }
  }

  abort(): void {
    this.timeout.end();
    this.ended.abort();
  }

  private async fetch(): Promise<Response> {
    const response = await this.fetchOnce();
    const canRenew = response.status === 401 && typeof this.options.headers === 'function';
    if (!canRenew) return response;
    // The token may have run out: the function is asked for another, once.
    dismiss(response);
    return this.fetchOnce();
  }

  private async fetchOnce(): Promise<Response> {
    const headers = await this.headers();
    const { credentials } = this.options;
    return fetchWithHeaders(this.url, headers, { cache: 'no-cache', signal: this.signal, credentials });
  }

  private async headers(): Promise<Headers> {
    try {
      return await headersOf(this.options);
    } catch (error) {
      throw headersError(this.url, error);
    }
  }

  private async refusal(response: Response): Promise<RequestError> {
    const { status, headers } = response;
    const detail = await problemDetail(response);
    const [name, answered] = [shownUrl(this.url), statusOf(response)];
    return new RequestError({
      ...(detail === undefined
        ? say('refused', name, answered)
        : say('refusedBecause', name, answered, detail)),
      isPassing: isPassingStatus(status),
      retryAfter: retryAfterOf(headers, Date.now()),
      status,
      detail: typeof detail === 'object' ? detail.message : detail,
    });
  }

  /** Ends the request, and says why it failed; throws the caller's reason where that has aborted it. */
  private fail(error: unknown): RequestError {
    const isTimedOut = this.timeout.signal.aborted;
    this.abort();
    this.caller.throwIfAborted();
    if (error instanceof RequestError) return error;
    const name = shownUrl(this.url);
    const said = isTimedOut
      ? say('timedOut', name, this.seconds)
      : say('unanswered', name, this.reasonOf(error));
    return new RequestError({ ...said, isPassing: true }, { cause: error });
  }

  /** What failed, in words that do not repeat the URL. */
  private reasonOf(error: unknown): string {
    return reasonOf(error).replaceAll(this.url, shownUrl(this.url));
  }
}

/**
 * Asks for a feed, past the caches' stale copies: their own are asked for again on the condition that they have changed (RFC 9110 §13).
 * @returns its answer, of which the body is to be read or dismissed
 * @throws RequestError that says what was asked and what came instead; the signal's reason where it aborted
 */
export function requestFeed(
  url: string,
  signal: AbortSignal,
  options: RequestOptions = {},
): Promise<FeedAnswer> {
  signal.throwIfAborted();
  return new FeedRequest(url, signal, options).answer();
}
