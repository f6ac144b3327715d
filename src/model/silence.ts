import { boundOf } from './last-message.js';
import { troubleStatuses } from './trouble.js';

/** The stations that have sent no message for long (R26), whatever buckets a host has set. */
export interface Silence {
  /** What they are called together, as `under-24h` names those before them: `over-24h`. */
  status: string;
  /** The last-message statuses that they have. */
  statuses: string[];
  /** For how long at least, in milliseconds: a day, or the bound that comes next to it. */
  after: number;
}

/**
 * R26: which of the last-message statuses are those of stations that have been silent for a day or more.
 * @param statuses all of them, in their order
 * @returns undefined where none has such a bound
 */
export function silenceOf(statuses: readonly string[]): Silence | undefined {
  const silent = troubleStatuses('last-message', statuses);
  const [first] = silent;
  if (first === undefined) return undefined;
  const before = statuses[statuses.indexOf(first) - 1]!;
  return { status: before.replace('under-', 'over-'), statuses: silent, after: boundOf(before)! };
}
