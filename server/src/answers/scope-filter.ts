import type { Scope } from '../../../src/model/records.js';
import { FACETS, listOf } from '../../../src/model/scope.js';
import { WHOLE } from '../database/schema.js';

/** A condition of a statement, and the values of its parameters, which are numbered from `first`. */
export interface Condition {
  text: string;
  values: unknown[];
}

/**
 * That a row's scope is within what is asked for; no condition where all is.
 * @param column that holds the scope's key
 * @param first number of the first parameter
 */
export function inScope(column: string, scope: Scope | undefined, first: number): Condition {
  const conditions: string[] = [];
  const values: unknown[] = [];
  for (const facet of FACETS) {
    const wanted = listOf(scope?.[facet]);
    if (!wanted) continue;
    conditions.push(`${facet} = ANY($${first + values.length}::text[])`);
    values.push(wanted);
  }
  if (conditions.length === 0) return { text: 'true', values };
  return { text: `${column} IN (SELECT key FROM scope WHERE ${conditions.join(' AND ')})`, values };
}

/**
 * That a cell is one of those which together hold what is asked for: each of its own scope, or that of all.
 * @param first number of the first parameter
 */
export function ofCells(scope: Scope | undefined, first: number): Condition {
  const { text, values } = inScope('scope', scope, first);
  return values.length > 0 ? { text, values } : { text: `scope = ${WHOLE}`, values };
}
