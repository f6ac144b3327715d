import { expect } from 'chai';

import { MINUTE } from '../../src/model/time.js';
import { restAfter } from '../../src/provider/engine-restarts.js';
import { rejection } from '../support/controlled-source.js';
import { StubbedTimers } from '../support/stubs.js';

const REASON = new Error("The engine's worker stopped (it was silent for 30 seconds).");

describe('an engine that was lost', () => {
  const { signal } = new AbortController();
  /** Moments of loss: minutes before now. */
  const lost = (...ago: number[]) => ago.map(minutes => performance.now() - minutes * MINUTE);

  const RESTS: [title: string, ago: number[], seconds: number | undefined][] = [
    ['once, is started again at once', [0], undefined],
    ['twice within ten minutes, after 5 seconds', [9, 0], 5],
    ['three times, after 30 seconds', [9, 8, 0], 30],
    ['long before, as if it never had been', [40, 30, 20, 11, 0], undefined],
    ['twice, and is awaited later, at once', [9, 1], undefined],
  ];
  for (const [title, ago, seconds] of RESTS) {
    it(title, async () => {
      const timers = new StubbedTimers();
      const rested = restAfter(lost(...ago), REASON, signal);
      expect(timers.waits.map(wait => Math.round(wait / 1000))).to.deep.equal(seconds ? [seconds] : []);
      timers.run();
      timers.restore();
      await rested;
    });
  }

  it('a fourth time, is given up, and then counted anew', async () => {
    const losses = lost(9, 8, 7, 0);
    expect((await rejection(restAfter(losses, REASON, signal))).message).to.equal(
      `${REASON.message} It was started 3 times more, to no avail; refresh to try again.`,
    );
    expect(losses).to.deep.equal([]);
  });

  it('rests no longer than it is wanted', async () => {
    const timers = new StubbedTimers();
    const abort = new AbortController();
    const rested = rejection(restAfter(lost(1, 0), REASON, abort.signal));
    abort.abort();
    expect(timers.size).to.equal(0);
    timers.restore();
    expect((await rested).name).to.equal('AbortError');
  });
});
