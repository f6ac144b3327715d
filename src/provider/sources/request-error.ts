import type { Reason } from '../../model/reason.js';

/**
 * What a retry has to know of why a feed could not be had. Plain data, so that it crosses from a worker, where an error's own fields are
 * lost.
 */
export interface RequestFailure {
  message: string;
  /** What that says, for readers of other languages. */
  reason?: Reason;
  /** Whether the same request may soon go well: the network, the time-out, a server that is busy or ill. */
  isPassing: boolean;
  /** How long the server asks to wait, in milliseconds. */
  retryAfter?: number;
  /** The HTTP status that refused it. */
  status?: number;
  /** Why, in the server's own words. */
  detail?: string;
}

/** A feed could not be had. */
export class RequestError extends Error implements RequestFailure {
  readonly reason?: Reason;
  readonly isPassing: boolean;
  readonly retryAfter?: number;
  readonly status?: number;
  readonly detail?: string;

  constructor(
    { message, reason, isPassing, retryAfter, status, detail }: RequestFailure,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.reason = reason;
    this.isPassing = isPassing;
    this.retryAfter = retryAfter;
    this.status = status;
    this.detail = detail;
  }
}

/** OCPI's own errors that stay until somebody does something: Unsupported version, No matching endpoints, Unknown receiver (OCPI 2.2.1 §5). */
const LASTING_CODES = new Set([3002, 3003, 4001]);

/** Whether a server that answers with this `status_code` may soon answer with another: its errors are 3xxx, a hub's 4xxx, and a client's 2xxx. */
export function isPassingCode(code: unknown): boolean {
  const number = Number(code);
  return number >= 3000 && number < 5000 && !LASTING_CODES.has(number);
}

/** HTTP statuses of a server that may soon answer: Request Timeout, Too Early, Too Many Requests, and all of its own errors. */
const PASSING = new Set([408, 425, 429]);

/** Whether a server that answers with this HTTP status may soon answer with another. */
export function isPassingStatus(status: number): boolean {
  return status >= 500 || PASSING.has(status);
}
