import { expect } from 'chai';

import { DAY, HOUR } from '../../../src/model/time.js';
import { curvePath } from '../../../src/render/shared/curve-path.js';

const NOW = Date.UTC(2026, 0, 15, 12);

/** The corners of the curve of numbers at these times ago. */
function corners(numbers: [ago: number, number: number][]): [x: number, y: number][] {
  const path = curvePath(
    numbers.map(([ago, number]) => ({ at: NOW - ago, number })),
    NOW,
  );
  return [...(path ?? '').matchAll(/[ML]([\d.]+),([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
}

const curves: [what: string, numbers: [ago: number, number: number][], expected: [x: number, y: number][]][] =
  [
    ['nothing', [], []],
    ['one number', [[HOUR, 5]], []],
    [
      'a rise, from the bottom to the top',
      [
        [DAY, 100],
        [DAY / 2, 150],
        [0, 200],
      ],
      [
        [2, 18],
        [50, 10],
        [98, 2],
      ],
    ],
    [
      'half a day, at the right',
      [
        [DAY / 2, 200],
        [0, 100],
      ],
      [
        [50, 2],
        [98, 18],
      ],
    ],
    [
      'numbers that stay, in the middle',
      [
        [DAY, 1000],
        [0, 1000],
      ],
      [
        [2, 10],
        [98, 10],
      ],
    ],
    [
      '1 more in 20,000, which is nearly level',
      [
        [DAY, 20_000],
        [0, 20_001],
      ],
      [
        [2, 10],
        [98, 10],
      ],
    ],
    [
      '1 more than none, a quarter of the height',
      [
        [DAY, 0],
        [0, 1],
      ],
      [
        [2, 18],
        [98, 14],
      ],
    ],
    [
      'none that stay, at the bottom',
      [
        [DAY, 0],
        [0, 0],
      ],
      [
        [2, 18],
        [98, 18],
      ],
    ],
    [
      '200 more in 20,000, half the height around the middle',
      [
        [DAY, 19_800],
        [0, 20_000],
      ],
      [
        [2, 14],
        [98, 6],
      ],
    ],
  ];

describe('a curve', () => {
  for (const [what, numbers, expected] of curves) {
    it(`R28: shows ${what}`, () => {
      expect(corners(numbers)).to.deep.equal(expected);
    });
  }

  it('R28: stays in its box, whatever the numbers', () => {
    for (const scale of [1, 3, 1e3, 1e6]) {
      const numbers = Array.from({ length: 289 }, (_, index): [number, number] => [
        (DAY * (288 - index)) / 288,
        Math.floor(scale * Math.abs(Math.sin(index))),
      ]);
      const drawn = corners(numbers);
      expect(drawn).to.have.length(289);
      expect(drawn.every(([x, y]) => x >= 2 && x <= 98 && y >= 2 && y <= 18)).to.equal(true);
    }
  });
});
