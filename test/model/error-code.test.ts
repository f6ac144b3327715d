import { expect } from 'chai';

import { errorCodeOf } from '../../src/model/error-code.js';

const codes: [given: string | undefined, expected: string | undefined][] = [
  ['GroundFailure', 'GroundFailure'],
  ['NoError', undefined],
  ['NOERROR', undefined],
  ['', undefined],
  [undefined, undefined],
];

describe('an error code', () => {
  for (const [given, expected] of codes) {
    it(`R27: is ${expected ?? 'none'} where ${JSON.stringify(given)} is stated`, () => {
      expect(errorCodeOf(given)).to.equal(expected);
    });
  }
});
