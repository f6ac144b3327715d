import { expect } from 'chai';
import fc from 'fast-check';

import { reachOf } from '../../../src/render/map/marker-size.js';
import { highestBeside, placeBeside } from '../../../src/render/map/place-beside.js';

const PIN = reachOf(true, 17);

describe('a popup', () => {
  const cases = [
    { side: 'above', name: 'where there is room', at: { x: 160, y: 250 }, map: { width: 320, height: 300 } },
    {
      side: 'below',
      name: 'where there is none above',
      at: { x: 160, y: 60 },
      map: { width: 320, height: 300 },
    },
    {
      side: 'right',
      name: 'where there is room beside it alone',
      at: { x: 80, y: 90 },
      map: { width: 600, height: 160 },
    },
    {
      side: 'left',
      name: 'where only that is left',
      at: { x: 560, y: 90 },
      map: { width: 600, height: 160 },
    },
  ] as const;
  for (const { side, name, at, map } of cases) {
    it(`R17: stands ${side} its pin, ${name}`, () => {
      const placed = placeBeside(at, PIN, { width: 200, height: 120 }, map);
      expect(placed.side).to.equal(side);
      expect(placed.shift).to.deep.equal({ x: 0, y: 0 });
    });
  }

  const maps = fc.record({
    width: fc.integer({ min: 200, max: 3840 }),
    height: fc.integer({ min: 150, max: 1200 }),
  });
  const sizes = fc.record({
    width: fc.integer({ min: 60, max: 340 }),
    height: fc.integer({ min: 20, max: 700 }),
  });
  const share = fc.double({ min: 0, max: 1, noNaN: true });

  /** A popup as the map's styles and its map let it be. */
  function fitted(popup: { width: number; height: number }, map: { width: number; height: number }) {
    const width = Math.min(popup.width, map.width - 16);
    return { width, height: Math.min(popup.height, highestBeside(PIN, width, map)) };
  }

  it('R17: is inside the map, points to its pin and never covers it, once the map has moved as it asks', () => {
    fc.assert(
      fc.property(sizes, maps, share, share, (wanted, map, across, down) => {
        const popup = fitted(wanted, map);
        const before = { x: across * map.width, y: down * map.height };
        const { shift } = placeBeside(before, PIN, popup, map);
        const at = { x: before.x + shift.x, y: before.y + shift.y };
        const { left, top, tip, shift: more } = placeBeside(at, PIN, popup, map);
        expect(Math.hypot(more.x, more.y), 'it does not ask twice').to.be.below(1e-9);
        const [right, bottom] = [left + popup.width, top + popup.height];
        const isInside = left >= 8 && top >= 8 && right <= map.width - 8 && bottom <= map.height - 8;
        expect(isInside, 'inside').to.equal(true);
        const head = { x: at.x, y: at.y - Math.SQRT2 * 17 };
        const square = Math.SQRT2 * 17;
        const isClear =
          right < head.x - square || left > head.x + square || bottom < head.y - square || top > at.y;
        expect(isClear, 'clear of the square around its pin').to.equal(true);
        const fromHead = Math.hypot(tip.x - head.x, tip.y - head.y) - 17;
        const fromTip = Math.hypot(tip.x - at.x, tip.y - at.y);
        expect(Math.min(fromHead, fromTip)).to.be.within(2, 8);
      }),
    );
  });

  it('R17: stays inside the map where its pin has left it', () => {
    const away = fc.integer({ min: -5000, max: 5000 });
    fc.assert(
      fc.property(sizes, maps, away, away, (wanted, map, x, y) => {
        const popup = fitted(wanted, map);
        const { left, top } = placeBeside({ x, y }, PIN, popup, map);
        expect(left).to.be.within(8, map.width - popup.width - 8);
        expect(top).to.be.within(8, map.height - popup.height - 8);
      }),
    );
  });
});
