import type { Counts } from '../model/questions.js';
import type { EvseStatus } from '../model/records.js';

/** The table "How statuses are read". */
const READ: [status: EvseStatus, words: string][] = [
  ['available', 'available preparing'],
  ['charging', 'charging suspendedev suspendedevse finishing occupied'],
  ['faulted', 'faulted outoforder'],
  ['undefined', 'reserved unavailable blocked inoperative unknown planned removed'],
];
/** What decides first of an EVSE's connectors; an OCPI word stands where OCPP's of the same meaning does. */
const ORDER = [
  ...['charging', 'occupied', 'suspendedev', 'suspendedevse', 'finishing', 'preparing', 'reserved blocked'],
  ...['available', 'unavailable inoperative', 'faulted outoforder'],
];
/** R8: what is operative. */
const OPERATIVE = `available preparing charging suspendedev suspendedevse finishing occupied reserved blocked`;

/** Whether a list of words, with spaces between, has a word in any letter case. */
export function isOneOf(words: string, word: string | undefined): boolean {
  return !!word && words.split(' ').includes(word.toLowerCase());
}

/** R8: whether a word says that something works. */
export function isOperative(word: string | undefined): boolean {
  return isOneOf(OPERATIVE, word);
}

/** R5: what a status word means. */
export function read(word: string | undefined): EvseStatus {
  return READ.find(([, words]) => isOneOf(words, word))?.[0] ?? 'undefined';
}

/** Whether a status word is in no table. */
export function isStrange(word: string | undefined): boolean {
  return !!word && !READ.some(([, words]) => isOneOf(words, word));
}

/** R5: what several connectors make of an EVSE that says nothing itself. */
export function readHighest(words: readonly (string | undefined)[]): EvseStatus {
  const place = ORDER.find(same => words.some(word => isOneOf(same, word)));
  return read(place?.split(' ')[0]);
}

/** Merges records by id; a given null clears. */
function merge<T extends { id: string }>(list: T[], records: readonly T[] | null | undefined): T[] {
  if (records === null) return [];
  const merged = [...list];
  for (const record of records ?? []) {
    const index = merged.findIndex(({ id }) => id === record.id);
    if (index < 0) merged.push(withFields({ id: record.id } as T, record));
    else merged[index] = withFields(merged[index]!, record);
  }
  return merged;
}

/** A record with a change's fields in place of its own; EVSEs and connectors merge, null clears. */
export function withFields<T extends { id: string }>(record: T, change: object): T {
  const result: Record<string, unknown> = { ...record };
  for (const [field, value] of Object.entries(change)) {
    if (value === undefined) continue;
    if (field === 'connectors' || field === 'evses') {
      result[field] = merge((result[field] as { id: string }[] | undefined) ?? [], value as { id: string }[]);
    } else {
      result[field] = value ?? undefined;
    }
  }
  return result as T;
}

/** Whether a moment is of the years 1970 to 9999, and is none of 2001 to 2286 in seconds. */
export function isReadable(moment: number): boolean {
  if (moment >= 1_000_000_000 && moment < 10_000_000_000) return false;
  return moment >= 0 && moment < Date.UTC(10_000, 0);
}

/** A moment that can be read, up to `latest`. */
export function momentOf(value: unknown, latest = Infinity): number | undefined {
  const moment = typeof value === 'string' ? Date.parse(value) : value;
  return typeof moment === 'number' && isReadable(moment) && moment <= latest ? moment : undefined;
}

/** A longitude within ±180. */
export function wrapped(longitude: number): number {
  if (Math.abs(longitude) <= 180) return longitude;
  return ((((longitude + 180) % 360) + 360) % 360) - 180;
}

/** How many of the given statuses there are of each. */
export function tally(statuses: readonly string[], given: readonly string[]): Counts {
  const byStatus = Object.fromEntries(statuses.map(status => [status, 0]));
  for (const status of given) byStatus[status]!++;
  return { total: given.length, byStatus };
}
