import { isSame } from './fields.js';
import type { Scope, StationFilter } from './records.js';
import { FACETS, listOf } from './scope.js';

/** What a reader narrows a list to, on top of its filter (R27, R32). */
export interface ListNarrowing {
  country?: string;
  operator?: string;
  /** In trouble for longer than this: seconds. */
  troubleFor?: number;
}

/** The filter of what is left of a list. */
export function narrowedFilter(filter: StationFilter, narrowing: ListNarrowing): StationFilter {
  const narrowed = { ...filter };
  for (const facet of FACETS) {
    const value = narrowing[facet];
    if (value !== undefined) narrowed[facet] = [value];
  }
  if (narrowing.troubleFor !== undefined) narrowed.troubleFor = narrowing.troubleFor;
  return narrowed;
}

/**
 * Takes a narrowed filter apart again: what a reader can choose is narrowing, but for the one value that a scope around the list leaves.
 */
export function splitFilter(
  narrowed: StationFilter,
  scope: Scope = {},
): { filter: StationFilter; narrowing: ListNarrowing } {
  const { troubleFor, ...filter } = narrowed;
  const narrowing: ListNarrowing = troubleFor === undefined ? {} : { troubleFor };
  for (const facet of FACETS) {
    const values = filter[facet];
    const scoped = listOf(scope[facet]);
    if (values?.length !== 1 || isSame(values, scoped)) continue;
    narrowing[facet] = values[0]!;
    filter[facet] = scoped;
  }
  // Undefined has no place in plain data.
  return { filter: JSON.parse(JSON.stringify(filter)) as StationFilter, narrowing };
}
