import { expect } from 'chai';
import { arc } from 'd3-shape';
import fc from 'fast-check';

import { MINIMUM_ANGLE, donutAngles, slicePath } from '../../../src/render/shared/donut.js';

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

  it("R15: outlines a slice as d3's arc does", () => {
    const angle = fc.double({ min: 0, max: TURN, noNaN: true });
    const numbersOf = (path: string) => path.match(/-?[\d.]+/g)!.map(Number);
    fc.assert(
      fc.property(angle, angle, fc.integer({ min: 8, max: 96 }), (one, other, outer) => {
        const [start, end] = [Math.min(one, other), Math.max(one, other)];
        fc.pre(end - start > 0.01 && end - start < TURN - 0.01);
        const radii = { innerRadius: outer / 2, outerRadius: outer };
        const expected = arc().digits(2)({ startAngle: start, endAngle: end, ...radii })!;
        const own = slicePath({ index: 0, start, end }, outer, outer / 2);
        expect(own.replace(/[^A-Z]/g, '')).to.equal(expected.replace(/[^A-Z]/g, ''));
        const numbers = numbersOf(expected);
        numbersOf(own).forEach((number, at) => expect(number).to.be.closeTo(numbers[at]!, 0.011));
      }),
    );
  });

  it('R15: draws a single status as a full ring', () => {
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', slicePath(donutAngles([0, 7])[0]!, 20, 12));
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.append(path);
    document.body.append(svg);
    const { x, y, width, height } = path.getBBox();
    expect([x, y, width, height].map(Math.round)).to.deep.equal([-20, -20, 40, 40]);
    expect(path.isPointInFill(new DOMPoint(0, 0)), 'the hole is empty').to.equal(false);
    expect(path.isPointInFill(new DOMPoint(0, 16)), 'the ring is closed').to.equal(true);
    svg.remove();
  });
});
