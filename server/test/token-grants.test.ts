import { expect } from 'chai';

import { GrantsError, readGrants } from '../src/http/token-grants.js';

describe('what tokens grant', () => {
  it('is read from a file of tokens', () => {
    const grants = {
      all: { canWrite: true },
      dutch: { scope: { country: ['NL'] } },
      one: { scope: { country: 'NL', operator: 'Acme' }, canWrite: false },
      none: { scope: { country: [] } },
    };
    expect(readGrants(grants)).to.deep.equal(grants);
  });

  // Each of them granted everything.
  for (const [given, message] of [
    [{ secret: { country: ['NL'] } }, 'grant 1 has a field "country"; expected scope, canWrite'],
    [
      { secret: { scope: { countries: ['NL'] } } },
      'grant 1.scope has a field "countries"; expected country, operator',
    ],
    [{ secret: { scope: 'NL' } }, 'grant 1.scope is "NL"; expected an object'],
    [{ secret: { scope: null } }, 'grant 1.scope is null; expected an object'],
    [{ secret: 'NL' }, 'grant 1 is "NL"; expected an object'],
    [{ secret: { canWrite: 'no' } }, 'grant 1.canWrite is "no"; expected true or false'],
    [
      { a: {}, secret: { scope: { country: [1] } } },
      'grant 2.scope.country is an array of 1; expected a text, or a list of texts',
    ],
    [{ '': {} }, 'the token of grant 1 is empty'],
    [{ 'a secret': {} }, 'holds what no header carries'],
    [['secret'], 'it is an array of 1; expected an object that has a grant for each token'],
    [null, 'it is null; expected an object'],
  ] as const)
    it(`says of ${JSON.stringify(given)} what was expected, and no token`, () => {
      expect(() => readGrants(given))
        .to.throw(GrantsError, message)
        .with.property('message')
        .not.include('secret');
    });
});
