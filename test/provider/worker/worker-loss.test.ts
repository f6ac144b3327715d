import { expect } from 'chai';

import { localProvider } from '../../../src/provider/local-provider.js';
import type { DisposableProvider } from '../../../src/provider/local-provider.js';
import type { Dimension } from '../../../src/model/records.js';
import { MINUTE } from '../../../src/model/time.js';
import { jsonSource } from '../../../src/provider/sources/json-source.js';
import { pause } from '../../../src/provider/sources/pause.js';
import { configureWorkers } from '../../../src/provider/worker/worker-config.js';
import { ControlledSource, rejection } from '../../support/controlled-source.js';
import { location, NOON, station } from '../../support/networks.js';
import { reached } from '../../support/reached.js';
import { replaceGlobal, StubbedTimers } from '../../support/stubs.js';
import { WatchedWorker } from '../../support/watched-worker.js';

const snapshot = { asOf: NOON, locations: [location('l', [station('a'), station('b')])] };
const later = { asOf: NOON + 1, locations: [location('l', [station('a')])] };
const HUNG = "The engine's worker stopped (it was silent for 30 seconds).";
const browserSetTimeout = globalThis.setTimeout;

describe('a worker of localProvider that is lost', () => {
  let provider: DisposableProvider;
  let source: ControlledSource;
  let timers: StubbedTimers;
  let told: string[];
  const undo: (() => void)[] = [];
  const total = async () => (await provider.counts('connection')).total;
  const workersMade = () => WatchedWorker.made.length;
  const changesPosted = () => WatchedWorker.last.calls('change').length;

  async function load(): Promise<void> {
    const asked = total();
    (await source.begun(0)).resolve(snapshot);
    expect(await asked).to.equal(2);
  }

  /** Has the worker misbehave when it takes the next change. */
  async function bid(misdeed: string): Promise<void> {
    const before = changesPosted();
    source.push({ asOf: NOON, stations: [{ id: misdeed }] });
    await posted(before + 1);
  }

  /** Lets timers run until the worker was sent so many changes, and no longer: six rounds in which it has no time to answer are its end. */
  async function posted(changes: number): Promise<void> {
    while (changesPosted() < changes) {
      timers.run();
      await pause();
    }
  }

  /** Lets rounds of 5 seconds pass, in each of which a worker that can answer does. */
  async function passed(rounds: number): Promise<void> {
    for (let round = 0; round < rounds; round++) {
      const chance = new Promise(resolve => browserSetTimeout(resolve, 50));
      await Promise.race([WatchedWorker.last.heard(), chance]);
      timers.run();
    }
  }

  /** Lets rounds pass until a worker that died is given up: an answer of before that comes late begins its silence anew. */
  async function givenUp(): Promise<void> {
    const worker = WatchedWorker.last;
    while (!worker.isTerminated) await passed(1);
  }

  beforeEach(() => {
    WatchedWorker.made = [];
    told = [];
    timers = new StubbedTimers();
    undo.push(
      replaceGlobal('Worker', WatchedWorker),
      replaceGlobal('console', { ...console, warn: (message: string) => told.push(message) }),
      () => {
        timers.restore();
      },
    );
    configureWorkers({ engine: '/test/support/workers/misbehaving.js' });
    source = new ControlledSource();
    provider = localProvider(source);
  });

  afterEach(() => {
    provider.dispose();
    configureWorkers({ engine: undefined });
    for (const restore of undo.splice(0)) restore();
  });

  it('is replaced by one that is loaded anew, where it hangs, and that one answers what was asked', async () => {
    provider.subscribe(() => undefined);
    await load();
    await bid('hang');
    const asked = total();
    await passed(5);
    expect(workersMade()).to.equal(1);
    await passed(1);
    const reload = await source.begun(1);
    expect(told).to.deep.equal([`ev-widgets: ${HUNG}`]);
    reload.resolve(later);
    expect(await asked).to.equal(1);
    expect(WatchedWorker.made.map(({ isTerminated }) => isTerminated)).to.deep.equal([true, false]);
    await reached(provider, ({ status }) => status === 'ready');
    expect(provider.state).to.include({ asOf: NOON + 1, error: undefined, engine: 'worker' });
  });

  it('R14: leaves what is shown stale, and says why, until the other has loaded', async () => {
    provider.subscribe(() => undefined);
    await load();
    await bid('hang');
    await passed(6);
    const reload = await source.begun(1);
    expect(provider.state).to.include({ status: 'stale', asOf: NOON });
    expect(provider.state.error?.message).to.equal(HUNG);
    reload.resolve(later);
    await reached(provider, ({ status }) => status === 'ready');
    expect(provider.state.error).to.equal(undefined);
  });

  it('R14: takes with it what changes said: all is as old as what is loaded then, but for what is pushed meanwhile', async () => {
    provider.subscribe(() => undefined);
    await load();
    source.push({ asOf: NOON + MINUTE, stations: [{ id: 'b', status: 'Faulted' }] });
    await posted(1);
    await reached(provider, ({ asOf }) => asOf === NOON + MINUTE);
    await bid('die');
    await givenUp();
    const reload = await source.begun(1);
    source.push({ asOf: NOON + 5, stations: [{ id: 'a', status: 'Faulted' }] });
    reload.resolve(snapshot);
    expect((await reached(provider, ({ status }) => status === 'ready')).asOf).to.equal(NOON);
    await posted(1);
    await reached(provider, ({ asOf }) => asOf === NOON + 5);
    const { stations } = await provider.stations({ filter: { station: ['faulted'] } });
    expect(stations.map(({ id }) => id)).to.deep.equal(['a']);
  });

  it('is replaced where it dies without a word', async () => {
    await load();
    await bid('die');
    const asked = total();
    await givenUp();
    (await source.begun(1)).resolve(later);
    expect(await asked).to.equal(1);
  });

  it('is replaced at once where it reports an error of its own', async () => {
    await load();
    provider.subscribe(() => undefined);
    await bid('throw');
    (await source.begun(1)).resolve(later);
    expect(await total()).to.equal(1);
    expect(told).to.deep.equal([
      "ev-widgets: The engine's worker stopped (Uncaught Error: Thrown on purpose.).",
    ]);
  });

  it('is replaced in the middle of a load, which begins again', async () => {
    await load();
    const refreshed = provider.refresh();
    await bid('die');
    (await source.begun(1)).resolve(snapshot);
    await givenUp();
    (await source.begun(2)).resolve(later);
    await refreshed;
    expect(await total()).to.equal(1);
    expect(provider.state.status).to.equal('ready');
  });

  it('is not replaced for nobody: the next question has another loaded', async () => {
    await load();
    const failed = new Promise(resolve => {
      WatchedWorker.last.addEventListener('error', resolve, { once: true });
    });
    await bid('throw');
    await failed;
    expect(provider.state.status).to.equal('stale');
    expect([source.loads.length, workersMade(), timers.size]).to.deep.equal([1, 1, 0]);
    const asked = total();
    (await source.begun(1)).resolve(later);
    expect(await asked).to.equal(1);
  });

  it('has its feed fetched by the one that replaces it', async () => {
    const url = URL.createObjectURL(new Blob([JSON.stringify(snapshot)]));
    provider = localProvider(jsonSource(url));
    expect(await total()).to.equal(2);
    const asked = provider.location('hang');
    configureWorkers({ engine: undefined });
    await passed(6);
    expect(await asked).to.equal(undefined);
    expect(WatchedWorker.last.calls('fetch')).to.have.length(1);
    expect(workersMade()).to.equal(2);
    URL.revokeObjectURL(url);
  });

  it('takes with it no change that comes while another is loaded', async () => {
    provider.subscribe(() => undefined);
    await load();
    await bid('die');
    await givenUp();
    const reload = await source.begun(1);
    source.push({ asOf: NOON + 2, stations: [{ id: 'b', connection: 'offline' }] });
    reload.resolve({ ...snapshot, asOf: NOON + 1 });
    await reached(provider, ({ status }) => status === 'ready');
    timers.run();
    expect((await provider.counts('connection')).byStatus.offline).to.equal(1);
  });

  it('is given up for ten minutes when it is lost again and again, after ever longer rests, and then started by a refresh', async () => {
    provider.subscribe(() => undefined);
    await load();
    const asked = rejection(provider.location('hang'));
    for (let loss = 1; loss <= 3; loss++) {
      await passed(6);
      // The first time it is started again at once.
      while (loss > 1 && timers.size === 0) await pause();
      timers.run();
      const reload = await source.begun(loss);
      await WatchedWorker.last.heard();
      reload.resolve(snapshot);
      while (WatchedWorker.last.calls('location').length === 0) await pause();
    }
    await passed(6);
    expect((await asked).message).to.equal(
      `${HUNG} That was the 4th time within 10 minutes: it is not started again for 10 min.`,
    );
    expect(provider.state.status).to.equal('error');
    expect(workersMade()).to.equal(4);
    await provider.refresh();
    expect(provider.state.status).to.equal('error');
    expect(workersMade()).to.equal(4);
    const { now } = performance;
    performance.now = () => now.call(performance) + 10 * MINUTE;
    undo.push(() => {
      performance.now = now;
    });
    const refreshed = provider.refresh();
    (await source.begun(4)).resolve(later);
    await refreshed;
    expect(provider.state).to.include({ status: 'ready', error: undefined });
    expect(await total()).to.equal(1);
  });

  it('is given up where its loads fail as well, and nothing is tried again then', async () => {
    provider.subscribe(() => undefined);
    await load();
    for (let loss = 1; loss <= 4; loss++) {
      WatchedWorker.last.dispatchEvent(new ErrorEvent('error', { message: 'Lost.', cancelable: true }));
      expect(provider.state).to.include({ isLoading: true, retryAt: undefined });
      if (loss === 4) break;
      // The first time it is started again at once.
      while (loss > 1 && timers.size === 0) await pause();
      timers.run();
      const reload = await source.begun(loss);
      await WatchedWorker.last.heard();
      reload.reject(new Error('No answer.'));
      const { retryAt } = await reached(provider, ({ status }) => status === 'error');
      expect(retryAt).to.be.above(0);
    }
    const { error } = await reached(provider, ({ status }) => status === 'error');
    expect(error?.message).to.include('it is not started again for 10 min.');
    let notified = 0;
    provider.subscribe(() => notified++);
    for (let turn = 0; turn < 10; turn++) {
      timers.run();
      await pause();
    }
    expect(provider.state.retryAt).to.equal(undefined);
    expect([notified, timers.size, workersMade()]).to.deep.equal([0, 0, 4]);
  });

  it('is not lost while it is busy, however often that is', async () => {
    await load();
    const [worker] = WatchedWorker.made as [WatchedWorker];
    for (let times = 0; times < 3; times++) {
      await bid('be-busy');
      for (let round = 0; round < 5; round++) timers.run();
      expect(await total()).to.equal(2);
    }
    expect(WatchedWorker.made).to.deep.equal([worker]);
  });

  it('is not watched while it owes nothing', async () => {
    await load();
    expect(timers.size).to.equal(0);
    await provider.location('l');
    expect(timers.size).to.equal(0);
  });

  it('is not lost by a question that it fails to answer, nor are the others of that turn', async () => {
    await load();
    const [failed, answer] = await Promise.all([
      rejection(provider.counts('colour' as Dimension)),
      provider.location('l'),
    ]);
    expect(failed).to.be.instanceOf(Error);
    expect(answer?.id).to.equal('l');
    expect(workersMade()).to.equal(1);
    expect(told).to.deep.equal([]);
  });
});
