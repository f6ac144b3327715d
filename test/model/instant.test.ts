import { expect } from 'chai';
import fc from 'fast-check';

import { epochOf } from '../../src/model/instant.js';
import { HOUR, MINUTE } from '../../src/model/time.js';
import type { Instant } from '../../src/model/records.js';

const NOON = Date.UTC(2026, 5, 7, 12);

const readable: [instant: Instant, expected: number][] = [
  [NOON, NOON],
  [0, 0],
  ['2026-06-07', Date.UTC(2026, 5, 7)],
  ['2026-06-07T12:00Z', NOON],
  ['2026-06-07T12:00:00Z', NOON],
  ['2026-06-07T12:00:00', NOON],
  ['2026-06-07 12:00:00', NOON],
  ['2026-06-07T12:00:00.250Z', NOON + 250],
  ['2026-06-07T12:00:00,250Z', NOON + 250],
  ['2026-06-07T12:00:00.123456Z', NOON + 123],
  ['2026-06-07T14:00:00+02:00', NOON],
  ['2026-06-07T14:00:00+0200', NOON],
  ['2026-06-07T14:00:00+02', NOON],
  ['2026-06-07T06:30:00-05:30', NOON],
  ['2026-06-07t12:00:00z', NOON],
  [999_999_999, 999_999_999],
  [1e10, 1e10],
  [253_402_300_799_999, 253_402_300_799_999],
  ['9999-12-31T23:59:59.999Z', 253_402_300_799_999],
];

const unreadable: unknown[] = [
  '',
  'yesterday',
  '7 June 2026',
  '2026-6-7',
  '12:00',
  '2026-13-01',
  '2026-06-07T25:00Z',
];
const outOfRange: unknown[] = [
  ...[-1, -1e18, 253_402_300_800_000, 8.64e15, 1e18, Number.MAX_VALUE],
  ...['0001-01-01T00:00:00Z', '1969-12-31T23:59:59Z', '9999-12-31T23:59:59-01:00', '275760-09-13T00:00:00Z'],
];
/** Moments of our time in seconds: as milliseconds, all would be of the first months of 1970. */
const inSeconds: unknown[] = [
  1e9,
  NOON / 1000,
  NOON / 1000 + 0.25,
  9_999_999_999,
  '1970-01-21T14:40:33.600Z',
];
const noInstant: unknown[] = [NaN, Infinity, null, undefined, {}, [], true];

describe('a moment', () => {
  for (const [instant, expected] of readable) {
    it(`R7: is read from ${JSON.stringify(instant)}`, () => {
      expect(epochOf(instant)).to.equal(expected);
    });
  }

  it('R7: is NaN where it cannot be read, or is not of the years 1970 to 9999', () => {
    expect(
      [...unreadable, ...outOfRange, ...noInstant].filter(value => !Number.isNaN(epochOf(value as Instant))),
    ).to.deep.equal([]);
  });

  it('R7: is not read from seconds, by which all that is old would look fresh', () => {
    expect(inSeconds.map(value => epochOf(value as Instant))).to.deep.equal(inSeconds.map(() => NaN));
  });

  it('R7: is the same in ISO 8601 of any zone as in epoch milliseconds', () => {
    const moments = fc.integer({ min: 1e10, max: Date.UTC(2100, 0, 1) });
    const zones = fc.integer({ min: -14 * 60, max: 14 * 60 });
    fc.assert(
      fc.property(moments, zones, (moment, minutes) => {
        const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
        const zone = `${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
        const local = new Date(moment + minutes * MINUTE).toISOString().slice(0, -1);
        expect(epochOf(local + zone)).to.equal(moment);
      }),
    );
  });

  it('R7: never depends on the zone of the page', () => {
    expect(epochOf('2026-06-07T12:00:00') - epochOf('2026-06-07')).to.equal(12 * HOUR);
  });
});
