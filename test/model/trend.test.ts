import { expect } from 'chai';

import type { Dimension, TrendPoint } from '../../src/model/records.js';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/model/time.js';
import { changeSince, pastOf } from '../../src/model/trend.js';
import type { Past } from '../../src/model/trend.js';

const NOW = Date.UTC(2026, 0, 15, 12, 3);
const ago = (time: number) => NOW - time;
const offlineAt = (at: number | string, offline: number): TrendPoint => ({
  at,
  counts: { connection: { offline } },
});

const numbersAgo: [
  what: string,
  trend: TrendPoint[],
  expected: { hourAgo: number | undefined; dayAgo: number | undefined },
][] = [
  ['nothing', [], { hourAgo: undefined, dayAgo: undefined }],
  ['a point at the very moment', [offlineAt(ago(HOUR), 7)], { hourAgo: 7, dayAgo: undefined }],
  ['a point a step before it', [offlineAt(ago(HOUR + 5 * MINUTE), 7)], { hourAgo: 7, dayAgo: undefined }],
  ['a point two steps before it', [offlineAt(ago(HOUR + 10 * MINUTE), 7)], { hourAgo: 7, dayAgo: undefined }],
  [
    'a point a second older than that',
    [offlineAt(ago(HOUR + 10 * MINUTE + SECOND), 7)],
    { hourAgo: undefined, dayAgo: undefined },
  ],
  [
    'points less than a step after it',
    [offlineAt(ago(DAY - 4 * MINUTE), 8), offlineAt(ago(HOUR - 3 * MINUTE), 7), offlineAt(ago(HOUR / 2), 9)],
    { hourAgo: 7, dayAgo: 8 },
  ],
  [
    'points a step after it',
    [offlineAt(ago(DAY - 5 * MINUTE), 8), offlineAt(ago(HOUR - 5 * MINUTE), 7)],
    { hourAgo: undefined, dayAgo: undefined },
  ],
  [
    'points on both sides of it',
    [offlineAt(ago(HOUR + 4 * MINUTE), 7), offlineAt(ago(HOUR - MINUTE), 9)],
    { hourAgo: 7, dayAgo: undefined },
  ],
  [
    'several before it, of which the newest counts',
    [offlineAt(ago(HOUR + 8 * MINUTE), 5), offlineAt(ago(HOUR + 3 * MINUTE), 6)],
    { hourAgo: 6, dayAgo: undefined },
  ],
  [
    'a whole day',
    [offlineAt(ago(DAY + 3 * MINUTE), 1), offlineAt(ago(HOUR + 3 * MINUTE), 0)],
    { hourAgo: 0, dayAgo: 1 },
  ],
  ['a day alone', [offlineAt(ago(DAY), 0)], { hourAgo: undefined, dayAgo: 0 }],
  [
    'a point in ISO 8601',
    [offlineAt(new Date(ago(HOUR)).toISOString(), 3)],
    { hourAgo: 3, dayAgo: undefined },
  ],
  [
    'a point whose moment cannot be read',
    [offlineAt('an hour ago', 3)],
    { hourAgo: undefined, dayAgo: undefined },
  ],
  [
    'points of other dimensions and statuses',
    [{ at: ago(HOUR), counts: { connection: { online: 4 }, evse: { faulted: 2 } } }],
    { hourAgo: undefined, dayAgo: undefined },
  ],
];

const sums: [dimension: Dimension, statuses: string[], expected: number | undefined][] = [
  ['last-message', ['older'], 4],
  ['last-message', ['under-7d', 'older'], 7],
  ['last-message', ['under-7d', 'older', 'untold'], undefined],
  ['last-message', [], 0],
  ['evse', ['faulted'], undefined],
];

const changes: [
  past: Omit<Past, 'numbers'>,
  number: number,
  hour: number | undefined,
  day: number | undefined,
][] = [
  [{ hourAgo: 5, dayAgo: 20 }, 12, 7, -8],
  [{ hourAgo: 0, dayAgo: 12 }, 12, 12, 0],
  [{ hourAgo: 5 }, 0, -5, undefined],
  [{ dayAgo: 5 }, 5, undefined, 0],
  [{}, 5, undefined, undefined],
];

describe('a trend', () => {
  for (const [what, trend, { hourAgo, dayAgo }] of numbersAgo) {
    it(`R28: of ${what} says ${hourAgo ?? 'nothing'} of an hour ago and ${dayAgo ?? 'nothing'} of a day ago`, () => {
      const past = pastOf(trend, 'connection', ['offline'], NOW);
      expect([past.hourAgo, past.dayAgo]).to.deep.equal([hourAgo, dayAgo]);
    });
  }

  for (const [dimension, statuses, expected] of sums) {
    it(`R28: says ${expected ?? 'nothing'} of ${dimension} ${statuses.join(' and ') || 'in no status'} together`, () => {
      const trend = [
        { at: ago(HOUR), counts: { 'last-message': { 'under-1h': 9, 'under-7d': 3, older: 4 } } },
      ];
      expect(pastOf(trend, dimension, statuses, NOW).hourAgo).to.equal(expected);
    });
  }

  for (const [past, number, hour, day] of changes) {
    it(`R28: ${JSON.stringify(past)} and ${number} now are a change of ${hour ?? 'nothing known'} and ${day ?? 'nothing known'}`, () => {
      expect(changeSince({ ...past, numbers: [] }, number)).to.deep.equal({ hour, day });
    });
  }

  it('R28: gives the numbers of the last 24 hours, without those of the future', () => {
    const moments = [DAY + MINUTE, DAY, HOUR, 0, -MINUTE];
    const trend = moments.map((time, index) => offlineAt(ago(time), index));
    expect(pastOf(trend, 'connection', ['offline'], NOW).numbers).to.deep.equal([
      { at: ago(DAY), number: 1 },
      { at: ago(HOUR), number: 2 },
      { at: NOW, number: 3 },
    ]);
  });
});
