/** What was given is not what was expected: the message names both. */
export class UnreadableError extends TypeError {}
