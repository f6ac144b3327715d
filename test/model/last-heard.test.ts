import { expect } from 'chai';

import { lastHeardAt } from '../../src/model/last-heard.js';

const NOW = Date.UTC(2026, 5, 7, 12);

const cases: [title: string, before: number, stated: number, ahead: number, expected: number][] = [
  ['for the first time', NaN, NOW - 5, 0, NOW - 5],
  ['never, and nothing is stated', NaN, NaN, 0, NaN],
  ['later', NOW - 10, NOW - 5, 0, NOW - 5],
  ['earlier, which undoes nothing', NOW - 5, NOW - 10, 0, NOW - 5],
  ['and nothing is stated', NOW - 5, NaN, 0, NOW - 5],
  ['in the future, which is now', NOW - 5, NOW + 50, 0, NOW],
  ['for the first time in the future', NaN, NOW + 50, 0, NOW],
  ['in the same future again, which is no news', NOW - 5, NOW + 50, NOW + 50, NOW - 5],
  ['at a moment that was in the future when it was stated first', NOW - 50, NOW - 5, NOW - 5, NOW - 50],
  ['in another future', NOW - 5, NOW + 60, NOW + 50, NOW],
  ['lately, after a moment in the future', NOW - 5, NOW - 1, NOW + 50, NOW - 1],
  ['at the first moment of 1970', NaN, 0, 0, 0],
];

describe('when a station was last heard of', () => {
  for (const [title, before, stated, ahead, expected] of cases) {
    it(`R4: is known when it is heard of ${title}`, () => {
      expect(lastHeardAt(before, stated, ahead, NOW)).to.deep.equal(expected);
    });
  }
});
