import type { Part, Reason } from './reason.js';

/** What was given is not what was expected: the message names both. */
export class UnreadableError extends TypeError {
  /** What the message says, for readers of other languages. */
  readonly reason?: Reason;

  constructor(said: Part, options?: ErrorOptions) {
    super(typeof said === 'string' ? said : said.message, options);
    if (typeof said !== 'string') this.reason = said.reason;
  }
}
