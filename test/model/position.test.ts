import { expect } from 'chai';
import fc from 'fast-check';

import { usablePosition } from '../../src/model/position.js';

const usable: [title: string, latitude: number, longitude: number, wrapped: number][] = [
  ['a city', 51.49994, 4.741793, 4.741793],
  ['a pole', 90, 0, 0],
  ['the equator', 0, 32.58, 32.58],
  ['the prime meridian', 51.48, 0, 0],
  ['the antimeridian from the west', -16.8, 180, 180],
  ['the antimeridian from the east', -16.8, -180, -180],
  ['a longitude past the antimeridian', -16.8, 190, -170],
  ['a longitude past it the other way', -16.8, -190, 170],
  ['a longitude of several turns', 10, 725, 5],
];

const unusable: [title: string, latitude: unknown, longitude: unknown][] = [
  ['exactly (0,0)', 0, 0],
  ['negative zeros', -0, -0],
  ['a latitude past the pole', 90.01, 4],
  ['a latitude and longitude that were swapped', 139.7, 35.7],
  ['no latitude', undefined, 4],
  ['a null longitude', 52, null],
  ['text', '52.1', '4.7'],
  ['NaN', NaN, 4],
  ['an infinite longitude', 52, Infinity],
];

describe('a position', () => {
  for (const [title, latitude, longitude, wrapped] of usable) {
    it(`R15: at ${title} is usable on a map`, () => {
      expect(usablePosition(latitude, longitude)).to.deep.equal({ latitude, longitude: wrapped });
    });
  }

  for (const [title, latitude, longitude] of unusable) {
    it(`R15: of ${title} is none`, () => {
      expect(usablePosition(latitude, longitude)).to.equal(undefined);
    });
  }

  it('R15: keeps its place on the globe when its longitude is wrapped', () => {
    const radians = (degrees: number) => (degrees * Math.PI) / 180;
    fc.assert(
      fc.property(fc.integer({ min: -2000, max: 2000 }), longitude => {
        const wrapped = usablePosition(45, longitude)!.longitude;
        expect(wrapped).to.be.within(-180, 180);
        expect(Math.cos(radians(wrapped))).to.be.closeTo(Math.cos(radians(longitude)), 1e-9);
        expect(Math.sin(radians(wrapped))).to.be.closeTo(Math.sin(radians(longitude)), 1e-9);
      }),
    );
  });
});
