import { expect } from 'chai';
import fc from 'fast-check';

import { advanceClock, readClock, startClock } from '../../src/model/clock.js';
import { HOUR } from '../../src/model/time.js';

const AS_OF = Date.UTC(2026, 5, 7, 12);
const moments = fc.integer({ min: AS_OF - 100 * HOUR, max: AS_OF + 100 * HOUR });

describe("the network's clock", () => {
  it('R10: starts at the asOf of the snapshot and runs on, on a page whose clock is a day slow', () => {
    const pageNow = AS_OF - 24 * HOUR;
    const clock = startClock(AS_OF, pageNow);
    expect(readClock(clock, pageNow)).to.equal(AS_OF);
    expect(readClock(clock, pageNow + HOUR)).to.equal(AS_OF + HOUR);
  });

  it("R10: is the page's clock without an asOf", () => {
    expect(readClock(startClock(undefined, AS_OF), AS_OF + 5)).to.equal(AS_OF + 5);
  });

  it('R10: moves forward to a newer asOf', () => {
    const clock = advanceClock(startClock(AS_OF, 1000), AS_OF + HOUR, 2000);
    expect(readClock(clock, 2000)).to.equal(AS_OF + HOUR);
  });

  it('R10: stays as it is with an older asOf, or none', () => {
    const clock = startClock(AS_OF, 1000);
    expect(advanceClock(clock, AS_OF - HOUR, 1000)).to.equal(clock);
    expect(advanceClock(clock, undefined, 1000)).to.equal(clock);
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
