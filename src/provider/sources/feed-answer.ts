import { shown } from '../../model/fields.js';
import type { Part } from '../../model/reason.js';
import { say } from '../../model/request-reasons.js';
import { orNothing, SECOND } from '../../model/time.js';
import { readBody } from './read-body.js';
import { RequestError } from './request-error.js';
import { shownUrl } from './shown-url.js';

/** The largest body that is read, in bytes: JSON of more fits in no string. */
const LARGEST = 500_000_000;

/** What an answer's body is read under: its time-out, and the telling of what fails. */
export interface Reading {
  /** Bytes have come. */
  progress(): void;
  /** Does the work; tells what fails, and ends the request. */
  finish<T>(work: () => Promise<T>): Promise<T>;
  /** Ends the request. */
  abort(): void;
}

/** An answer of a feed whose body is still to be read, once, or dismissed. */
export class FeedAnswer {
  constructor(
    private readonly asked: string,
    private readonly response: Response,
    private readonly reading: Reading,
  ) {}

  /** What was asked, as messages tell it. */
  get name(): string {
    return shownUrl(this.asked);
  }

  get headers(): Headers {
    return this.response.headers;
  }

  /** What answered, after redirects. */
  get url(): string {
    return this.response.url || this.asked;
  }

  /** Whether it is of another origin than the page, so that only the headers which it exposes can be read (CORS). */
  get isCrossOrigin(): boolean {
    return this.response.type === 'cors';
  }

  /** When a server sent it, by its own clock: HTTP `Date` and `Age` (RFC 9110 §6.6.1, RFC 9111 §5.1); epoch milliseconds. */
  get date(): number | undefined {
    const age = Number(this.headers.get('Age') ?? 0);
    const date = Date.parse(this.headers.get('Date') ?? '');
    return orNothing(date + (age > 0 && age < Infinity ? age * SECOND : 0));
  }

  /**
   * What differs from that of every other version of the feed: its `ETag`, else a `Last-Modified` of a second that was over when the answer was
   * made (RFC 9110 §8.8); and its `Link`, since a page that is full stays as it is when another follows.
   */
  get validator(): string | undefined {
    const { headers } = this;
    const modified = headers.get('Last-Modified') ?? '';
    const isOver = Date.parse(headers.get('Date') ?? '') - Date.parse(modified) >= SECOND;
    const tag = headers.get('ETag') ?? (isOver ? modified : undefined);
    return tag && `${tag} ${headers.get('Link') ?? ''}`;
  }

  bytes(): Promise<Uint8Array<ArrayBuffer>> {
    const { response, reading, name } = this;
    return reading.finish(() =>
      readBody(response.body, length => {
        reading.progress();
        if (length <= LARGEST) return;
        const said = say('tooLarge', name, LARGEST / 1e6);
        throw new RequestError({ ...said, isPassing: false });
      }),
    );
  }

  /**
   * Reads JSON.
   * @param expected what it should be, for the error
   */
  async json(expected: Part): Promise<unknown> {
    const text = new TextDecoder().decode(await this.bytes());
    try {
      return JSON.parse(text);
    } catch (error) {
      const { message } = error as Error;
      throw new RequestError({
        ...say('notJson', this.name, message, shown(text), expected),
        isPassing: false,
      });
    }
  }

  dismiss(): void {
    this.reading.abort();
  }
}
