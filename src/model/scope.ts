import type { Facet } from './questions.js';
import type { Scope } from './records.js';

/** What a network can be narrowed by, in the order in which a reader is offered it (R32). */
export const FACETS: readonly Facet[] = ['country', 'operator'];

/** A scope's alternatives as a list; undefined where it does not narrow. */
export function listOf(value: string | string[] | undefined): string[] | undefined {
  return value === undefined ? undefined : [value].flat();
}

/** What is in both of two scopes: `undefined` is the whole network. */
export function intersection(one: Scope | undefined, other: Scope | undefined): Scope | undefined {
  if (!one || !other) return one ?? other;
  const both: Scope = {};
  for (const facet of FACETS) {
    const [mine, theirs] = [listOf(one[facet]), listOf(other[facet])];
    const values = mine && theirs ? mine.filter(value => theirs.includes(value)) : (mine ?? theirs);
    if (values) both[facet] = values;
  }
  return both;
}
