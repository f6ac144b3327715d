import { isFields } from '../../model/fields.js';
import type { Fields } from '../../model/fields.js';
import { positionProblem } from '../../model/position.js';
import { KIND_OF_LIST } from '../../model/problems.js';
import { CONNECTION_STATUSES } from '../../model/statuses.js';
import { epochOf } from '../../model/instant.js';
import type { Part } from '../../model/reason.js';
import { say } from '../../model/record-reasons.js';
import type { IdHashTable } from './id-hash-table.js';
import type { ProblemLog } from './problem-log.js';

/** What an id of a list of these is expected to be. */
const ID_OF = { locations: 'idOfLocations', stations: 'idOfStations' } as const;

/**
 * Reads the fields of records that come from outside; what is not as expected is noted and left out. Methods take a field's
 * value as well as its name: looking fields up by a variable name would take most of the loading time.
 */
export class RecordReader {
  /** Where the current record stands, outermost first: `locations`, 3, `stations`, 0. */
  private readonly path: (string | number)[] = [];

  /** The latest moment that is believed: epoch milliseconds. */
  latest = Infinity;

  /** @param isOfChanges whether the records are those of changes */
  constructor(
    private readonly log: ProblemLog,
    private readonly isOfChanges = false,
  ) {}

  /** Reads each record of a field's list; what is not one is skipped. */
  each(list: unknown, field: string, visit: (record: Fields) => void): void {
    if (list == null) return;
    if (!Array.isArray(list)) {
      this.problem(field, list, say('aList'));
      return;
    }
    this.eachOf(field, list, 0, visit);
  }

  /** Reads each record of a list, whose first stands at `from` in a longer one. */
  eachOf(field: string, list: readonly unknown[], from: number, visit: (record: Fields) => void): void {
    this.path.push(field, from);
    for (let index = 0; index < list.length; index++) {
      const record = list[index];
      this.path[this.path.length - 1] = from + index;
      if (isFields(record)) visit(record);
      else this.skip(record, '', record, say('anObject'));
    }
    this.path.pop();
    this.path.pop();
  }

  /** A record within a record; undefined where there is none. */
  record(value: unknown, field: string): Fields | undefined {
    if (value == null) return undefined;
    if (isFields(value)) return value;
    this.problem(field, value, say('anObject'));
    return undefined;
  }

  /** Visits the rows that a list of ids stands for; an id of none is noted, but where `isGone` knows it. */
  ids(
    owner: Fields,
    path: string,
    field: keyof typeof ID_OF,
    index: IdHashTable,
    isGone: (id: string) => boolean,
    visit: (row: number) => void,
  ): void {
    this.path.push(path);
    const list = owner[field];
    if (Array.isArray(list)) {
      list.forEach((id: unknown, place) => {
        const row = index.rowOf(id);
        if (row !== undefined) visit(row);
        else if (typeof id !== 'string' || !isGone(id))
          this.skip(id, `${field}[${place}]`, id, say(ID_OF[field]));
      });
    } else if (list != null) {
      this.problem(field, list, say('listOfIds'));
    }
    this.path.pop();
  }

  /** Whether a record has the list of stations that a location must have; one that has not is skipped. */
  hasStations(record: Fields): boolean {
    if (Array.isArray(record.stations)) return true;
    this.skip(record, 'stations', record.stations, say('aList'));
    return false;
  }

  /** The id that a record must have; one that has none is skipped. */
  id(record: Fields): string | undefined {
    if (typeof record.id === 'string' && record.id !== '') return record.id;
    this.skip(record, 'id', record.id, say('textNotEmpty'));
    return undefined;
  }

  /** `before` where it cannot be read. */
  text(value: unknown, field: string, before?: string): string | undefined {
    if (value == null || typeof value === 'string') return value ?? undefined;
    this.problem(field, value, say('text'));
    return before;
  }

  /** Seconds; 0 where there are none to go by, `before` where they cannot be read. */
  interval(value: unknown, field: string, before: number): number {
    if (value == null) return 0;
    if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value;
    this.problem(field, value, say('secondsFromZero'));
    return before;
  }

  /** Epoch milliseconds; NaN where there is no moment, or none that can be read. */
  instant(value: unknown, field: string): number {
    if (value == null) return NaN;
    const epoch = epochOf(value as string | number);
    if (epoch <= this.latest) return epoch;
    this.problem(field, value, say(epoch > this.latest ? 'momentNotAhead' : 'moment'));
    return NaN;
  }

  /** Epoch milliseconds; undefined where there is no moment, `before` where it cannot be read. */
  moment(value: unknown, field: string, before?: number): number | undefined {
    if (value == null) return undefined;
    const moment = this.instant(value, field);
    return Number.isNaN(moment) ? before : moment;
  }

  /** One past the index of a stated connection; 0 where none is stated, `before` where it cannot be read. */
  connection(value: unknown, field: string, before: number): number {
    if (value == null) return 0;
    const index = (CONNECTION_STATUSES as readonly unknown[]).indexOf(value);
    if (index >= 0) return index + 1;
    this.problem(field, value, CONNECTION_STATUSES.join(', '));
    return before;
  }

  /** Notes that a record is skipped, since a field of it is not what was expected. */
  skip(record: unknown, field: string, value: unknown, expected: Part): void {
    const kind = this.isOfChanges ? 'change' : KIND_OF_LIST.get(this.path.at(-2))!;
    this.log.skip(kind, record, { path: this.pathOf(field), value, expected });
  }

  /** Notes that the current record, a location, has no position that a map could use. */
  leaveOut(id: string, { latitude, longitude }: Fields): void {
    const { field, ...problem } = positionProblem(latitude, longitude);
    this.log.leaveOut(id, { path: this.pathOf(field), ...problem });
  }

  /** Notes that a field of the current record is not what was expected. */
  problem(field: string, value: unknown, expected: Part): void {
    this.log.add(this.pathOf(field), value, expected);
  }

  /** Notes that a field of the current record is a word that is in no table. */
  unknownWord(field: 'status' | 'deploymentState', word: string, expected: Part): void {
    this.log.addUnknownWord(field, word, expected, () => this.pathOf(field));
  }

  private pathOf(field: string): string {
    let path = '';
    for (const step of field === '' ? this.path : [...this.path, field]) {
      path += typeof step === 'number' ? `[${step}]` : path === '' ? step : `.${step}`;
    }
    return path;
  }
}
