import { expect } from 'chai';
import fc from 'fast-check';

import { MINIMUM_ANGLE, donutAngles } from '../../../src/render/shared/donut.js';

const TURN = 2 * Math.PI;
const counts = fc.array(fc.nat({ max: 100_000 }), { minLength: 1, maxLength: 6 });

describe('a donut', () => {
  it('R15: fills the whole turn, whatever the counts', () => {
    fc.assert(
      fc.property(counts, values => {
        const angles = donutAngles(values);
        const sum = angles.reduce((total, { start, end }) => total + end - start, 0);
        expect(sum).to.be.closeTo(values.some(Boolean) ? TURN : 0, 1e-9);
      }),
    );
  });

  it('R15: shows one fault among ten thousand', () => {
    const [, faulted] = donutAngles([9_999, 1]);
    expect(faulted!.end - faulted!.start).to.be.closeTo(MINIMUM_ANGLE, 1e-9);
    fc.assert(
      fc.property(counts, values => {
        for (const { start, end } of donutAngles(values))
          expect(end - start).to.be.least(MINIMUM_ANGLE - 1e-9);
      }),
    );
  });

  it('R15: keeps proportions where no slice is tiny', () => {
    const angles = donutAngles([1, 2, 1]).map(({ start, end }) => (end - start) / TURN);
    expect(angles.map(share => +share.toFixed(9))).to.deep.equal([0.25, 0.5, 0.25]);
  });

  it('R15: gives equal slices where there is no room for the smallest angle in each', () => {
    const angles = donutAngles([9, 1, 5, 1], TURN / 2).map(({ start, end }) => (end - start) / TURN);
    expect(angles.map(share => +share.toFixed(9))).to.deep.equal([0.25, 0.25, 0.25, 0.25]);
  });

  it('R15: never makes a smaller count the larger slice', () => {
    fc.assert(
      fc.property(counts, values => {
        const angles = donutAngles(values);
        for (const one of angles) {
          for (const other of angles) {
            if (values[one.index]! <= values[other.index]!) continue;
            expect(one.end - one.start).to.be.least(other.end - other.start - 1e-9);
          }
        }
      }),
    );
  });

  it('R22: keeps the fixed order and draws no slice for a status with nothing in it', () => {
    fc.assert(
      fc.property(counts, values => {
        const present = values.flatMap((value, index) => (value > 0 ? [index] : []));
        expect(donutAngles(values).map(({ index }) => index)).to.deep.equal(present);
      }),
    );
  });
});
