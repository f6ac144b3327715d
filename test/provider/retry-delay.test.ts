import { expect } from 'chai';

import { HOUR, MINUTE, SECOND } from '../../src/model/time.js';
import { retryAfterOf, retryDelay } from '../../src/provider/retry-delay.js';

const never = () => 0;
const most = () => 1;

describe('The wait before another try', () => {
  it('doubles with each failure, up to a minute', () => {
    const waits = [1, 2, 3, 6, 7, 8, 2000].map(failures => retryDelay(failures, 0, never) / SECOND);
    expect(waits).to.deep.equal([1, 2, 4, 32, 60, 60, 60]);
  });

  it('is cut by up to half by chance, so that pages do not come back together', () => {
    expect(retryDelay(3, 0, most)).to.equal(2 * SECOND);
    const waits = new Set(Array.from({ length: 20 }, () => retryDelay(3)));
    expect(waits.size).to.be.above(1);
    for (const wait of waits) expect(wait).to.be.within(2 * SECOND, 4 * SECOND);
  });

  it('is at least what the server asks for, up to an hour', () => {
    expect(retryDelay(1, 90 * SECOND, never)).to.equal(90 * SECOND);
    expect(retryDelay(8, SECOND, never)).to.equal(MINUTE);
    expect(retryDelay(1, 1e15, never)).to.equal(HOUR);
  });

  it('is read from Retry-After in seconds or as a date', () => {
    const now = Date.UTC(2026, 0, 1);
    const asked = (value: string) => retryAfterOf(new Headers({ 'Retry-After': value }), now);
    expect(asked('120')).to.equal(120 * SECOND);
    expect(asked(' 0 ')).to.equal(0);
    expect(asked('Thu, 01 Jan 2026 00:00:30 GMT')).to.equal(30 * SECOND);
    expect(asked('Wed, 31 Dec 2025 00:00:00 GMT')).to.equal(0);
    expect(asked('soon')).to.equal(undefined);
    expect(retryAfterOf(new Headers(), now)).to.equal(undefined);
  });

  it("is read from a date by the server's own clock, however wrong the page's is", () => {
    const [at, sent] = ['Thu, 01 Jan 2026 00:00:30 GMT', 'Thu, 01 Jan 2026 00:00:00 GMT'];
    for (const pageNow of [Date.UTC(2025, 11, 31, 23), Date.UTC(2026, 0, 1, 1)])
      expect(retryAfterOf(new Headers({ 'Retry-After': at, Date: sent }), pageNow)).to.equal(30 * SECOND);
  });
});
