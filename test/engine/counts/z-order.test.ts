import { expect } from 'chai';
import fc from 'fast-check';

import { zOrder } from '../../../src/engine/counts/z-order.js';

const degrees = (limit: number) => fc.double({ min: -limit, max: limit, noNaN: true });
const points = fc.array(fc.tuple(degrees(180), degrees(90)), { maxLength: 300 });

function orderOf(list: readonly [longitude: number, latitude: number][]): number[] {
  return [
    ...zOrder(
      list.map(([longitude]) => longitude),
      list.map(([, latitude]) => latitude),
    ),
  ];
}

describe('the Z-order of points', () => {
  it('holds each point once, those of one place in their own order', () => {
    fc.assert(
      fc.property(points, list => {
        const twice = [...list, ...list];
        const order = orderOf(twice);
        expect([...order].sort((a, b) => a - b)).to.deep.equal(twice.map((_, index) => index));
        const place = new Map(order.map((point, index) => [point, index]));
        list.forEach((_, index) => expect(place.get(index)).to.be.below(place.get(index + list.length)!));
      }),
    );
  });

  it('goes through the quarters of the world one after the other, and so through those of each', () => {
    const corners: [number, number][] = [
      [-179, 84],
      [-1, 84],
      [-179, 1],
      [-1, 1],
    ];
    const world = [...corners, ...corners.map(([x, y]): [number, number] => [x + 180, y])];
    const south = world.map(([x, y]): [number, number] => [x, -y]);
    const list = [
      ...world,
      ...south.slice(2, 4),
      ...south.slice(0, 2),
      ...south.slice(6),
      ...south.slice(4, 6),
    ];
    expect(orderOf([...list].reverse()).map(index => list.length - 1 - index)).to.deep.equal(
      list.map((_, index) => index),
    );
  });

  it('takes the ends of the world, and no points at all', () => {
    expect(orderOf([])).to.deep.equal([]);
    expect(
      orderOf([
        [180, -90],
        [-180, 90],
        [180, 90],
      ]).slice(0, 1),
    ).to.deep.equal([1]);
  });
});
