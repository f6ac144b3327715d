import { expect } from 'chai';

import { DEPLOYMENT_STATES, deploymentStateOf } from '../../src/model/deployment.js';

const cases: [stated: string | null | undefined, expected: string][] = [
  [undefined, 'production'],
  [null, 'production'],
  ['', 'production'],
  ['production', 'production'],
  ['Production', 'production'],
  ['PRODUCTION', 'production'],
  ['stock', 'stock'],
  ['Deprecated', 'deprecated'],
  ['In repair', 'in repair'],
];

describe('the deployment state of a station', () => {
  for (const [stated, expected] of cases) {
    it(`R2: is ${expected} where the host states ${JSON.stringify(stated)}`, () => {
      expect(deploymentStateOf(stated)).to.equal(expected);
    });
  }

  it('R2: is one of three, of which only production is counted', () => {
    expect(DEPLOYMENT_STATES).to.deep.equal(['production', 'stock', 'deprecated']);
  });
});
