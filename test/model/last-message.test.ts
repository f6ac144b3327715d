import { expect } from 'chai';
import fc from 'fast-check';

import { lastMessageStatuses } from '../../src/model/last-message.js';
import { bucketScale, nextBucketAt } from '../../src/model/message-age.js';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/model/time.js';

const DEFAULT = ['under-15m', 'under-1h', 'under-24h', 'under-7d', 'older'];

const ages: [age: number, expected: string][] = [
  [-HOUR, 'under-15m'],
  [0, 'under-15m'],
  [15 * MINUTE - 1, 'under-15m'],
  [15 * MINUTE, 'under-1h'],
  [HOUR - 1, 'under-1h'],
  [HOUR, 'under-24h'],
  [DAY - 1, 'under-24h'],
  [DAY, 'under-7d'],
  [7 * DAY - 1, 'under-7d'],
  [7 * DAY, 'older'],
  [1000 * DAY, 'older'],
];

const refused: [title: string, bounds: number[], named: string][] = [
  ['falling bounds', [60, 30], 'lastMessageBuckets[1] is 30'],
  ['equal bounds', [60, 60], 'lastMessageBuckets[1] is 60'],
  ['a bound of 0', [0, 60], 'lastMessageBuckets[0] is 0'],
  ['a bound that is no number', [NaN], 'lastMessageBuckets[0] is NaN'],
  ['an infinite bound', [60, Infinity], 'lastMessageBuckets[1] is Infinity'],
];

const bounds = fc
  .uniqueArray(fc.integer({ min: 1, max: 1e7 }), { maxLength: 8 })
  .map(list => [...list].sort((a, b) => a - b));

describe('the last message of a station', () => {
  it('R7: falls into under 15 minutes, 1 hour, 24 hours, 7 days, or older', () => {
    expect(lastMessageStatuses()).to.deep.equal(DEFAULT);
  });

  for (const [age, expected] of ages) {
    it(`R7: of ${age} ms ago is ${expected}`, () => {
      expect(DEFAULT[bucketScale()(age)]).to.equal(expected);
    });
  }

  it('R7: falls into buckets that a host configures, named by their bounds', () => {
    expect(lastMessageStatuses([45, 90, 120, 7200, 86400, 172800])).to.deep.equal([
      'under-45s',
      'under-90s',
      'under-2m',
      'under-2h',
      'under-24h',
      'under-2d',
      'older',
    ]);
    expect(lastMessageStatuses([])).to.deep.equal(['older']);
  });

  for (const [title, list, named] of refused) {
    it(`R7: refuses ${title}, naming the bound`, () => {
      expect(() => lastMessageStatuses(list)).to.throw(RangeError, named);
    });
  }

  it('R7: lies in the half-open range of its bucket, for any bounds', () => {
    fc.assert(
      fc.property(bounds, fc.integer({ min: -1e6, max: 2e10 }), (list, age) => {
        const bucket = bucketScale(list)(age);
        expect(age < (list[bucket] ?? Infinity) * SECOND).to.equal(true);
        expect(bucket === 0 || age >= list[bucket - 1]! * SECOND).to.equal(true);
      }),
    );
  });

  it('R10: ages into the next bucket at exactly the moment foretold', () => {
    fc.assert(
      fc.property(bounds, fc.integer({ min: 0, max: 8 }), (list, index) => {
        const bucket = Math.min(index, list.length);
        const lastMessageAt = Date.UTC(2026, 0, 1);
        const next = nextBucketAt(lastMessageAt, bucket, list);
        if (bucket === list.length) {
          expect(next).to.equal(Infinity);
          return;
        }
        expect(bucketScale(list)(next - 1 - lastMessageAt)).to.equal(bucket);
        expect(bucketScale(list)(next - lastMessageAt)).to.equal(bucket + 1);
      }),
    );
  });
});
