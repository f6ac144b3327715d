import { isFields, shown } from '../../model/fields.js';
import type { NetworkChange } from '../../model/records.js';

/**
 * Reads a message of a stream.
 * @throws Error that says what it is instead of a NetworkChange as JSON
 */
export function readChange(data: unknown): NetworkChange {
  const refuse = (reason: string) =>
    new Error(`sent ${shown(data)}; expected a NetworkChange as JSON (${reason})`);
  if (typeof data !== 'string') throw refuse('text');
  let change: unknown;
  try {
    change = JSON.parse(data);
  } catch (error) {
    throw refuse((error as Error).message);
  }
  if (!isFields(change)) throw refuse('an object');
  return change;
}
