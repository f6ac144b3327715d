import { expect } from 'chai';
import fc from 'fast-check';

import { toMercator } from '../../../src/model/mercator.js';
import { smallestZoom, toScreen, worldSizeAt } from '../../../src/render/map/projection.js';

describe('where a place stands on the map', () => {
  it('is known for the corners and the middle of the world', () => {
    expect(toMercator(0, 0)).to.deep.equal({ x: 0.5, y: 0.5 });
    expect(toMercator(-180, 90).x).to.equal(0);
    expect(toMercator(-180, 90).y).to.be.closeTo(0, 1e-6);
    expect(toMercator(180, -90).y).to.be.closeTo(1, 1e-6);
  });

  it('R15: is within half a world of the centre, also across the antimeridian', () => {
    const longitudes = fc.double({ min: -180, max: 180, noNaN: true });
    fc.assert(
      fc.property(longitudes, longitudes, (longitude, centre) => {
        const view = { ...toMercator(centre, 0), worldSize: 512, width: 512, height: 400 };
        const { x } = toScreen(toMercator(longitude, 0), view);
        expect(x).to.be.within(-1e-6, 512 + 1e-6);
      }),
    );
    const fiji = { ...toMercator(179, -17), worldSize: 512 * 8, width: 600, height: 400 };
    expect(toScreen(toMercator(-179, -17), fiji).x).to.be.closeTo(300 + (2 / 360) * 4096, 1e-6);
  });

  it('R15: is seen once: at the smallest zoom the world just fills the map', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 130, max: 4000 }),
        fc.integer({ min: 130, max: 4000 }),
        (width, height) => {
          expect(worldSizeAt(smallestZoom(width, height))).to.be.closeTo(Math.max(width, height), 1e-6);
        },
      ),
    );
    expect(smallestZoom(0, 0), 'a map without size').to.equal(-2);
  });
});
