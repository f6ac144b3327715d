import { shown } from '../../model/fields.js';
import type { Problem } from '../../model/records.js';

/** How many problems are kept in full; a feed that is wrong throughout repeats itself. */
const KEPT = 100;

/** Where and why records could not be read: the total, and the first of them. */
export class ProblemLog {
  total = 0;
  readonly first: Problem[] = [];
  private readonly unknownWords = new Set<string>();

  /** Notes that `value`, which stood at `path`, is not what was expected. */
  add(path: string, value: unknown, expected: string): void {
    this.total++;
    if (this.first.length < KEPT)
      this.first.push({ path, message: `${path} is ${shown(value)}; expected ${expected}.` });
  }

  /** Notes a word that is in no table, once: a feed that uses it does so in thousands of records. */
  addUnknownWord(field: string, word: string, expected: string, path: () => string): void {
    const key = `${field} ${word.toLowerCase()}`;
    if (this.unknownWords.has(key)) return;
    this.unknownWords.add(key);
    this.add(path(), word, expected);
  }

  /** Takes over what was noted elsewhere. */
  addAll(problems: readonly Problem[]): void {
    this.total += problems.length;
    this.first.push(...problems.slice(0, Math.max(0, KEPT - this.first.length)));
  }
}
