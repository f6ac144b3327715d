import { ExplainedError } from '../../model/explained-error.js';
import type { Sentence } from '../../model/reason.js';
import type { Problem } from '../../model/records.js';

/** A message of a stream. */
export interface StreamMessage {
  /** Text, where the server sends what it should. */
  data: unknown;
  /** The name of a server-sent event that has one. */
  event?: string;
  /** What the server wants to be told when the stream is opened again. */
  id?: string;
}

/** What a connection to a stream reports. */
export interface StreamListener {
  /**
   * The server has accepted.
   * @param isResumed whether it was told the last ID, so that it can send what came since
   */
  opened(isResumed: boolean): void;
  /** Something came, be it a comment: the stream is alive. */
  heard(): void;
  received(message: StreamMessage): void;
  /** The server asks for a wait before the stream is opened again: milliseconds. */
  retryIn(wait: number): void;
  /** Something came that no stream should hold. */
  strange(problem: Problem): void;
}

/**
 * Connects to a stream and reports what comes of it.
 * @param lastEventId the newest message's; empty where no message had one
 * @returns what rejects with a StreamEnd when the connection ends, or with the reason of the signal that aborted it
 */
export type ConnectStream = (
  listener: StreamListener,
  lastEventId: string,
  signal: AbortSignal,
) => Promise<never>;

/** Why a connection ended: its message goes on from "the live stream". */
export class StreamEnd extends ExplainedError {
  /** What the server asked to wait for before it is asked again, in milliseconds. */
  readonly retryAfter: number;
  /** Whether the server wants the stream never to be opened again. */
  readonly isFinal: boolean;

  constructor(said: Sentence, { retryAfter = 0, isFinal = false } = {}) {
    super(said);
    this.retryAfter = retryAfter;
    this.isFinal = isFinal;
  }
}
