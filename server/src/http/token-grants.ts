import { isFields, shown } from '../../../src/model/fields.js';
import type { Fields } from '../../../src/model/fields.js';
import { FACETS } from '../../../src/model/scope.js';
import type { Grant } from './access.js';

/** What is told of a list of grants that is not as expected: never a token. */
export class GrantsError extends Error {}

/** A header can carry it, and no request that carries none has it. */
const TOKEN = /^[\x21-\x7e]+$/;

const GRANT = ['scope', 'canWrite'];

function checkFields(given: unknown, known: readonly string[], path: string): Fields {
  if (!isFields(given)) throw new GrantsError(`${path} is ${shown(given)}; expected an object`);
  // A typing error would otherwise leave a scope out, and so grant everything.
  const strange = Object.keys(given).find(field => !known.includes(field));
  if (strange === undefined) return given;
  throw new GrantsError(`${path} has a field ${shown(strange)}; expected ${known.join(', ')}`);
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function checkGrant(given: unknown, path: string): void {
  const { scope, canWrite } = checkFields(given, GRANT, path);
  if (canWrite !== undefined && typeof canWrite !== 'boolean')
    throw new GrantsError(`${path}.canWrite is ${shown(canWrite)}; expected true or false`);
  if (scope === undefined) return;
  for (const [facet, values] of Object.entries(checkFields(scope, FACETS, `${path}.scope`)))
    if (!isText(values) && !(Array.isArray(values) && values.every(isText)))
      throw new GrantsError(
        `${path}.scope.${facet} is ${shown(values)}; expected a text, or a list of texts`,
      );
}

/**
 * Reads what tokens grant: `{ "token": { "scope": { "country": ["NL"] }, "canWrite": true } }`.
 * @throws GrantsError that says which is not as expected, by its place in the list
 */
export function readGrants(given: unknown): Record<string, Grant> {
  if (!isFields(given))
    throw new GrantsError(`it is ${shown(given)}; expected an object that has a grant for each token`);
  Object.entries(given).forEach(([token, grant], index) => {
    const path = `grant ${index + 1}`;
    if (!TOKEN.test(token))
      throw new GrantsError(
        `the token of ${path} is empty, or holds what no header carries; expected ASCII without spaces`,
      );
    checkGrant(grant, path);
  });
  return given as Record<string, Grant>;
}
