import { expect } from 'chai';

import type { Scope } from '../../src/model/records.js';
import { intersection, readScope } from '../../src/model/scope.js';

const cases: [one: Scope | undefined, other: Scope | undefined, both: Scope | undefined][] = [
  [undefined, undefined, undefined],
  [{ country: 'NL' }, undefined, { country: 'NL' }],
  [undefined, { operator: ['North'] }, { operator: ['North'] }],
  [{ country: 'NL' }, { operator: 'North' }, { country: ['NL'], operator: ['North'] }],
  [{ country: ['NL', 'BE'] }, { country: ['BE', 'DE'] }, { country: ['BE'] }],
  [{ country: 'NL' }, { country: 'NL' }, { country: ['NL'] }],
  [{ country: 'NL' }, { country: 'DE', operator: [] }, { country: [], operator: [] }],
];

describe('what is in both of two scopes', () => {
  for (const [one, other, both] of cases) {
    it(`R32: of ${JSON.stringify(one)} and ${JSON.stringify(other)} is ${JSON.stringify(both)}`, () => {
      expect(intersection(one, other)).to.deep.equal(both);
    });
  }
});

describe('what a host narrows to', () => {
  for (const [given, scope] of [
    [undefined, undefined],
    [false, undefined],
    ['', undefined],
    [null, undefined],
    [{}, {}],
    [{ country: null, operator: undefined }, {}],
    [{ country: 'NL' }, { country: 'NL' }],
    [
      { country: ['NL', 'BE'], operator: [] },
      { country: ['NL', 'BE'], operator: [] },
    ],
  ] as const) {
    it(`R32: is ${JSON.stringify(scope)} where ${JSON.stringify(given)} is set`, () => {
      expect(readScope(given)).to.deep.equal(scope);
    });
  }

  for (const [given, message] of [
    ['NL', 'scope is "NL"; expected {country, operator}.'],
    [['NL'], 'scope is an array of 1; expected {country, operator}.'],
    [{ countries: ['NL'] }, 'scope has a field "countries"; expected country, operator.'],
    [{ country: 31 }, 'scope.country is 31; expected text or a list of texts.'],
    [{ operator: [7] }, 'scope.operator is an array of 1; expected text or a list of texts.'],
  ] as const) {
    it(`R32: is refused where ${message}`, () => {
      expect(() => readScope(given)).to.throw(RangeError, message);
    });
  }
});
