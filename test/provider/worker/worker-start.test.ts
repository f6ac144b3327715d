import { expect } from 'chai';

import { LAST_MESSAGE_BUCKETS } from '../../../src/model/last-message.js';
import type { StationSource } from '../../../src/provider/data-provider.js';
import { localProvider } from '../../../src/provider/local-provider.js';
import type { DisposableProvider } from '../../../src/provider/local-provider.js';
import { pause } from '../../../src/provider/sources/pause.js';
import { ocpiSource } from '../../../src/provider/sources/ocpi-source.js';
import {
  configureWorkers,
  engineWorkerUrl,
  workersConfig,
} from '../../../src/provider/worker/worker-config.js';
import type { EngineChannel } from '../../../src/provider/worker/engine-channel.js';
import { TabEngine } from '../../../src/provider/worker/tab-engine.js';
import { WorkerEngine } from '../../../src/provider/worker/worker-engine.js';
import { configureMap } from '../../../src/render/map/map-config.js';
import { rejection } from '../../support/controlled-source.js';
import { location, NOON, station } from '../../support/networks.js';
import { replaceGlobal, StubbedTimers } from '../../support/stubs.js';
import { WatchedWorker } from '../../support/watched-worker.js';

const WORKERS = '/test/support/workers';
const at = (path: string) => new URL(path, document.baseURI).href;
const snapshot = { asOf: NOON, locations: [location('l', [station('a'), station('b')])] };
const RULES = { missedHeartbeats: 3, lastMessageBuckets: LAST_MESSAGE_BUCKETS };

describe('a worker of localProvider that does not start', () => {
  let provider: DisposableProvider;
  let loads: number;
  let told: string[];
  const undo: (() => void)[] = [];
  const source: StationSource = {
    load: async () => {
      loads++;
      return snapshot;
    },
  };
  const total = async () => (await provider.counts('connection')).total;

  beforeEach(() => {
    WatchedWorker.made = [];
    loads = 0;
    told = [];
    undo.push(
      replaceGlobal('Worker', WatchedWorker),
      replaceGlobal('console', { ...console, warn: (message: string) => told.push(message) }),
      () => {
        configureWorkers({ engine: undefined });
      },
    );
  });

  afterEach(() => {
    provider?.dispose();
    for (const restore of undo.splice(0).reverse()) restore();
  });

  /** The tab answers what was asked, of the records that were loaded once. */
  async function expectTab(): Promise<void> {
    expect(await total()).to.equal(2);
    expect(provider.state).to.include({ status: 'ready', error: undefined, engine: 'tab' });
    expect(loads).to.equal(1);
    expect(WatchedWorker.made.every(({ isTerminated }) => isTerminated)).to.equal(true);
  }

  const FAULTS: [title: string, engine: string, reason: string][] = [
    ['its file is missing', '/no/such/worker.js', 'its file cannot be loaded'],
    ['a page is in the place of its file', `${WORKERS}/page.html`, 'its file cannot be loaded'],
    ['its script fails', `${WORKERS}/failing.js`, 'Uncaught Error: This browser is too old.'],
  ];
  for (const [title, engine, reason] of FAULTS) {
    it(`is done without where ${title}: the tab answers, and the console is told once`, async () => {
      configureWorkers({ engine });
      for (let times = 0; times < 2; times++) {
        loads = 0;
        provider?.dispose();
        provider = localProvider(source);
        await expectTab();
      }
      expect(told).to.have.length(1);
      expect(told[0]).to.include(
        `ev-widgets: the engine runs in the tab, since its worker ${at(engine)} did not start (${reason}).`,
      );
      expect(told[0]).to.include('configureWorkers({ engine })');
    });
  }

  it('is done without where it does not say within 10 seconds that it is there', async () => {
    const timers = new StubbedTimers();
    undo.push(() => {
      timers.restore();
    });
    configureWorkers({ engine: `${WORKERS}/empty.js` });
    provider = localProvider(source);
    const asked = total();
    while ((WatchedWorker.made.at(-1)?.posted.length ?? 0) < 2) await pause();
    expect(timers.waits).to.include(5000);
    timers.run();
    expect(WatchedWorker.last.isTerminated).to.equal(false);
    timers.run();
    expect(await asked).to.equal(2);
    await expectTab();
    expect(timers.size).to.equal(0);
    expect(told.join()).to.include(`${WORKERS}/empty.js did not start (it was silent for 10 seconds).`);
  });

  it('is done without where there are no workers, of which nobody is told', async () => {
    undo.push(replaceGlobal('Worker', undefined));
    provider = localProvider(source);
    await expectTab();
    expect(told).to.deep.equal([]);
  });

  it('is done without where the page forbids it', async () => {
    undo.push(
      replaceGlobal('Worker', function () {
        throw new DOMException('Forbidden by its policy.', 'SecurityError');
      }),
    );
    provider = localProvider(source);
    await expectTab();
    expect(told.join()).to.include('did not start (Forbidden by its policy.).');
  });

  it('is not missed once more by what is asked while the tab’s code arrives: its engine stays', async () => {
    const timers = new StubbedTimers();
    undo.push(() => {
      timers.restore();
    });
    const waiting: ((engine: EngineChannel) => void)[] = [];
    const takeOver = () => new Promise<EngineChannel>(resolve => waiting.push(resolve));
    const worker = new Worker('/no/such/worker.js', { type: 'module' });
    const engine = new WorkerEngine(worker, RULES, takeOver, () => undefined);
    while (waiting.length === 0) await pause();
    const begun = engine.call('begin', NOON, []);
    for (let seconds = 0; seconds < 30; seconds += 5) timers.run();
    for (const arrive of waiting) arrive(new TabEngine(RULES, 'network'));
    await begun;
    await engine.call('add', snapshot.locations, 0);
    await engine.call('commit', NOON);
    for (let seconds = 0; seconds < 30; seconds += 5) timers.run();
    expect((await engine.call('counts', NOON, 'connection')).total).to.equal(2);
    expect(waiting).to.have.length(1);
    expect(timers.size).to.equal(0);
  });

  it('fails where the tab’s code does not arrive either, so that a refresh starts another', async () => {
    const broken = new TypeError('The engine’s code did not arrive.');
    const losses: unknown[] = [];
    const engine = new WorkerEngine(
      new Worker('/no/such/worker.js', { type: 'module' }),
      RULES,
      () => Promise.reject(broken),
      reason => losses.push(reason),
    );
    expect(await rejection(engine.call('tick', NOON))).to.equal(broken);
    expect(engine.failure).to.equal(broken);
    expect(losses).to.deep.equal([]);
  });

  it('is not waited for by a provider that is disposed of', async () => {
    configureWorkers({ engine: '/no/such/worker.js' });
    provider = localProvider(source);
    const asked = rejection(total());
    provider.dispose();
    expect((await asked).name).to.equal('AbortError');
  });
});

describe('configureWorkers', () => {
  afterEach(() => {
    configureWorkers({ engine: undefined });
  });

  it('names where the engine’s worker lies, and so those for other feeds, which lie beside it', async () => {
    configureWorkers({ engine: 'assets/engine-worker.js' });
    expect((await engineWorkerUrl('network')).href).to.equal(at('assets/engine-worker.js'));
    expect((await engineWorkerUrl('ocpi')).href).to.equal(at('assets/ocpi-engine-worker.js'));
    configureWorkers({ engine: new URL('https://localhost/engine-worker.js?v=2') });
    expect((await engineWorkerUrl('columns')).href).to.equal('https://localhost/columns-engine-worker.js');
    configureWorkers({ map: undefined });
    expect((await engineWorkerUrl('network')).href).to.equal('https://localhost/engine-worker.js?v=2');
  });

  it('names where MapLibre’s lies, as configureMap does', () => {
    configureWorkers({ map: 'assets/a.mjs' });
    expect(workersConfig().map).to.equal('assets/a.mjs');
    configureMap({ workerUrl: 'assets/b.mjs' });
    configureMap({});
    expect(workersConfig().map).to.equal('assets/b.mjs');
    configureWorkers({ map: undefined });
  });

  it('is heeded by the workers that start from then on', async () => {
    WatchedWorker.made = [];
    const restore = replaceGlobal('Worker', WatchedWorker);
    configureWorkers({ engine: `${WORKERS}/misbehaving.js` });
    const providers = [
      localProvider({ load: async () => snapshot }),
      localProvider(ocpiSource('/no/such/feed')),
    ];
    expect((await providers[0]!.counts('connection')).total).to.equal(2);
    void providers[1]!.refresh();
    while (WatchedWorker.made.length < 2) await pause();
    expect(WatchedWorker.made.map(({ url }) => String(url))).to.deep.equal([
      at(`${WORKERS}/misbehaving.js`),
      at(`${WORKERS}/ocpi-engine-worker.js`),
    ]);
    for (const provider of providers) provider.dispose();
    restore();
  });

  it('says which address is none', () => {
    expect(() => {
      configureWorkers({ engine: 'https://[' });
    }).to.throw(TypeError, 'configureWorkers got engine: "https://["; expected a URL');
  });
});
