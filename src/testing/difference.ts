import { isFields, shown } from '../model/fields.js';

/** Degrees within which two positions are the same: a metre, as servers may keep them in fewer digits. */
const SAME_PLACE = 1e-5;

function isSameNumber(path: string, actual: unknown, expected: number): boolean {
  if (actual === expected) return true;
  const isDegrees = path.endsWith('latitude') || path.endsWith('longitude');
  // JSON has no NaN: a server says null.
  if (Number.isNaN(expected))
    return isDegrees ? actual == null || Number.isNaN(actual) : Number.isNaN(actual);
  return isDegrees && typeof actual === 'number' && Math.abs(actual - expected) <= SAME_PLACE;
}

function idsOf(list: readonly unknown[]): string[] | undefined {
  const ids = list.map(each => (isFields(each) ? each.id : undefined));
  return ids.every(id => typeof id === 'string') ? (ids as string[]) : undefined;
}

/** How two lists of records with ids differ, in whatever order they are. */
function recordsDiffer(
  actual: readonly unknown[],
  expected: readonly unknown[],
  path: string,
): string | undefined {
  const ids = idsOf(actual);
  if (!ids) return `${path} has a record without an id`;
  const wanted = new Map(idsOf(expected)!.map((id, index) => [id, expected[index]]));
  const found = new Map<string, unknown>();
  for (const [index, id] of ids.entries()) {
    if (!wanted.has(id)) return `${path} holds ${shown(id)}, which is not expected there`;
    if (found.has(id)) return `${path} holds ${shown(id)} twice`;
    found.set(id, actual[index]);
  }
  for (const [id, record] of wanted) {
    if (!found.has(id)) return `${path} lacks ${shown(id)}`;
    const difference = differenceOf(found.get(id), record, `${path}[${shown(id)}]`);
    if (difference) return difference;
  }
  return undefined;
}

/**
 * The first way in which an answer is not as expected, in words; undefined where it is. Fields that are not expected are not
 * looked at; records with ids may come in any order.
 */
export function differenceOf(actual: unknown, expected: unknown, path: string): string | undefined {
  const told = () => `${path} is ${shown(actual)}; expected ${shown(expected)}`;
  if (typeof expected === 'number') return isSameNumber(path, actual, expected) ? undefined : told();
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return told();
    if (idsOf(expected)) return recordsDiffer(actual, expected, path);
    if (actual.length !== expected.length)
      return `${path} has ${actual.length} entries; expected ${expected.length}`;
  } else if (!isFields(expected)) {
    return actual === expected ? undefined : told();
  } else if (!isFields(actual)) {
    return told();
  }
  for (const [field, value] of Object.entries(expected as object)) {
    const at = path === '' ? field : `${path}.${field}`;
    const found = differenceOf((actual as Record<string, unknown>)[field], value, at);
    if (found) return found;
  }
  return undefined;
}
