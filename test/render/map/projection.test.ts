import { expect } from 'chai';
import fc from 'fast-check';

import { placeBeside } from '../../../src/render/map/place-beside.js';
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

describe('a popup', () => {
  const map = { width: 320, height: 300 };
  const pin = { above: 41, below: 0 };
  const cases = [
    {
      name: 'above, where there is room',
      at: { x: 160, y: 250 },
      size: { width: 200, height: 120 },
      side: 'above',
    },
    {
      name: 'below, where there is none above',
      at: { x: 160, y: 60 },
      size: { width: 200, height: 120 },
      side: 'below',
    },
    {
      name: 'on the roomier side, where neither has enough',
      at: { x: 160, y: 200 },
      size: { width: 200, height: 250 },
      side: 'above',
    },
  ] as const;
  for (const { name, at, size, side } of cases) {
    it(`R17: stands ${name}`, () => {
      expect(placeBeside(at, pin, size, map).side).to.equal(side);
    });
  }

  it('R17: stays inside the map, wherever its pin is, and off the pin where there is room', () => {
    const sizes = fc.record({
      width: fc.integer({ min: 40, max: 304 }),
      height: fc.integer({ min: 20, max: 284 }),
    });
    const places = fc.record({
      x: fc.integer({ min: -500, max: 800 }),
      y: fc.integer({ min: -500, max: 800 }),
    });
    fc.assert(
      fc.property(sizes, places, (size, at) => {
        const { left, top, side } = placeBeside(at, pin, size, map);
        expect(left).to.be.within(8, map.width - size.width - 8);
        expect(top).to.be.within(8, map.height - size.height - 8);
        const fits = side === 'above' ? at.y - 41 - 16 >= size.height : at.y + 16 + size.height <= map.height;
        if (fits && at.y >= 0 && at.y <= map.height) {
          expect(side === 'above' ? top + size.height <= at.y - 41 : top >= at.y).to.equal(true);
        }
      }),
    );
  });
});
