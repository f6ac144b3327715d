import { expect } from 'chai';

import { unitOfLength } from '../../../src/render/map/unit-of-length.js';

const CASES: [language: string, unit: string][] = [
  ['', 'metric'],
  ['en', 'metric'],
  ['nl', 'metric'],
  ['en-NL', 'metric'],
  ['en-US', 'imperial'],
  ['en-us', 'imperial'],
  ['es-Latn-US', 'imperial'],
  ['en-GB', 'imperial'],
  ['en-GB-oxendict', 'imperial'],
  ['sr-Latn', 'metric'],
  ['de-CH-1996', 'metric'],
  ['not a language', 'metric'],
];

describe('the unit of a map scale', () => {
  for (const [language, unit] of CASES)
    it(`is ${unit} where the language is "${language}"`, () => {
      expect(unitOfLength(language)).to.equal(unit);
    });
});
