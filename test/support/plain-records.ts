import type { Counts } from '../../src/model/questions.js';
import type { EvseStatus } from '../../src/model/records.js';

/** The table "How statuses are read". */
const READ: [status: EvseStatus, words: string][] = [
  ['available', 'Available AVAILABLE'],
  ['charging', 'Preparing Charging SuspendedEV SuspendedEVSE Finishing Occupied CHARGING'],
  ['faulted', 'Faulted OUTOFORDER'],
];
/** R8: what is operative. */
export const OPERATIVE = [
  ...[
    'Available',
    'Preparing',
    'Charging',
    'SuspendedEV',
    'SuspendedEVSE',
    'Finishing',
    'Occupied',
    'Reserved',
  ],
  ...['AVAILABLE', 'CHARGING', 'BLOCKED', 'RESERVED'],
];

/** R5: what a status word means. */
export function read(word: string | undefined): EvseStatus {
  return READ.find(([, words]) => word && words.split(' ').includes(word))?.[0] ?? 'undefined';
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
    } else if (field === 'lastMessageAt') {
      result[field] = typeof value === 'string' ? Date.parse(value) : (value ?? undefined);
    } else {
      result[field] = value ?? undefined;
    }
  }
  return result as T;
}

/** A longitude within ±180. */
export function wrapped(longitude: number): number {
  while (longitude > 180) longitude -= 360;
  while (longitude < -180) longitude += 360;
  return longitude;
}

/** How many of the given statuses there are of each. */
export function tally(statuses: readonly string[], given: readonly string[]): Counts {
  const byStatus = Object.fromEntries(statuses.map(status => [status, 0]));
  for (const status of given) byStatus[status]!++;
  return { total: given.length, byStatus };
}
