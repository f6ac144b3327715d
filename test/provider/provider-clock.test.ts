import { expect } from 'chai';

import { HOUR, MINUTE, SECOND } from '../../src/model/time.js';
import { localProvider } from '../../src/provider/local-provider.js';
import type { DisposableProvider } from '../../src/provider/local-provider.js';
import type { DataProvider } from '../../src/provider/data-provider.js';
import { nowOf } from '../../src/provider/provider-clock.js';
import { ControlledSource } from '../support/controlled-source.js';
import { location, NOON, station } from '../support/networks.js';
import { reached, untilOffline } from '../support/reached.js';
import { StubbedClocks } from '../support/stubs.js';

const network = (asOf?: number) => ({
  asOf,
  locations: [location('l', [station('a', asOf === undefined ? {} : { lastMessageAt: asOf }), station('b')])],
});

describe("a provider's clock", () => {
  let clocks: StubbedClocks;
  let source: ControlledSource;
  let provider: DisposableProvider;
  const loaded = async (number: number, asOf?: number) => {
    (await source.begun(number)).resolve(network(asOf));
    return reached(provider, ({ status }) => status === 'ready');
  };
  /** A change that is newer by so much than the first snapshot has come, and was taken. */
  const changed = async (newer: number) => {
    source.push({ asOf: NOON + newer, stations: [{ id: 'a', lastMessageAt: NOON + newer }] });
    await reached(provider, ({ asOf }) => asOf === NOON + newer);
  };

  beforeEach(() => {
    // The page's wall clock is years wrong, which must not matter.
    clocks = new StubbedClocks(NOON - 3e11);
    source = new ControlledSource();
    provider = localProvider(source, { worker: 'never' });
    provider.subscribe(() => undefined);
  });
  afterEach(() => {
    provider.dispose();
    clocks.restore();
  });

  it('R10: runs by the monotonic clock, whatever the wall clock says', async () => {
    await loaded(0, NOON);
    expect(provider.now()).to.equal(NOON);
    clocks.run(MINUTE);
    expect(provider.now()).to.equal(NOON + MINUTE);
    clocks.setWall(-5 * HOUR);
    expect(provider.now(), 'set back').to.equal(NOON + MINUTE);
    for (let count = 0; count < 100; count++) {
      clocks.setWall(SECOND);
      expect(provider.now(), 'adjusted').to.equal(NOON + MINUTE);
    }
  });

  it('R10, R14: after a sleep in which the monotonic clock stood still all is as old as it is, and is told', async () => {
    await loaded(0, NOON);
    expect((await provider.counts('connection')).byStatus).to.include({ online: 2, offline: 0 });
    clocks.setWall(8 * HOUR);
    await untilOffline(provider, 2);
    expect([provider.now(), provider.state.asOf]).to.deep.equal([NOON + 8 * HOUR, NOON]);
  });

  it('R10: counts a sleep once where the monotonic clock ran on in it', async () => {
    await loaded(0, NOON);
    clocks.run(8 * HOUR);
    expect(provider.now()).to.equal(NOON + 8 * HOUR);
  });

  it('R10: goes on from a sleep with newer data, which does not take it back', async () => {
    await loaded(0, NOON);
    clocks.setWall(8 * HOUR);
    expect(provider.now()).to.equal(NOON + 8 * HOUR);
    for (const since of [5 * SECOND, 2 * MINUTE]) {
      clocks.run(since);
      const now = provider.now();
      await changed(now - NOON - SECOND);
      expect(provider.now()).to.equal(now);
    }
    expect(source.loads).to.have.length(1);
  });

  it('R10: a wall clock that was set ahead looks like a sleep, until data that keeps up with time says that it was none', async () => {
    await loaded(0, NOON);
    clocks.setWall(2 * HOUR);
    await untilOffline(provider, 2);
    clocks.run(10 * SECOND);
    await changed(10 * SECOND);
    expect(provider.now()).to.equal(NOON + 2 * HOUR + 10 * SECOND);
    clocks.run(MINUTE);
    await changed(70 * SECOND);
    expect(provider.now()).to.equal(NOON + 70 * SECOND);
    await untilOffline(provider, 0);
    expect(provider.now()).to.equal(NOON + 70 * SECOND);
    expect(source.loads).to.have.length(1);
  });

  it("R10: is the page's wall clock as of the load where nothing says when the data was true", async () => {
    clocks.setWall(HOUR);
    const { asOf } = await loaded(0);
    expect([asOf, provider.now()]).to.deep.equal([Date.now(), Date.now()]);
    clocks.setWall(-HOUR);
    clocks.run(MINUTE);
    expect(provider.now()).to.equal(asOf! + MINUTE);
  });

  it('R10: stands in where a provider has no clock of its own, and is moved by newer states alone', () => {
    const other = { state: { status: 'ready', leftOut: 0 } } as unknown as DataProvider & {
      state: { asOf?: number };
    };
    expect(nowOf(other)).to.equal(Date.now());
    other.state.asOf = NOON;
    expect(nowOf(other)).to.equal(NOON);
    clocks.run(MINUTE);
    other.state.asOf = NOON + SECOND;
    expect(nowOf(other)).to.equal(NOON + MINUTE);
    other.state.asOf = NOON + HOUR;
    expect(nowOf(other)).to.equal(NOON + HOUR);
    other.state.asOf = 1e18;
    clocks.setWall(HOUR);
    expect(nowOf(other)).to.equal(NOON + 2 * HOUR);
  });
});
