import { expect } from 'chai';
import fc from 'fast-check';

import { isArrow, nearestTowards, outermost } from '../../../src/render/map/marker-neighbour.js';

interface Place {
  x: number;
  y: number;
}

const ARROWS = ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp'];

const places = fc.uniqueArray(
  fc.record({ x: fc.integer({ min: -600, max: 600 }), y: fc.integer({ min: -400, max: 400 }) }),
  { minLength: 2, maxLength: 60, selector: ({ x, y }) => `${x} ${y}` },
);

describe('where the keyboard leads from a marker', () => {
  const middle = { x: 0, y: 0 };

  for (const [key, nearest] of [
    ['ArrowRight', { x: 50, y: 10 }],
    ['ArrowLeft', { x: -80, y: 0 }],
    ['ArrowDown', { x: 10, y: 40 }],
    ['ArrowUp', { x: 0, y: -90 }],
  ] as const) {
    it(`${key} leads to the nearest that way`, () => {
      const others = [
        { x: 50, y: 10 },
        { x: 120, y: 0 },
        { x: -80, y: 0 },
        { x: 10, y: 40 },
        { x: 0, y: 200 },
        { x: 0, y: -90 },
      ];
      expect(nearestTowards(key, middle, [middle, ...others])).to.deep.equal(nearest);
    });
  }

  it('prefers what lies ahead to what is nearer and lies aside, and takes that where nothing lies ahead', () => {
    const [ahead, aside] = [
      { x: 100, y: 20 },
      { x: 5, y: 30 },
    ];
    expect(nearestTowards('ArrowRight', middle, [aside, ahead])).to.equal(ahead);
    expect(nearestTowards('ArrowRight', middle, [ahead, aside])).to.equal(ahead);
    expect(nearestTowards('ArrowRight', middle, [aside])).to.equal(aside);
  });

  it('leads nowhere where nothing lies that way', () => {
    expect(nearestTowards('ArrowRight', middle, [middle, { x: 0, y: 50 }, { x: -1, y: 0 }])).to.equal(
      undefined,
    );
  });

  it('arrow keys lead from every marker to every other, wherever they stand', () => {
    fc.assert(
      fc.property(places, (all: Place[]) => {
        for (const from of all) {
          const reached = new Set([from]);
          for (const each of reached) {
            for (const key of ARROWS) {
              const next = nearestTowards(key, each, all);
              if (next) reached.add(next);
            }
          }
          if (reached.size < all.length) return false;
        }
        return true;
      }),
      { numRuns: 300 },
    );
  });

  it('Home and End lead to the westernmost and the easternmost', () => {
    const [west, east] = [
      { x: -30, y: 9 },
      { x: 70, y: -5 },
    ];
    expect(outermost('Home', [middle, east, west])).to.equal(west);
    expect(outermost('End', [middle, east, west])).to.equal(east);
    expect(outermost('Enter', [middle])).to.equal(undefined);
    expect(ARROWS.every(isArrow)).to.equal(true);
    expect(isArrow('toString')).to.equal(false);
  });
});
