import { expect } from 'chai';

import type { TrendPoint } from '../../src/model/records.js';
import { MINUTE, SECOND } from '../../src/model/time.js';
import { sharedTrend } from '../../src/provider/shared-trend.js';
import { AS_OF, ControllableProvider } from '../support/controllable-provider.js';
import { StubbedClocks, StubbedTimers } from '../support/stubs.js';

const POINTS: TrendPoint[] = [{ at: AS_OF - 5 * MINUTE, counts: { connection: { offline: 3 } } }];

describe('a trend that is shared', () => {
  let provider: ControllableProvider;
  let now: number;
  let ends: (() => void)[];

  beforeEach(() => {
    provider = new ControllableProvider();
    now = AS_OF;
    provider.now = () => now;
    provider.keepTrend(() => POINTS);
    ends = [];
  });
  afterEach(() => {
    for (const end of ends) end();
  });

  /** A follower, and how often it was told. */
  function follow(dimension: 'connection' | 'evse' = 'connection') {
    const follower = { told: 0 };
    ends.push(sharedTrend(provider, dimension)!.follow(() => follower.told++));
    return follower;
  }

  const asked = () => provider.questions('trend').map(({ about }) => about);
  // Promises alone are waited for: timers may be the test's.
  const answered = async () => {
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  };

  it('R28: is asked for once for all who show it, and once a dimension', async () => {
    const followers = [follow(), follow(), follow('evse')];
    await answered();
    expect(asked()).to.deep.equal(['connection', 'evse']);
    expect(followers.map(({ told }) => told)).to.deep.equal([1, 1, 1]);
    expect(sharedTrend(provider, 'connection')!.known).to.deep.equal({
      points: POINTS,
      now: AS_OF,
      error: undefined,
    });
  });

  it('R28: is none where the provider keeps none', () => {
    expect(sharedTrend(new ControllableProvider(), 'evse')).to.equal(undefined);
  });

  it('R28: is not asked for with each change, but once 5 minutes have passed on the network’s clock', async () => {
    follow();
    await answered();
    for (let change = 0; change < 10; change++) {
      now += 29 * SECOND;
      provider.tell();
      await answered();
    }
    expect(asked().length).to.equal(1);
    now = AS_OF + 5 * MINUTE;
    provider.tell();
    provider.tell();
    await answered();
    expect(asked().length).to.equal(2);
  });

  it('R28: is asked for every 5 minutes where nothing changes', async () => {
    const clocks = new StubbedClocks();
    const timers = new StubbedTimers();
    try {
      follow();
      await answered();
      for (let round = 1; round <= 3; round++) {
        clocks.run(5 * MINUTE - 1);
        timers.run();
        await answered();
        expect(asked().length).to.equal(round);
        clocks.run(1);
        timers.run();
        await answered();
        expect(asked().length).to.equal(round + 1);
      }
    } finally {
      timers.restore();
      clocks.restore();
    }
  });

  it('R28: waits for the first load, and is asked for again after each other', async () => {
    provider.state = { status: 'loading', leftOut: 0 };
    const follower = follow();
    await answered();
    expect(asked()).to.deep.equal([]);
    provider.become('ready');
    await answered();
    expect([asked().length, follower.told]).to.deep.equal([1, 1]);
    provider.become('error', { isLoading: true });
    provider.become('ready', { isLoading: undefined });
    await answered();
    expect([asked().length, follower.told]).to.deep.equal([2, 2]);
  });

  it('R28: gives up a question that a load has overtaken', async () => {
    provider.isPaused = true;
    const follower = follow();
    await answered();
    provider.become('loading');
    provider.become('ready');
    await answered();
    const [first, second] = provider.questions('trend');
    expect([first!.options!.signal!.aborted, second!.options!.signal!.aborted]).to.deep.equal([true, false]);
    provider.resume();
    await answered();
    expect(follower.told).to.equal(1);
  });

  it('R28: keeps what it knows through a question that fails, and says why it failed', async () => {
    follow();
    await answered();
    provider.fail(new Error('HTTP 503.'));
    provider.become('loading');
    provider.become('ready');
    await answered();
    const { points, error } = sharedTrend(provider, 'connection')!.known!;
    expect([points, error?.message]).to.deep.equal([POINTS, 'HTTP 503.']);
    provider.resume();
    provider.become('loading');
    provider.become('ready');
    await answered();
    expect(sharedTrend(provider, 'connection')!.known!.error).to.equal(undefined);
  });

  it('R28: leaves the provider alone once nobody follows it, and begins anew with the next', async () => {
    provider.isPaused = true;
    follow();
    follow();
    for (const end of ends.splice(0)) end();
    expect(provider.questions('trend')[0]!.options!.signal!.aborted).to.equal(true);
    expect(provider.subscriptions).to.equal(0);
    provider.resume();
    await answered();
    expect(sharedTrend(provider, 'connection')!.known).to.equal(undefined);
    follow();
    await answered();
    expect(asked().length).to.equal(2);
    expect(sharedTrend(provider, 'connection')!.known!.points).to.deep.equal(POINTS);
  });
});
