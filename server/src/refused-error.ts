/** What was asked or sent cannot be taken: the message says what was given, and what was expected. */
export class RefusedError extends Error {}
