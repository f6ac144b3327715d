import { expect } from 'chai';

import type { Scope } from '../../src/model/records.js';
import { intersection } from '../../src/model/scope.js';

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
