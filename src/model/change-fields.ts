import { isFields } from './fields.js';
import { say, unexpected } from './record-reasons.js';
import type { Problem } from './records.js';

const CHANGE = ['asOf', 'locations', 'stations', 'removed'];
const REMOVED = ['locations', 'stations'];

function strangeIn(fields: unknown, known: readonly string[], path: string): Problem[] {
  if (!isFields(fields)) return [];
  return Object.keys(fields)
    .filter(field => !known.includes(field))
    .map(field => unexpected(path + field, fields[field], say('noneBut', known.join(', '))));
}

/** What a NetworkChange holds beside its own fields: most likely they are misspelt, and what they should say is lost. */
export function strangeFields(change: unknown): Problem[] {
  if (!isFields(change)) return [];
  return [...strangeIn(change, CHANGE, ''), ...strangeIn(change.removed, REMOVED, 'removed.')];
}
