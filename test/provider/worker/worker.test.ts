import { expect } from 'chai';

import { LAST_MESSAGE_BUCKETS } from '../../../src/model/last-message.js';
import { writeColumns } from '../../../src/model/columns/write-columns.js';
import type { BoundingBox } from '../../../src/model/questions.js';
import { columnsSource } from '../../../src/provider/sources/columns-source.js';
import { jsonSource } from '../../../src/provider/sources/json-source.js';
import { localProvider } from '../../../src/provider/local-provider.js';
import type { DisposableProvider } from '../../../src/provider/local-provider.js';
import { ocpiSource } from '../../../src/provider/sources/ocpi-source.js';
import type { StationSource } from '../../../src/provider/data-provider.js';
import type { EngineChannel } from '../../../src/provider/worker/engine-channel.js';
import { WorkerEngine } from '../../../src/provider/worker/worker-engine.js';
import { answered, ControlledSource, reached, rejection } from '../../support/controlled-source.js';
import { location, NOON, station } from '../../support/networks.js';
import { replaceGlobal, StubbedTimers } from '../../support/stubs.js';

const snapshot = { asOf: NOON, locations: [location('l', [station('a'), station('b')])] };
const at = new Date(NOON).toISOString();
const ocpi = {
  timestamp: at,
  data: ['a', 'b'].map(id => ({
    id,
    coordinates: { latitude: '52.0', longitude: '5.0' },
    evses: [{ uid: id, evse_id: `NL*ABC*E${id}`, status: 'AVAILABLE', connectors: [], last_updated: at }],
    last_updated: at,
  })),
};
const fixed: StationSource = { load: async () => snapshot };
const BrowserWorker = globalThis.Worker;

/** A worker as the browser makes it, which a test can find. */
class WatchedWorker extends BrowserWorker {
  static made: WatchedWorker[] = [];
  readonly posted: unknown[] = [];
  isTerminated = false;

  constructor(url: string | URL, options?: WorkerOptions) {
    super(url, options);
    WatchedWorker.made.push(this);
  }

  /** The calls of a method that were posted. */
  calls(method: string): { method: string; args: unknown[][] }[] {
    return (this.posted as { calls?: { method: string; args: unknown[][] }[] }[])
      .flatMap(({ calls }) => calls ?? [])
      .filter(call => call.method === method);
  }

  override postMessage(message: unknown): void {
    this.posted.push(message);
    super.postMessage(message);
  }

  override terminate(): void {
    this.isTerminated = true;
    super.terminate();
  }
}

describe('the worker of localProvider', () => {
  let provider: DisposableProvider;
  let restore: () => void;
  const provide = (source: StationSource = fixed, worker?: 'auto' | 'never') =>
    (provider = localProvider(source, { worker }));
  const total = async () => (await provider.counts('connection')).total;
  beforeEach(() => {
    WatchedWorker.made = [];
    restore = replaceGlobal('Worker', WatchedWorker);
  });
  afterEach(() => {
    provider.dispose();
    restore();
  });

  it('holds the engine unless the host says never', async () => {
    provide();
    expect(await total()).to.equal(2);
    expect(WatchedWorker.made).to.have.length(1);
    provider.dispose();
    provide(fixed, 'never');
    expect(await total()).to.equal(2);
    expect(WatchedWorker.made).to.have.length(1);
  });

  it('is not started before something is asked, and is one for all that is', async () => {
    provide();
    expect(WatchedWorker.made).to.have.length(0);
    await Promise.all([total(), total(), provider.refresh(), provider.refresh()]);
    expect(WatchedWorker.made).to.have.length(1);
  });

  it('ends with the provider, in the middle of its start too', async () => {
    provide();
    await total();
    provider.dispose();
    await Promise.resolve();
    expect(WatchedWorker.made[0]!.isTerminated).to.equal(true);
    provide();
    const asked = rejection(total());
    provider.dispose();
    expect((await asked).name).to.equal('AbortError');
  });

  const FEEDS: [string, (url: string) => StationSource, () => BlobPart][] = [
    ['a NetworkSnapshot', jsonSource, () => JSON.stringify(snapshot)],
    ['OCPI', ocpiSource, () => JSON.stringify(ocpi)],
    ['columns', columnsSource, () => writeColumns(snapshot)],
  ];
  for (const [format, sourceAt, body] of FEEDS) {
    it(`fetches and reads ${format}, so that the page does not`, async () => {
      const fetched: unknown[] = [];
      const restoreFetch = replaceGlobal('fetch', (url: unknown) => {
        fetched.push(url);
        throw new Error('The page fetched.');
      });
      const url = URL.createObjectURL(new Blob([body()]));
      try {
        provide(sourceAt(url));
        expect(await total()).to.equal(2);
        expect(provider.state).to.include({ status: 'ready', asOf: NOON });
        expect(fetched).to.deep.equal([]);
      } finally {
        restoreFetch();
        URL.revokeObjectURL(url);
      }
    });

    it(`leaves ${format} to the tab where the host wants no worker`, async () => {
      const url = URL.createObjectURL(new Blob([body()]));
      provide(sourceAt(url), 'never');
      expect(await total()).to.equal(2);
      expect(WatchedWorker.made).to.deep.equal([]);
      URL.revokeObjectURL(url);
    });
  }

  it('is handed changes a few hundred records at a time, all of them and in their order', async () => {
    const source = new ControlledSource();
    provide(source);
    const asked = total();
    (await source.begun(0)).resolve(snapshot);
    await asked;
    for (let change = 0; change < 3000; change++) {
      const connection = change < 2999 ? 'online' : 'offline';
      source.push({ stations: [{ id: 'a', connection }] });
    }
    await answered(
      provider,
      () => provider.counts('connection'),
      ({ byStatus }) => byStatus.offline === 1,
    );
    const handed = WatchedWorker.made[0]!.calls('change').map(({ args }) => args[0]!.length);
    expect(handed.reduce((sum, length) => sum + length, 0)).to.equal(3000);
    expect(Math.max(...handed)).to.be.most(250);
  });

  it('is sent the questions of one turn in one message, and answers counts before the groups of a map', async () => {
    provide();
    await total();
    const [{ posted }] = WatchedWorker.made as [WatchedWorker];
    const before = posted.length;
    const answered: string[] = [];
    const world = { bbox: [-180, -85, 180, 85] as BoundingBox, zoom: 0 };
    const asked = {
      groups: provider.mapItems({ dimension: 'evse', ...world }),
      bounds: provider.bounds(),
      list: provider.stations({ filter: {} }),
      connection: provider.counts('connection'),
      evse: provider.counts('evse'),
      popup: provider.location('l'),
    };
    await Promise.all(Object.entries(asked).map(([name, answer]) => answer.then(() => answered.push(name))));
    expect(posted.length - before).to.equal(1);
    expect(answered.slice(0, 3)).to.have.members(['connection', 'evse', 'popup']);
  });

  it('is asked for the bounds again only where locations changed', async () => {
    const source = new ControlledSource();
    provide(source);
    const asked = Promise.all([
      provider.bounds(),
      provider.bounds(),
      provider.bounds({ scope: { country: 'DE' } }),
    ]);
    (await source.begun(0)).resolve(snapshot);
    expect(await asked).to.deep.equal([[4.9, 52.37, 4.9, 52.37], [4.9, 52.37, 4.9, 52.37], undefined]);
    const [worker] = WatchedWorker.made as [WatchedWorker];
    expect(worker.calls('bounds')).to.have.length(2);
    source.push({ stations: [{ id: 'a', status: 'Faulted' }] });
    await answered(
      provider,
      () => provider.counts('station'),
      ({ byStatus }) => byStatus.faulted === 1,
    );
    expect(await provider.bounds()).to.deep.equal([4.9, 52.37, 4.9, 52.37]);
    expect(worker.calls('bounds')).to.have.length(2);
    source.push({ locations: [location('far', [station('c')], { longitude: 9, latitude: 53 })] });
    expect(
      await answered(
        provider,
        () => provider.bounds(),
        box => box?.[2] === 9,
      ),
    ).to.deep.equal([4.9, 52.37, 9, 53]);
  });

  it('says why a feed cannot be read, in the words of the one who read it', async () => {
    const url = URL.createObjectURL(new Blob(['{"sites": []}']));
    provide(jsonSource(url));
    await provider.refresh();
    expect(provider.state.status).to.equal('error');
    expect(provider.state.error?.message).to.equal(
      `GET ${url} answered JSON of another shape; expected a NetworkSnapshot {locations: […]}.`,
    );
    URL.revokeObjectURL(url);
  });

  it('stops reading a feed that is no longer wanted', async () => {
    const url = URL.createObjectURL(new Blob([JSON.stringify(snapshot)]));
    provide(jsonSource(url));
    expect(await total()).to.equal(2);
    const abort = new AbortController();
    const refreshed = provider.refresh({ signal: abort.signal });
    await Promise.resolve();
    abort.abort();
    await refreshed;
    expect(provider.state).to.include({ status: 'ready', asOf: NOON, error: undefined });
    expect(await total()).to.equal(2);
    URL.revokeObjectURL(url);
  });

  it('is given records that a framework wraps in proxies as the data that they stand for', async () => {
    const wrap = (value: object): object =>
      new Proxy(value, {
        get: (target, field) => {
          const inner: unknown = Reflect.get(target, field);
          return typeof inner === 'object' && inner !== null ? wrap(inner) : inner;
        },
      });
    const source = new ControlledSource();
    provide(source);
    void provider.refresh();
    (await source.begun(0)).resolve(wrap(snapshot) as typeof snapshot);
    expect(await total()).to.equal(2);
  });

  it('rejects a question that can be sent neither as it is nor as JSON, and answers the others of its turn', async () => {
    provide();
    await total();
    const circular = { filter: {}, toString: () => 'a function' };
    const query = Object.assign(circular, { self: circular });
    const [unsendable, after] = await Promise.all([rejection(provider.stations(query)), total()]);
    expect(unsendable).to.be.instanceOf(TypeError);
    expect(after).to.equal(2);
  });

  it('R14: says so when a change cannot be sent', async () => {
    const source = new ControlledSource();
    provide(source);
    void provider.refresh();
    (await source.begun(0)).resolve(snapshot);
    await total();
    source.push({ stations: [{ id: 'a', heartbeatInterval: 1n, later: () => undefined } as never] });
    const { error } = await reached(provider, ({ status }) => status === 'error');
    expect(error).to.be.instanceOf(TypeError);
    expect(await total()).to.equal(2);
  });

  const unavailable: [title: string, worker: unknown][] = [
    ['there are no workers', undefined],
    [
      'the page forbids it',
      function () {
        throw new DOMException('Forbidden by its policy.', 'SecurityError');
      },
    ],
    [
      'its script is missing',
      class extends WatchedWorker {
        constructor() {
          super('/no/such/worker.js', { type: 'module' });
        }
      },
    ],
    [
      'its script fails',
      class extends WatchedWorker {
        constructor() {
          super('data:text/javascript,throw new Error()', { type: 'module' });
        }
      },
    ],
  ];
  for (const [title, worker] of unavailable) {
    it(`is done without where ${title}: the tab answers`, async () => {
      const undo = replaceGlobal('Worker', worker);
      provide();
      expect(await total()).to.equal(2);
      expect(provider.state.status).to.equal('ready');
      expect(WatchedWorker.made.every(({ isTerminated }) => isTerminated)).to.equal(true);
      undo();
    });
  }

  it('tells all who wait when it dies, and a refresh starts another', async () => {
    provide();
    let told = 0;
    expect(await total()).to.equal(2);
    provider.subscribe(() => told++);
    const waiting = [rejection(total()), rejection(provider.bounds())];
    // The questions are on their way.
    await Promise.resolve();
    await Promise.resolve();
    WatchedWorker.made[0]!.dispatchEvent(
      new ErrorEvent('error', { message: 'out of memory', cancelable: true }),
    );
    for (const error of await Promise.all(waiting))
      expect(error.message).to.equal("The engine's worker stopped: out of memory.");
    expect((await rejection(total())).message).to.equal("The engine's worker stopped: out of memory.");
    expect(WatchedWorker.made[0]!.isTerminated).to.equal(true);
    await provider.refresh();
    expect(WatchedWorker.made).to.have.length(2);
    expect(provider.state.status).to.equal('ready');
    expect(await total()).to.equal(2);
    expect(told).to.be.above(0);
  });

  it('R10: waits for no deadline of one that died while another loads', async () => {
    const source = new ControlledSource();
    provide(source);
    provider.subscribe(() => undefined);
    (await source.begun(0)).resolve(snapshot);
    await total();
    WatchedWorker.made[0]!.dispatchEvent(new ErrorEvent('error', { cancelable: true }));
    const unhandled: unknown[] = [];
    const onUnhandled = (event: PromiseRejectionEvent) => {
      event.preventDefault();
      unhandled.push(event.reason);
    };
    addEventListener('unhandledrejection', onUnhandled);
    const timers = new StubbedTimers();
    void provider.refresh();
    const load = await source.begun(1);
    const waiting = timers.size;
    timers.run();
    timers.restore();
    expect(waiting).to.equal(0);
    load.resolve(snapshot);
    expect(await total()).to.equal(2);
    removeEventListener('unhandledrejection', onUnhandled);
    expect(unhandled).to.deep.equal([]);
  });

  it('fails with the engine that took its place, so that a refresh starts another', async () => {
    const broken = new Error('The engine’s code did not arrive.');
    const instead: EngineChannel = {
      failure: broken,
      call: () => Promise.reject(broken),
      dispose: () => undefined,
    };
    const rules = { missedHeartbeats: 3, lastMessageBuckets: LAST_MESSAGE_BUCKETS };
    const engine = new WorkerEngine(new URL('/no/such/worker.js', document.baseURI), rules, () => instead);
    expect(await rejection(engine.call('tick', NOON))).to.equal(broken);
    expect(engine.failure).to.equal(broken);
  });

  it('holds the engine where a framework wraps its options in proxies', async () => {
    provider = localProvider(fixed, { lastMessageBuckets: new Proxy([60, 3600], {}) });
    expect((await provider.counts('last-message')).byStatus).to.have.keys('under-1m', 'under-1h', 'older');
    expect(WatchedWorker.made.map(({ isTerminated }) => isTerminated)).to.deep.equal([false]);
    expect(WatchedWorker.made[0]!.calls('counts')).to.have.length(1);
  });

  it('R14: says so when changes come after it died', async () => {
    const source = new ControlledSource();
    provide(source);
    void provider.refresh();
    (await source.begun(0)).resolve(snapshot);
    await total();
    WatchedWorker.made[0]!.dispatchEvent(new ErrorEvent('error', { cancelable: true }));
    const failed = new Promise<void>(resolve => {
      provider.subscribe(() => {
        if (provider.state.status === 'error') resolve();
      });
    });
    source.push({ stations: [{ id: 'a', status: 'Faulted' }] });
    await failed;
    expect(provider.state.error?.message).to.equal("The engine's worker stopped: no reason given.");
  });
});
