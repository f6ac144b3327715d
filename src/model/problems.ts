import type { Problem, RecordKind } from './records.js';

/** How many records of each kind are missing from every figure. Records of changes count as `change`, whatever they are. */
export type SkippedRecords = Record<RecordKind, number>;

/** What of the data could not be read, by how much of it was lost. Plain data. */
export interface Problems {
  /** How many there are. A word that is in no table is one, however often it came. */
  total: number;
  /** The first of them: up to 100 that had a record skipped, and up to 100 that did not, in the order in which they came. */
  first: readonly Problem[];
  /**
   * Records that were skipped, with all that is in them: those that were read and those that were skipped are those that were given.
   * Absent where the provider does not tell.
   */
  skipped?: SkippedRecords;
  /** Stations that are read, but in no figure, since their deployment state is in no table (R2). Absent where the provider does not tell. */
  uncounted?: number;
  /**
   * How many values could not be read in records that count all the same, each time a word came that is in no table. Absent where the
   * provider does not tell.
   */
  readInPart?: number;
}

/** Where a record's parts stand, and what each of them is. */
const PARTS: Partial<Record<RecordKind, readonly [field: string, kind: RecordKind]>> = {
  location: ['stations', 'station'],
  station: ['evses', 'evse'],
  evse: ['connectors', 'connector'],
};

/** The kind of a list's records, by the field that it stands in. */
export const KIND_OF_LIST: ReadonlyMap<unknown, RecordKind> = new Map([
  ['locations', 'location'],
  ...Object.values(PARTS),
]);

export function noneSkipped(): SkippedRecords {
  return { location: 0, station: 0, evse: 0, connector: 0, change: 0 };
}

/** Counts a record that is skipped, and all that is lost with it. */
export function countSkipped(counts: SkippedRecords, kind: RecordKind, record: unknown): void {
  counts[kind]++;
  const parts = PARTS[kind];
  const list = parts && (record as Record<string, unknown> | null | undefined)?.[parts[0]];
  if (Array.isArray(list)) for (const part of list) countSkipped(counts, parts![1], part);
}
