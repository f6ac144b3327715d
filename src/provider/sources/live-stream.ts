import { ExplainedError } from '../../model/explained-error.js';
import { shown } from '../../model/fields.js';
import type { Part } from '../../model/reason.js';
import { say } from '../../model/stream-reasons.js';
import { SECOND } from '../../model/time.js';
import type { WatchOptions } from '../data-provider.js';
import { onReturn } from '../page-attention.js';
import { retryDelay } from '../retry-delay.js';
import { partOf } from '../reason-of.js';
import { PageRest } from './page-rest.js';
import { StreamEnd } from './stream-connection.js';
import type { ConnectStream, StreamListener, StreamMessage } from './stream-connection.js';

/** A stream of which nothing comes for this long, not even a comment, is opened again: milliseconds. */
const SILENCE = 45 * SECOND;

/** A connection that is heard of after this time was a good one: what failed before it counts no more. Milliseconds. */
const GOOD_AFTER = 30 * SECOND;

/** The name of an event by which a server says that it cannot send again what was missed. */
const RELOAD = 'reload';

/**
 * Keeps a stream open: again after ever longer waits when it breaks or falls silent, at once when the page returns, and not while nobody
 * sees the page. Changes of the meantime are missed, unless the server was told the ID of the last message, and so can send them.
 */
export class LiveStream {
  private hasOpened = false;
  private isInterrupted = false;
  private lastEventId = '';
  private failures = 0;
  /** What the server asks for between two connections: milliseconds. */
  private shortestWait = 0;
  private connection?: AbortController;
  private wake?: () => void;

  /**
   * @param name what the stream is called in messages
   * @param take takes the data of a message; throws an Error that goes on from "the live stream" where that cannot be read
   * @param onOpened called when the stream is open for the first time
   */
  constructor(
    private readonly name: string,
    private readonly connect: ConnectStream,
    private readonly take: (data: unknown) => void,
    private readonly watching: WatchOptions,
    private readonly onOpened: () => void,
  ) {}

  /** Follows the stream until the signal aborts, or the server has ended it for good. */
  async follow(): Promise<void> {
    const { signal } = this.watching;
    const rest = new PageRest(() => {
      this.connection?.abort(new StreamEnd(say('streamRests')));
    }, signal);
    const wake = () => this.wake?.();
    onReturn(wake, signal);
    signal.addEventListener('abort', wake, { once: true });
    while (!signal.aborted) {
      const end = await this.followConnection();
      if (signal.aborted) return;
      this.interrupt(end);
      if (end.isFinal) return;
      if (!rest.isResting)
        await this.woken(retryDelay(++this.failures, Math.max(end.retryAfter, this.shortestWait)));
      while (rest.isResting && !signal.aborted) await this.woken();
    }
  }

  /** Follows one connection; resolves with why it ended. */
  private async followConnection(): Promise<StreamEnd> {
    const connection = (this.connection = new AbortController());
    let silence: ReturnType<typeof setTimeout> | undefined;
    let good: ReturnType<typeof setTimeout> | undefined;
    let isGood = false;
    const heard = () => {
      if (isGood) this.failures = 0;
      clearTimeout(silence);
      silence = setTimeout(() => {
        connection.abort(new StreamEnd(say('streamSilent', SILENCE / SECOND)));
      }, SILENCE);
    };
    const opened = (isResumed: boolean) => {
      heard();
      good = setTimeout(() => (isGood = true), GOOD_AFTER);
      this.open(isResumed);
    };
    const listener: StreamListener = {
      ...{ opened, heard },
      received: message => this.receive(message),
      retryIn: wait => (this.shortestWait = wait),
      strange: problem => this.watching.strange?.(problem),
    };
    heard();
    try {
      const signal = AbortSignal.any([connection.signal, this.watching.signal]);
      return await this.connect(listener, this.lastEventId, signal);
    } catch (error) {
      return error instanceof StreamEnd ? error : new StreamEnd(say('streamFailed', partOf(error)));
    } finally {
      clearTimeout(silence);
      clearTimeout(good);
      connection.abort();
    }
  }

  private open(isResumed: boolean): void {
    // First of all, so that what was missed does not look up to date for a moment.
    if (this.hasOpened && !isResumed) this.miss(say('streamAway'));
    if (this.isInterrupted) this.watching.resumed?.();
    this.isInterrupted = false;
    if (!this.hasOpened) this.onOpened();
    this.hasOpened = true;
  }

  private interrupt(end: StreamEnd): void {
    this.isInterrupted = true;
    const said = say(end.isFinal ? 'streamEnded' : 'streamInterrupted', this.name, end);
    this.watching.interrupted?.(new ExplainedError(said));
  }

  private miss(what: Part): void {
    this.watching.missed?.(new ExplainedError(say('streamMissed', this.name, what)));
  }

  private receive({ data, event = 'message', id }: StreamMessage): void {
    if (event === 'message') this.takeMessage(data);
    else if (event === RELOAD) this.miss(say('sentReload', shown(RELOAD)));
    else {
      const said = say('strangeEvent', this.name, shown(event));
      this.watching.strange?.({ path: `event ${shown(event)}`, ...said });
    }
    this.lastEventId = id ?? this.lastEventId;
  }

  private takeMessage(data: unknown): void {
    try {
      this.take(data);
    } catch (error) {
      this.miss(partOf(error));
    }
  }

  /** Waits for this many milliseconds, or until the page returns or the stream is no longer wanted. */
  private async woken(wait?: number): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    await new Promise<void>(resolve => {
      this.wake = resolve;
      if (wait !== undefined) timer = setTimeout(resolve, wait);
    });
    clearTimeout(timer);
  }
}
