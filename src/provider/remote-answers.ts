import type { Part } from '../model/reason.js';
import { say } from '../model/request-reasons.js';
import { anySignal } from './abortable.js';
import { fetchJson } from './sources/fetch-json.js';
import { RequestError } from './sources/request-error.js';
import type { RequestOptions } from './sources/request-options.js';
import { shownUrl } from './sources/shown-url.js';

/** What an answer should be. */
export interface Expected {
  words: Part;
  matches(body: unknown): boolean;
  /** Whether there may be none: then 404 is answered. */
  isOptional?: boolean;
}

/** Answers that are kept at most; of more, those asked for longest ago are asked for again. */
const MOST_KEPT = 500;

/** Statuses by which a server says that the question is not one that it answers, or not any more. */
const REFUSALS = [400, 410];
const NOT_FOUND = 404;

interface Kept {
  answer: Promise<unknown>;
  isSettled: boolean;
  hasFailed: boolean;
}

/**
 * A server's answers, by their URLs. Views that ask the same share one request. An answer is kept for as long as a live stream would tell
 * that it is another by now; one that failed, until it is tried again.
 */
export class RemoteAnswers {
  /** Whether a stream tells of changes. */
  isLive = false;
  /** Whether what failed is tried again by itself. */
  isRetried = false;
  private readonly kept = new Map<string, Kept>();

  /** @param onFailure called once for a request that failed through no fault of the question's */
  constructor(
    private readonly options: RequestOptions,
    private readonly lifetime: AbortSignal,
    private readonly onFailure: (error: RequestError) => void,
  ) {}

  /**
   * Asks, or takes the answer that is kept; each time as new data.
   * @throws RangeError where the server refuses the question; RequestError where it cannot be had
   */
  async get(url: string, expected: Expected): Promise<unknown> {
    let kept = this.kept.get(url);
    if (!kept || (kept.isSettled && !(kept.hasFailed ? this.isRetried : this.isLive)))
      kept = this.request(url, expected);
    return structuredClone(await kept.answer);
  }

  /** An answer may be another by now. */
  outdate(): void {
    for (const [url, { hasFailed }] of this.kept) if (!hasFailed) this.kept.delete(url);
  }

  /** Whatever failed may go well now. */
  retry(): void {
    this.kept.clear();
  }

  private request(url: string, expected: Expected): Kept {
    const answer = this.fetch(url, expected);
    const kept: Kept = { answer, isSettled: false, hasFailed: false };
    this.kept.delete(url);
    this.kept.set(url, kept);
    if (this.kept.size > MOST_KEPT) this.kept.delete(this.kept.keys().next().value!);
    answer.then(
      () => {
        kept.isSettled = true;
      },
      (error: unknown) => {
        kept.isSettled = true;
        kept.hasFailed = error instanceof RequestError;
        if (kept.hasFailed && !this.lifetime.aborted) this.onFailure(error as RequestError);
      },
    );
    return kept;
  }

  private async fetch(url: string, { words, matches, isOptional = false }: Expected): Promise<unknown> {
    try {
      const { body } = await fetchJson(url, words, anySignal(this.lifetime), this.options);
      if (matches(body)) return body;
    } catch (error) {
      const { status = 0, detail, message } = error as RequestError;
      if (status === NOT_FOUND && isOptional) return undefined;
      if (REFUSALS.includes(status)) throw new RangeError(detail ?? message, { cause: error });
      throw error;
    }
    throw new RequestError({ ...say('otherShape', shownUrl(url), words), isPassing: false });
  }
}
