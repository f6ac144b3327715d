import type { Problems } from '../model/problems.js';
import type { Problem } from '../model/records.js';

/** How many are told: a stream that is wrong throughout repeats itself under ever new names. */
const MOST = 100;

/** What was pushed and not understood: told once a path. */
export class PushedProblems {
  private readonly byPath = new Map<string, Problem>();

  /** Returns whether it is new. */
  add(problem: Problem): boolean {
    if (this.byPath.has(problem.path) || this.byPath.size >= MOST) return false;
    this.byPath.set(problem.path, problem);
    return true;
  }

  /** These, before the engine's own. */
  with(problems: Problems | undefined): Problems | undefined {
    if (this.byPath.size === 0) return problems;
    const { total = 0, first = [] } = problems ?? {};
    return { ...problems, total: this.byPath.size + total, first: [...this.byPath.values(), ...first] };
  }
}
