import { expect } from 'chai';

import { deploymentStateOf } from '../../src/model/deployment.js';

const cases: [stated: string | null | undefined, expected: string][] = [
  [undefined, 'production'],
  [null, 'production'],
  ['production', 'production'],
  ['stock', 'stock'],
  ['deprecated', 'deprecated'],
  ['in repair', 'in repair'],
];

describe('the deployment state of a station', () => {
  for (const [stated, expected] of cases) {
    it(`R2: is ${expected} where the host states ${stated}`, () => {
      expect(deploymentStateOf(stated)).to.equal(expected);
    });
  }
});
