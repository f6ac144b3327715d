import { expect } from 'chai';

import { placeTooltip } from '../../../src/render/shared/place-tooltip.js';
import type { TooltipSide } from '../../../src/render/shared/place-tooltip.js';

const SIZE = { width: 200, height: 80 };
const VIEWPORT = { width: 1000, height: 600 };

const UPRIGHT: [TooltipSide, ...TooltipSide[]] = ['above', 'below', 'right', 'left'];
const LEVEL: [TooltipSide, ...TooltipSide[]] = ['right', 'left', 'below', 'above'];

type Box = [left: number, top: number, width: number, height: number];

const cases: [where: string, target: Box, sides: typeof UPRIGHT, left: number, top: number][] = [
  ['above, in the middle', [480, 300, 40, 40], UPRIGHT, 400, 214],
  ['below what is at the top', [480, 20, 40, 40], UPRIGHT, 400, 66],
  ['above, moved in from the right edge', [950, 300, 40, 40], UPRIGHT, 792, 214],
  ['above, moved in from the left edge', [0, 300, 40, 40], UPRIGHT, 8, 214],
  ['right of a row', [100, 300, 300, 40], LEVEL, 406, 280],
  ['left of a row at the right edge', [700, 300, 300, 40], LEVEL, 494, 280],
  ['below a row as wide as the viewport', [10, 300, 980, 40], LEVEL, 400, 346],
  ['above such a row at the bottom', [10, 550, 980, 40], LEVEL, 400, 464],
  ['right of what is as high as the viewport', [100, 0, 300, 600], UPRIGHT, 406, 260],
  ['inside the viewport where no side has room', [0, 0, 1000, 600], UPRIGHT, 400, 8],
];

describe('a tooltip', () => {
  for (const [where, [left, top, width, height], sides, ...corner] of cases) {
    it(`stands ${where}`, () => {
      const place = placeTooltip({ left, top, width, height }, SIZE, VIEWPORT, sides);
      expect([place.left, place.top]).to.deep.equal(corner);
    });
  }
});
