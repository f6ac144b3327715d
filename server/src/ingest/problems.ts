import type { Problems } from '../../../src/model/problems.js';
import type { Problem } from '../../../src/model/records.js';
import { DEPLOYMENT_STATE, STATION_STATUS_WORD, STATUS_WORD } from '../../../src/engine/store/store.js';

/** How many problems of a kind are kept. */
const KEPT = 100;

/** What a word that is in no table is told by, wherever it stood: it is one problem, however often it came. */
function wordOf({ path, message }: Problem): string | undefined {
  const isWord = [DEPLOYMENT_STATE, STATION_STATUS_WORD, STATUS_WORD].some(expected =>
    message.includes(expected.message),
  );
  return isWord ? message.slice(path.length).toLowerCase() : undefined;
}

/** Problems of one part of the data after those of another. */
export function mergedProblems(one: Problems | undefined, other: Problems): Problems {
  if (!one) return other;
  const first: Problem[] = [...one.first];
  const keyOf = (problem: Problem) => wordOf(problem) ?? problem.message;
  const places = new Map(first.map((problem, index) => [keyOf(problem), index]));
  let total = one.total + other.total;
  for (const problem of other.first) {
    const known = places.get(keyOf(problem));
    if (known !== undefined) {
      const before = first[known]!;
      first[known] = { ...before, count: (before.count ?? 1) + (problem.count ?? 1) };
      // A word is one problem, wherever it stands; what else is said in the same words came again.
      if (wordOf(problem) !== undefined) total--;
    } else if (first.filter(({ skipped }) => !skipped === !problem.skipped).length < KEPT) {
      places.set(keyOf(problem), first.push(problem) - 1);
    }
  }
  const skipped = { ...one.skipped! };
  for (const kind of Object.keys(skipped) as (keyof typeof skipped)[]) skipped[kind] += other.skipped![kind];
  return { total, first, skipped, readInPart: (one.readInPart ?? 0) + (other.readInPart ?? 0) };
}
