import { expect } from 'chai';

import { writeColumns } from '../../../src/model/columns/write-columns.js';
import type { BoundingBox } from '../../../src/model/questions.js';
import type { NetworkChange } from '../../../src/model/records.js';
import { columnsSource } from '../../../src/provider/sources/columns-source.js';
import { jsonSource } from '../../../src/provider/sources/json-source.js';
import { localProvider } from '../../../src/provider/local-provider.js';
import type { DisposableProvider } from '../../../src/provider/local-provider.js';
import { ocpiSource } from '../../../src/provider/sources/ocpi-source.js';
import type { StationSource } from '../../../src/provider/data-provider.js';
import { ControlledSource, rejection } from '../../support/controlled-source.js';
import { location, NOON, station } from '../../support/networks.js';
import { answered, reached } from '../../support/reached.js';
import { replaceGlobal } from '../../support/stubs.js';
import { WatchedWorker } from '../../support/watched-worker.js';

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
    expect(provider.state.engine).to.equal('worker');
    provider.dispose();
    provide(fixed, 'never');
    expect(await total()).to.equal(2);
    expect(WatchedWorker.made).to.have.length(1);
    expect(provider.state.engine).to.equal('tab');
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

  it('R28: is given the history of a snapshot, fetched or handed over, that of a framework too', async () => {
    const at = NOON - 300_000;
    const history = [{ at, counts: { evse: { faulted: 3 } } }];
    const url = URL.createObjectURL(new Blob([JSON.stringify({ ...snapshot, history })]));
    const proxied = history.map(point => new Proxy(point, {}));
    const sources = [jsonSource(url), { load: async () => ({ ...snapshot, history: proxied }) }];
    for (const source of sources) {
      provide(source);
      expect((await provider.trend('evse'))[0]).to.deep.equal(history[0]);
      expect(provider.state.engine).to.equal('worker');
      provider.dispose();
    }
    URL.revokeObjectURL(url);
  });

  it('is handed changes a few hundred records at a time, all of them and in their order', async () => {
    const source = new ControlledSource();
    provide(source);
    const ids = Array.from({ length: 3000 }, (_, index) => `s${index}`);
    const asked = total();
    (await source.begun(0)).resolve({
      asOf: NOON,
      locations: [
        location(
          'l',
          ids.map(id => station(id)),
        ),
      ],
    });
    await asked;
    for (const id of ids) source.push({ stations: [{ id, connection: 'offline' }] });
    await answered(
      provider,
      () => provider.counts('connection'),
      ({ byStatus }) => byStatus.offline === ids.length,
    );
    const handed = WatchedWorker.last.calls('change').map(({ args }) => args[0] as NetworkChange[]);
    expect(handed.flatMap(part => part.map(({ stations }) => stations![0]!.id))).to.deep.equal(ids);
    expect(Math.max(...handed.map(({ length }) => length))).to.be.most(250);
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

  it('R14: says which change cannot be sent, and loads the network anew', async () => {
    const source = new ControlledSource();
    provide(source);
    void provider.refresh();
    (await source.begun(0)).resolve(snapshot);
    await total();
    source.push({ stations: [{ id: 'a', heartbeatInterval: 1n, later: () => undefined } as never] });
    const { problems } = await reached(provider, state => state.problems !== undefined);
    expect(problems!.first[0]!.message).to.match(/^A change could not be taken \(.*BigInt.*\)\.$/);
    (await source.begun(1)).resolve(snapshot);
    await reached(provider, ({ status }) => status === 'ready');
    expect(await total()).to.equal(2);
  });

  it('holds the engine where a framework wraps its options in proxies', async () => {
    provider = localProvider(fixed, { lastMessageBuckets: new Proxy([60, 3600], {}) });
    expect((await provider.counts('last-message')).byStatus).to.have.keys('under-1m', 'under-1h', 'older');
    expect(WatchedWorker.made.map(({ isTerminated }) => isTerminated)).to.deep.equal([false]);
    expect(WatchedWorker.made[0]!.calls('counts')).to.have.length(1);
  });
});
