import { isFields } from '../../../src/model/fields.js';

/** The ids in a list of records, or of ids. */
export function idsIn(list: unknown): string[] {
  if (!Array.isArray(list)) return [];
  return list
    .map((each: unknown) => (isFields(each) ? each.id : each))
    .filter((id): id is string => typeof id === 'string');
}
