import { ExplainedError } from '../../model/explained-error.js';
import { isFields, shownPart } from '../../model/fields.js';
import type { Part } from '../../model/reason.js';
import { say as sayOfRecords } from '../../model/record-reasons.js';
import { say } from '../../model/stream-reasons.js';
import type { NetworkChange } from '../../model/records.js';

/**
 * Reads a message of a stream.
 * @throws Error that says what it is instead of a NetworkChange as JSON
 */
export function readChange(data: unknown): NetworkChange {
  const refuse = (reason: Part) => new ExplainedError(say('sentNoChange', shownPart(data), reason));
  if (typeof data !== 'string') throw refuse(sayOfRecords('text'));
  let change: unknown;
  try {
    change = JSON.parse(data);
  } catch (error) {
    throw refuse((error as Error).message);
  }
  if (!isFields(change)) throw refuse(sayOfRecords('anObject'));
  return change;
}
