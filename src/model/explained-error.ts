import type { Reason, Sentence } from './reason.js';

/** An error that can be told to readers of other languages. */
export class ExplainedError extends Error {
  readonly reason: Reason;

  constructor({ message, reason }: Sentence, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
