import { countSkipped, noneSkipped } from '../../model/problems.js';
import type { Problems } from '../../model/problems.js';
import type { Part } from '../../model/reason.js';
import { unexpected } from '../../model/record-reasons.js';
import type { Problem, RecordKind } from '../../model/records.js';

/** How many problems of a kind are kept in full; a feed that is wrong throughout repeats itself. */
const KEPT = 100;
/** How many words that are in no table are told apart. */
const WORDS = 1000;

/** A value that is not what was expected, and where it stood. */
export interface Unexpected {
  path: string;
  value: unknown;
  expected: Part;
}

function problemOf({ path, value, expected }: Unexpected): Problem {
  return unexpected(path, value, expected);
}

/** Where and why records could not be read: how many, and the first of them. */
export class ProblemLog {
  total = 0;
  private readInPart = 0;
  private readonly skipped = noneSkipped();
  private readonly kept: Problem[] = [];
  /** How often each of those kept came. */
  private readonly counts: number[] = [];
  private readonly room = { skipped: KEPT, readInPart: KEPT };
  /** Where those kept stand, by their messages. */
  private readonly places = new Map<string, number>();
  /** Where the first of each word stands among those kept; undefined where it is not kept. */
  private readonly words = new Map<string, number | undefined>();
  /** The first locations that were given no usable position, by their ids. */
  private readonly offMap = new Map<string, Problem>();

  /** The first, in the order in which they came. */
  get first(): Problem[] {
    return this.kept.map((problem, place) => {
      const count = this.counts[place]!;
      return count > 1 ? { ...problem, count } : problem;
    });
  }

  /** All that is known here, as plain data that does not change. */
  get summary(): Problems {
    const { total, first, skipped, readInPart } = this;
    return { total, first, skipped: { ...skipped }, readInPart };
  }

  /** Notes a value that is left out of a record that is read otherwise. */
  add(path: string, value: unknown, expected: Part): void {
    this.total++;
    this.readInPart++;
    this.keep(unexpected(path, value, expected));
  }

  /** Notes a record that is skipped for a value, with all that is in it. */
  skip(kind: RecordKind, record: unknown, unexpected: Unexpected): void {
    this.total++;
    countSkipped(this.skipped, kind, record);
    this.keep({ ...problemOf(unexpected), skipped: kind });
  }

  /**
   * Notes a word that is in no table; it is told once: a feed that uses it does so in thousands of records. A station whose deployment
   * state it is, is not counted.
   */
  addUnknownWord(
    field: 'status' | 'deploymentState',
    word: string,
    expected: Part,
    path: () => string,
  ): void {
    const isState = field === 'deploymentState';
    if (!isState) this.readInPart++;
    const key = `${field} ${word.toLowerCase()}`;
    if (this.words.has(key)) {
      const place = this.words.get(key);
      if (place !== undefined) this.counts[place]!++;
      return;
    }
    this.total++;
    const problem = unexpected(path(), word, expected);
    const place = this.keep(isState ? { ...problem, uncounted: true } : problem);
    if (this.words.size < WORDS) this.words.set(key, place);
  }

  /** Takes over what was noted elsewhere. */
  addAll(problems: readonly Problem[]): void {
    for (const problem of problems) {
      this.total++;
      if (problem.skipped) countSkipped(this.skipped, problem.skipped, undefined);
      else this.readInPart++;
      this.keep(problem);
    }
  }

  /** Notes that a location has no position that a map could use. */
  leaveOut(id: string, unexpected: Unexpected): void {
    if (this.offMap.size < KEPT || this.offMap.has(id)) this.offMap.set(id, problemOf(unexpected));
  }

  /** The first locations that were given no usable position, of those that are still without one. */
  firstLeftOut(isLeftOut: (id: string) => boolean): Problem[] {
    return [...this.offMap].filter(([id]) => isLeftOut(id)).map(([, problem]) => problem);
  }

  /** Keeps a problem where there is room; returns its place. */
  private keep(problem: Problem): number | undefined {
    const known = this.places.get(problem.message);
    if (known !== undefined) {
      this.counts[known]!++;
      return known;
    }
    const kind = problem.skipped ? 'skipped' : 'readInPart';
    if (this.room[kind] === 0) return undefined;
    this.room[kind]--;
    const place = this.kept.push(problem) - 1;
    this.counts.push(problem.count ?? 1);
    this.places.set(problem.message, place);
    return place;
  }
}
