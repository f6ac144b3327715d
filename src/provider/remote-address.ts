import type { Scope } from '../model/records.js';
import { FACETS, listOf } from '../model/scope.js';

/** A value of a query: what is undefined is left out, a record or a list is JSON. */
export type QueryValue = string | number | boolean | object | undefined;

/** A scope as it is asked for: the same text for each way to write it, so that caches know it again. */
function scopeOf(scope: Scope | undefined): Scope | undefined {
  const narrowed: Scope = {};
  for (const facet of FACETS) {
    const values = listOf(scope?.[facet]);
    if (values) narrowed[facet] = [...new Set(values)].sort();
  }
  return Object.keys(narrowed).length > 0 ? narrowed : undefined;
}

/**
 * The URL of a question to a server (docs/protocol.md).
 * @param base of the server's answers; a query of its own goes with each question
 * @param path of the question, below it
 */
export function questionUrl(
  base: string,
  path: string,
  { scope, ...query }: Record<string, QueryValue> & { scope?: Scope } = {},
): string {
  const url = new URL(base);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${path}`;
  url.hash = '';
  for (const [name, value] of Object.entries({ ...query, scope: scopeOf(scope) })) {
    if (value === undefined) continue;
    url.searchParams.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value));
  }
  return url.href;
}
