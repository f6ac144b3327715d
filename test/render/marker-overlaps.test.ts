import { expect } from 'chai';
import fc from 'fast-check';

import { coveredMiddles } from '../../src/render/marker-overlaps.js';

const disc = fc.record({
  x: fc.integer({ min: 0, max: 200 }),
  y: fc.integer({ min: 0, max: 100 }),
  radius: fc.integer({ min: 1, max: 40 }),
});

describe('which markers stand on which', () => {
  it('is told of any discs as by looking at each pair of them', () => {
    fc.assert(
      fc.property(fc.array(disc, { maxLength: 40 }), discs => {
        const pairwise = discs.map((lower, index) =>
          discs
            .slice(index + 1)
            .some(upper => Math.hypot(upper.x - lower.x, upper.y - lower.y) < upper.radius),
        );
        expect(coveredMiddles(discs)).to.deep.equal(pairwise);
      }),
    );
  });

  it('is told of none', () => {
    expect(coveredMiddles([])).to.deep.equal([]);
  });
});
