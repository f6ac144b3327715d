import { isFields, isTexts, isUnset, shown } from './fields.js';
import type { Facet } from './questions.js';
import type { Scope } from './records.js';

/** What a network can be narrowed by, in the order in which a reader is offered it (R32). */
export const FACETS: readonly Facet[] = ['country', 'operator'];

/** A scope's alternatives as a list; undefined where it does not narrow. */
export function listOf(value: string | string[] | undefined): string[] | undefined {
  return value === undefined ? undefined : [value].flat();
}

/**
 * Reads what a host narrows to; what is unset narrows nothing.
 * @throws RangeError naming what cannot be read: shown in part, or whole, it would not be what was asked for
 */
export function readScope(value: unknown): Scope | undefined {
  if (isUnset(value)) return undefined;
  if (!isFields(value)) throw new RangeError(`scope is ${shown(value)}; expected {country, operator}.`);
  const scope: Scope = {};
  for (const [field, values] of Object.entries(value)) {
    const facet = FACETS.find(known => known === field);
    if (!facet) throw new RangeError(`scope has a field "${field}"; expected ${FACETS.join(', ')}.`);
    if (values == null) continue;
    if (typeof values !== 'string' && !isTexts(values))
      throw new RangeError(`scope.${field} is ${shown(values)}; expected text or a list of texts.`);
    scope[facet] = values;
  }
  return scope;
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
