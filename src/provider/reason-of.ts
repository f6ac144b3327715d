import type { Part, Reason } from '../model/reason.js';

/** What was thrown, in words: it may be anything. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What an error says, for readers of other languages, where it knows. */
export function explanationOf(error: unknown): Reason | undefined {
  return error instanceof Error ? (error as { reason?: Reason }).reason : undefined;
}

/** What was thrown as a part of a sentence: in the reader's language, where it can be said in one. */
export function partOf(error: unknown): Part {
  const reason = explanationOf(error);
  return reason ? { message: reasonOf(error), reason } : reasonOf(error);
}
