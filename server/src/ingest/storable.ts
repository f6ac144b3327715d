/** What no text of PostgreSQL can hold: NUL, and half of a surrogate pair, as cut-off texts end with. */
const UNSTORABLE = /[\0\p{Surrogate}]/gu;

/** Data as it can be kept: U+FFFD stands for what no text of the database can hold. */
export function storable<T>(value: T): T {
  if (typeof value === 'string') return value.replace(UNSTORABLE, '\uFFFD') as T;
  if (Array.isArray(value)) return value.map(each => storable<unknown>(each)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [storable(name), storable<unknown>(each)]),
  ) as T;
}
