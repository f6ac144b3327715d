import { isFields, shown } from './fields.js';
import type { Problem } from './records.js';

const CHANGE = ['asOf', 'locations', 'stations', 'removed'];
const REMOVED = ['locations', 'stations'];

function strangeIn(fields: unknown, known: readonly string[], path: string): Problem[] {
  if (!isFields(fields)) return [];
  return Object.keys(fields)
    .filter(field => !known.includes(field))
    .map(field => ({
      path: path + field,
      message: `${path}${field} is ${shown(fields[field])}; expected none but the fields ${known.join(', ')}.`,
    }));
}

/** What a NetworkChange holds beside its own fields: most likely they are misspelt, and what they should say is lost. */
export function strangeFields(change: unknown): Problem[] {
  if (!isFields(change)) return [];
  return [...strangeIn(change, CHANGE, ''), ...strangeIn(change.removed, REMOVED, 'removed.')];
}
