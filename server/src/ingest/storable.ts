import { RefusedError } from '../refused-error.js';

/** What no text of PostgreSQL can hold: NUL, and half of a surrogate pair, as cut-off texts end with. */
const UNSTORABLE = /[\0\p{Surrogate}]/gu;

/** How deep data may be nested: far deeper than a network is. */
const DEEPEST = 100;

/**
 * Data as it can be kept: U+FFFD stands for what no text of the database can hold.
 * @throws RefusedError where it is nested deeper than anything that is read
 */
export function storable<T>(value: T, depth = 0): T {
  if (typeof value === 'string') return value.replace(UNSTORABLE, '\uFFFD') as T;
  if (typeof value !== 'object' || value === null) return value;
  if (depth > DEEPEST)
    throw new RefusedError(`The data is nested deeper than ${DEEPEST} levels; expected records.`);
  if (Array.isArray(value)) return value.map(each => storable<unknown>(each, depth + 1)) as T;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [storable(name), storable<unknown>(each, depth + 1)]),
  ) as T;
}
