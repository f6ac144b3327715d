import { expect } from 'chai';

import { AttentiveTimer } from '../../src/provider/attentive-timer.js';
import { restoreVisibility, setHidden } from '../support/hidden-page.js';
import { StubbedTimers } from '../support/stubs.js';

/** Lets the page's clock go on. */
function pass(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until) continue;
}

describe('A timer that follows the attention of the page', () => {
  let timers: StubbedTimers;
  let runs: number;
  let timer: AttentiveTimer;

  beforeEach(() => {
    timers = new StubbedTimers();
    runs = 0;
    timer = new AttentiveTimer(() => runs++);
  });

  afterEach(() => {
    timer.cancel();
    timers.restore();
    restoreVisibility();
  });

  it('runs once when it is due', () => {
    timer.schedule(1);
    pass(2);
    timers.run();
    timers.run();
    expect([runs, timers.size]).to.deep.equal([1, 0]);
  });

  it('waits longer than a timer of the platform can', () => {
    const longest = 2 ** 31 - 1;
    timer.schedule(3_600_000_000);
    for (let run = 0; run < 3; run++) timers.run();
    expect(runs).to.equal(0);
    expect(timers.waits).to.deep.equal([longest, longest, longest, longest]);
  });

  it('rests while the page is hidden, and runs at once when it is seen again, if it is due', () => {
    timer.schedule(1);
    setHidden(true);
    pass(2);
    timers.run();
    expect(runs).to.equal(0);
    dispatchEvent(new Event('online'));
    expect(runs, 'nobody sees it').to.equal(0);
    setHidden(false);
    setHidden(true);
    setHidden(false);
    expect(runs).to.equal(1);
  });

  it('goes on waiting when the page is seen again before it is due', () => {
    timer.schedule(60_000);
    setHidden(true);
    setHidden(false);
    expect(runs).to.equal(0);
    expect(timers.size).to.equal(1);
  });

  it('runs before it is due when the page returns, where that is allowed', () => {
    timer.schedule(60_000, 1);
    pass(2);
    dispatchEvent(new Event('online'));
    expect([runs, timers.size]).to.deep.equal([1, 0]);
  });

  it('is replaced by another schedule, and gone when cancelled', () => {
    timer.schedule(1);
    timer.schedule(60_000);
    pass(2);
    timers.run();
    setHidden(false);
    expect([runs, timers.size]).to.deep.equal([0, 1]);
    timer.cancel();
    setHidden(false);
    expect([runs, timers.size]).to.deep.equal([0, 0]);
  });
});
