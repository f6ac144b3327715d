import { expect } from 'chai';
import fc from 'fast-check';

import { advanceClock, jumpClock, readClock, startClock } from '../../src/model/clock.js';
import type { NetworkClock } from '../../src/model/clock.js';
import { HOUR, MINUTE, SECOND } from '../../src/model/time.js';

const AS_OF = Date.UTC(2026, 5, 7, 12);
const moments = fc.integer({ min: AS_OF - 100 * HOUR, max: AS_OF + 100 * HOUR });

describe("the network's clock", () => {
  it('R10: starts at the asOf of the snapshot and runs on, on a page whose clock is a day slow', () => {
    const pageNow = AS_OF - 24 * HOUR;
    const clock = startClock(AS_OF, pageNow);
    expect(readClock(clock, pageNow)).to.equal(AS_OF);
    expect(readClock(clock, pageNow + HOUR)).to.equal(AS_OF + HOUR);
  });

  it('R10: moves forward to a newer asOf', () => {
    const clock = advanceClock(startClock(AS_OF, 1000), AS_OF + HOUR, 2000);
    expect(readClock(clock, 2000)).to.equal(AS_OF + HOUR);
  });

  it('R10: stays as it is with an older asOf', () => {
    const clock = startClock(AS_OF, 1000);
    expect(advanceClock(clock, AS_OF - HOUR, 1000)).to.equal(clock);
  });

  it('R10: never goes back, whatever asOfs come', () => {
    fc.assert(
      fc.property(moments, fc.array(fc.tuple(moments, fc.nat(HOUR)), { maxLength: 20 }), (start, changes) => {
        let pageNow = 0;
        let clock = startClock(start, pageNow);
        for (const [asOf, passed] of changes) {
          const before = readClock(clock, pageNow);
          pageNow += passed;
          clock = advanceClock(clock, asOf, pageNow);
          expect(readClock(clock, pageNow)).to.equal(Math.max(before + passed, asOf));
        }
      }),
    );
  });
});

/** Data that comes after the wall clock jumped eight hours ahead at 0: when it comes by the monotonic clock, and how much newer it is. */
type Came = readonly [at: number, newer: number];
const SLEPT = 8 * HOUR;

const afterJump: [title: string, data: readonly Came[], isSleep: boolean][] = [
  ['no newer data', [], true],
  ['data as new as the wall clock says', [[SECOND, SLEPT]], true],
  ['data newer than that', [[SECOND, SLEPT + HOUR]], true],
  ['data a minute older than that', [[SECOND, SLEPT - MINUTE]], true],
  ['data as new as the monotonic clock says, once', [[20 * SECOND, 20 * SECOND]], true],
  [
    'such data twice in less than a minute',
    [
      [20 * SECOND, 20 * SECOND],
      [70 * SECOND, 70 * SECOND],
    ],
    true,
  ],
  [
    'such data for a minute',
    [
      [20 * SECOND, 20 * SECOND],
      [80 * SECOND, 80 * SECOND],
    ],
    false,
  ],
  [
    'such data for an hour, every quarter',
    [0.25, 0.5, 0.75, 1].map(at => [at * HOUR, at * HOUR] as const),
    false,
  ],
  [
    'a stream that catches up on what it missed',
    [1, 2, 3, 4, 5].map(at => [at * MINUTE, at * HOUR] as const),
    true,
  ],
  [
    'a copy of the data that hardly gets newer',
    [
      [SECOND, SECOND],
      [5 * MINUTE, 10 * SECOND],
    ],
    true,
  ],
  [
    'a stream that catches up, then data of now',
    [
      [SECOND, SECOND],
      [2 * MINUTE, 4 * HOUR],
      [3 * MINUTE, SLEPT + 3 * MINUTE],
    ],
    true,
  ],
];

describe('a wall clock that jumps ahead of the monotonic one', () => {
  for (const [title, data, isSleep] of afterJump) {
    it(`R10: ${isSleep ? 'counts as a sleep' : 'was set, which changes nothing,'} with ${title}`, () => {
      let clock: NetworkClock = jumpClock(startClock(AS_OF, 0), SLEPT);
      expect(readClock(clock, 0), 'at once').to.equal(AS_OF + SLEPT);
      for (const [at, newer] of data) clock = advanceClock(clock, AS_OF + newer, at);
      const expected = Math.max(
        AS_OF + (isSleep ? SLEPT : 0),
        ...data.map(([at, newer]) => AS_OF + newer - at),
      );
      expect(readClock(clock, 0)).to.equal(expected);
    });
  }

  it('R10: counts as one with the jump before it, of which nothing is known yet', () => {
    const clock = jumpClock(jumpClock(startClock(AS_OF, 0), HOUR), HOUR);
    expect(readClock(clock, 0)).to.equal(AS_OF + 2 * HOUR);
    const early = advanceClock(clock, AS_OF + SECOND, SECOND);
    expect(readClock(advanceClock(early, AS_OF + 2 * MINUTE, 2 * MINUTE), 0)).to.equal(AS_OF);
  });
});
