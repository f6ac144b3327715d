import { once } from 'node:events';

import { expect } from 'chai';

import { downloadMessages } from '../../src/messages/catalogues.js';
import { localizeFor } from '../../src/messages/nearest-language.js';
import type { NetworkChange, NetworkSnapshot } from '../../src/model/records.js';
import { localProvider } from '../../src/provider/local-provider.js';
import type { DisposableProvider } from '../../src/provider/local-provider.js';
import { remoteProvider } from '../../src/provider/remote-provider.js';
import type { RequestOptions } from '../../src/provider/sources/request-options.js';
import { checkProvider } from '../../src/testing/index.js';
import { ONE_OF_EACH_KIND } from '../support/checked-networks.js';
import { rejection } from '../support/controlled-source.js';
import { location, NOON, station } from '../support/networks.js';
import { protocolServer } from '../support/protocol-server.js';
import type { Fault, ProtocolServer } from '../support/protocol-server.js';
import { answered, reached, untilOffline } from '../support/reached.js';

const SNAPSHOT: NetworkSnapshot = {
  asOf: NOON,
  locations: [
    location('NL-1', [station('A'), station('B')], { country: 'NL', longitude: 4.9, latitude: 52.4 }),
    location('BE-1', [station('C')], { country: 'BE', longitude: 4.4, latitude: 51.2 }),
  ],
};

/** What a test made, to be taken away after it. */
let ends: (() => unknown)[] = [];

interface Served {
  server: ProtocolServer;
  push: (change: NetworkChange) => Promise<void>;
}

async function serve(snapshot: NetworkSnapshot, fault?: Fault): Promise<Served> {
  let taker: (change: NetworkChange) => void;
  const source = {
    load: async () => snapshot,
    watch: (push: (change: NetworkChange) => void) => void (taker = push),
  };
  const local = localProvider(source, { worker: 'never' });
  const server = await protocolServer(local, fault);
  ends.push(
    () => server.close(),
    () => local.dispose(),
  );
  const push = async (change: NetworkChange) => {
    const taken = new Promise<void>(resolve => {
      const stop = local.subscribe(() => {
        stop();
        resolve();
      });
    });
    taker(change);
    await taken;
  };
  return { server, push };
}

/** A provider that is followed, as by a view, until the test ends. */
function provide(base: string, options?: RequestOptions): DisposableProvider {
  const provider = remoteProvider(base, options);
  provider.subscribe(() => undefined);
  ends.push(() => provider.dispose());
  return provider;
}

describe('remoteProvider', () => {
  beforeEach(() => {
    ends = [];
  });
  afterEach(async () => {
    for (const end of ends.reverse()) await end();
  });

  it('R2 R3 R4 R5 R6 R7 R8 R9 R15 R16 R17 R20 R28 R32: passes checkProvider', async () => {
    const { server } = await serve(ONE_OF_EACH_KIND);
    // Followed, as by a view: what is asked twice is answered once.
    const report = await checkProvider(() => provide(server.base), ONE_OF_EACH_KIND);
    expect(report.without).to.deep.equal([]);
  });

  it('R10: asks again when the server tells that an answer may be another', async () => {
    const { server, push } = await serve(SNAPSHOT);
    const provider = provide(server.base);
    await reached(provider, () => provider.state.status === 'ready' && server.streams.size === 1);
    expect((await provider.counts('connection')).byStatus.offline).to.equal(0);
    const asOf = NOON + 1000;
    await push({ asOf, stations: [{ id: 'A', connection: 'offline' }] });
    await untilOffline(provider, 1);
    expect(provider.state.asOf).to.equal(asOf);
  });

  it('R31: passes on the reasons of problems, for readers of other languages', async () => {
    const { server } = await serve({ asOf: NOON, locations: [...SNAPSHOT.locations, 'lost' as never] });
    const provider = provide(server.base);
    await reached(provider, () => provider.state.status === 'ready');
    expect(provider.state.problems!.first[0]!.reason).to.deep.equal({
      key: 'unexpected',
      given: ['locations[2]', '"lost"', { key: 'anObject' }],
    });
  });

  it('asks once for what several views ask, until the server tells of a change', async () => {
    const { server, push } = await serve(SNAPSHOT);
    const provider = provide(server.base);
    await reached(provider, () => server.streams.size === 1);
    await push({ asOf: NOON + 1000 });
    await reached(provider, () => provider.state.asOf === NOON + 1000);
    const asked = () => server.requests.filter(path => path === '/api/counts/evse').length;
    const [one, other] = await Promise.all([provider.counts('evse'), provider.counts('evse')]);
    expect(await provider.counts('evse')).to.deep.equal(one);
    expect(asked()).to.equal(1);
    expect(one).to.deep.equal(other);
    expect(one === other, 'whether answers are one object').to.equal(false);
    await push({ asOf: NOON + 2000 });
    await reached(provider, () => provider.state.asOf === NOON + 2000);
    await provider.counts('evse');
    expect(asked()).to.equal(2);
  });

  it('asks anew each time while no stream would tell of a change, and closes its stream when nobody is subscribed', async () => {
    const { server } = await serve(SNAPSHOT);
    const provider = remoteProvider(server.base);
    ends.push(() => provider.dispose());
    await reached(provider, () => server.streams.size === 1);
    const [stream] = server.streams;
    if (!stream!.closed) await once(stream!, 'close');
    const asked = () => server.requests.filter(path => path === '/api/counts/evse').length;
    await provider.counts('evse');
    await provider.counts('evse');
    expect(asked()).to.equal(2);
  });

  it('asks for a scope in the same words however it is written, beside a query of the address itself', async () => {
    const { server } = await serve(SNAPSHOT);
    const provider = provide(`${server.base}?tenant=7`);
    expect((await provider.counts('connection', { scope: { country: 'NL' } })).total).to.equal(2);
    expect((await provider.counts('connection', { scope: { country: ['NL', 'BE', 'NL'] } })).total).to.equal(
      3,
    );
    expect((await provider.counts('connection', { scope: { country: [] } })).total).to.equal(0);
    const scopes = server.requests
      .map(path => new URL(path, server.origin))
      .filter(({ pathname }) => pathname === '/api/counts/connection')
      .map(({ searchParams }) => [searchParams.get('tenant'), searchParams.get('scope')]);
    expect(scopes).to.deep.equal([
      ['7', '{"country":["NL"]}'],
      ['7', '{"country":["BE","NL"]}'],
      ['7', '{"country":[]}'],
    ]);
  });

  it('sends the headers with each request and with the stream, and asks for them again after a 401', async () => {
    let isRefused = true;
    const { server } = await serve(SNAPSHOT, (path, response) => {
      if (path !== 'bounds' || !isRefused) return false;
      isRefused = false;
      response.writeHead(401).end();
      return true;
    });
    let token = 0;
    const provider = provide(server.base, { headers: () => ({ Authorization: `Bearer ${++token}` }) });
    await reached(provider, () => server.streams.size === 1);
    expect(await provider.bounds()).to.deep.equal([4.4, 51.2, 4.9, 52.4]);
    const sent = server.headers.map(({ authorization }) => authorization);
    expect(sent.every(each => /^Bearer \d$/.test(String(each)))).to.equal(true);
    expect(new Set(sent).size).to.equal(sent.length);
  });

  it('rejects with a RangeError, in the words of the server, what is not asked as it should be', async () => {
    const { server } = await serve(SNAPSHOT);
    const provider = provide(server.base);
    const refused = async (question: Promise<unknown>) => {
      const error = await question.catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(RangeError);
      return (error as Error).message;
    };
    expect(await refused(provider.counts('colour' as never))).to.contain('dimension is "colour"');
    expect(await refused(provider.stations({ filter: {}, cursor: 'x:1' }))).to.contain(
      'ask for its first page',
    );
    expect(provider.state.status).to.equal('ready');
  });

  it('R14: a first load that fails is told, and tried again until it goes well', async () => {
    let failures = 2;
    const { server } = await serve(SNAPSHOT, (path, response) => {
      if (path !== 'state' || failures-- <= 0) return false;
      response.destroy();
      return true;
    });
    const provider = provide(server.base);
    await reached(provider, () => provider.state.status === 'error');
    const { error, retryAt } = provider.state;
    expect(error!.message).to.equal(`GET ${server.base}state got no answer: fetch failed.`);
    expect(retryAt).to.be.above(Date.now());
    await reached(provider, () => provider.state.status === 'ready');
    expect((await provider.counts('connection')).total).to.equal(3);
  });

  it('R14: a question that fails is told in the words of the server, not asked again and again, and tried again by itself', async () => {
    let isIll = true;
    const { server } = await serve(SNAPSHOT, (path, response) => {
      if (!isIll || !path.startsWith('map/')) return false;
      const detail = 'The database is being restarted.';
      response
        .writeHead(503, { 'Content-Type': 'application/problem+json', 'Retry-After': '1' })
        .end(JSON.stringify({ detail, reason: { key: 'databaseAway' } }));
      return true;
    });
    const provider = provide(server.base);
    const world = { dimension: 'connection' as const, bbox: [-180, -90, 180, 90] as never, zoom: 0 };
    /** As a view does: it asks whenever it is told to. */
    const items = () => provider.mapItems(world).catch(() => []);
    provider.subscribe(() => void items());
    await reached(provider, () => provider.state.status === 'error');
    expect(provider.state.error!.message).to.equal(
      `GET ${server.base}map/connection/0/0/0/0 answered 503 Service Unavailable: The database is being restarted.`,
    );
    await downloadMessages('de');
    expect(await localizeFor('de').explained(provider.state.error!)).to.include(
      '503 Service Unavailable⁩ beantwortet: Die Datenbank antwortet zurzeit nicht.',
    );
    expect((await provider.counts('connection')).total).to.equal(3);
    isIll = false;
    await answered(provider, items, ({ length }) => length > 0);
    expect(provider.state.status).to.equal('ready');
    expect(server.requests.filter(path => path.startsWith('/api/map/')).length).to.be.below(6);
  });

  it('R14: is stale while its stream is broken, answers as before, and opens it again', async () => {
    const { server, push } = await serve(SNAPSHOT);
    const provider = provide(server.base);
    await reached(provider, () => provider.state.status === 'ready' && server.streams.size === 1);
    for (const stream of server.streams) stream.destroy();
    await reached(provider, () => provider.state.status === 'stale');
    expect(provider.state.error!.message).to.contain(`The live stream ${server.base}changes`);
    expect((await provider.counts('connection')).total).to.equal(3);
    await reached(provider, () => provider.state.status === 'ready' && server.streams.size === 1);
    await push({ asOf: NOON + 1000, stations: [{ id: 'A', connection: 'offline' }] });
    await untilOffline(provider, 1);
  });

  it('R14: tells where the server is none of this protocol', async () => {
    const { server } = await serve(SNAPSHOT, (path, response) => {
      const bodies: Record<string, string> = { 'a/state': '<!doctype html>', 'b/state': '{"version":7}' };
      if (!(path in bodies)) return false;
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(bodies[path]);
      return true;
    });
    for (const [path, words] of [
      ['a', 'answered what is not JSON'],
      ['b', 'version is 7; expected text'],
    ]) {
      const provider = provide(`${server.base}${path}`);
      await reached(provider, () => provider.state.status === 'error');
      expect(provider.state.error!.message).to.contain(words);
    }
  });

  it('R14: says what was expected of an answer whose parts are of another shape', async () => {
    const bodies: Record<string, unknown> = {
      'counts/connection': { total: 1, byStatus: { online: '1' } },
      location: { id: 'NL-1', stations: [null] },
      stations: { stations: [{ id: 'A' }], total: 1 },
      bounds: [4, 51, 5, '52'],
      'trend/connection': [{ at: NOON, counts: null }],
      'facets/country': [{ stations: 2 }],
      map: [{ longitude: 4.9, latitude: 52.4 }],
    };
    const { server } = await serve(SNAPSHOT, (path, response) => {
      const key = path.startsWith('map/') ? 'map' : path.replace(/\?.*/, '');
      if (!(key in bodies)) return false;
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(bodies[key]));
      return true;
    });
    const provider = provide(server.base);
    for (const [asked, words] of [
      [() => provider.counts('connection'), '{ total, byStatus }'],
      [() => provider.location('NL-1'), 'a location with its stations'],
      [() => provider.stations({ filter: {} }), '{ stations, total }'],
      [() => provider.bounds(), '[west, south, east, north]'],
      [() => provider.trend('connection'), 'a list of points'],
      [() => provider.facets('country'), 'a list of { value, stations }'],
      [
        () => provider.mapItems({ dimension: 'connection', bbox: [-180, -85, 180, 85], zoom: 1 }),
        'a list of map items',
      ],
    ] as const)
      expect((await rejection(asked())).message).to.include(`another shape; expected ${words}`);
  });

  it('refuses an address or an option that cannot be', () => {
    expect(() => remoteProvider('http://')).to.throw(TypeError, 'is no URL');
    expect(() => remoteProvider('http://user:secret@localhost/api')).to.throw(TypeError, 'in the headers');
    expect(() => remoteProvider('http://localhost/api', { timeout: 0 })).to.throw(RangeError, 'timeout is 0');
  });
});
