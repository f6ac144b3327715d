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
    ['long before too, as if it never had been', [40, 30, 20, 11, 0], undefined],
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

  it('a fourth time within ten minutes, is given up until the first of them is ten minutes ago', async () => {
    expect((await rejection(restAfter(lost(9, 8, 7, 0), REASON, signal))).message).to.equal(
      `${REASON.message} That was the 4th time within 10 minutes: it is not started again for 1 min.`,
    );
    await restAfter(lost(11, 9, 8, 7), REASON, signal);
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
