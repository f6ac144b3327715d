import { RefusedError } from '../refused-error.js';

/** What no text of PostgreSQL can hold: NUL, and half of a surrogate pair, as cut-off texts end with. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;
const EACH_UNSTORABLE = new RegExp(UNSTORABLE, 'gu');

/** How deep data may be nested: far deeper than a network is. */
const DEEPEST = 100;

/** @throws RefusedError where it is nested deeper than anything that is read */
function isStorable(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return !UNSTORABLE.test(value);
  if (typeof value !== 'object' || value === null) return true;
  if (depth > DEEPEST)
    throw new RefusedError(`The data is nested deeper than ${DEEPEST} levels; expected records.`);
  // All of it is looked at: any of it may be nested too deep.
  let isAll = true;
  if (Array.isArray(value)) for (const each of value) isAll = isStorable(each, depth + 1) && isAll;
  else
    for (const [name, each] of Object.entries(value))
      isAll = isStorable(each, depth + 1) && !UNSTORABLE.test(name) && isAll;
  return isAll;
}

function copied<T>(value: T): T {
  if (typeof value === 'string') return value.replace(EACH_UNSTORABLE, '\uFFFD') as T;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(each => copied<unknown>(each)) as T;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [copied(name), copied<unknown>(each)]),
  ) as T;
}

/**
 * Data as it can be kept: U+FFFD stands for what no text of the database can hold. What can be kept as it is, as nearly all is, is not copied.
 * @throws RefusedError where it is nested deeper than anything that is read
 */
export function storable<T>(value: T): T {
  return isStorable(value) ? value : copied(value);
}
