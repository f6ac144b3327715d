import { expect } from 'chai';

import { LAST_MESSAGE_BUCKETS } from '../../../src/model/last-message.js';
import type { NetworkChange } from '../../../src/model/records.js';
import type { EngineChannel } from '../../../src/provider/worker/engine-channel.js';
import { Engine } from '../../../src/provider/worker/engine.js';
import { handOver } from '../../../src/provider/worker/hand-over.js';
import { TabEngine } from '../../../src/provider/worker/tab-engine.js';
import { rejection } from '../../support/controlled-source.js';
import { location, NOON, station } from '../../support/networks.js';
import { stubServer } from '../../support/stubs.js';

const RULES = { missedHeartbeats: 3, lastMessageBuckets: LAST_MESSAGE_BUCKETS };
const { signal } = new AbortController();
const one = { asOf: NOON, locations: [location('l', [station('a')])] };
const two = { asOf: NOON + 1, locations: [location('l', [station('a'), station('b')])] };

const total = async (engine: EngineChannel) => (await engine.call('counts', NOON, 'connection')).total;

describe('the engine', () => {
  it('has nothing to answer, change or commit before a load', async () => {
    const engine = new TabEngine(RULES, 'network');
    const asked = [
      total(engine),
      engine.call('change', [], NOON),
      engine.call('tick', NOON),
      engine.call('commit', NOON),
      engine.call('add', [], 0),
    ];
    for (const error of await Promise.all(asked.map(rejection)))
      expect(error.message).to.equal('Nothing is loaded yet; load a snapshot first.');
  });

  it('answers from the network before until the next is committed', async () => {
    const engine = new TabEngine(RULES, 'network');
    expect(await handOver(engine, one, 0, signal)).to.equal(NOON);
    await engine.call('commit', NOON);
    await handOver(engine, two, 0, signal);
    expect(await total(engine)).to.equal(1);
    await engine.call('commit', NOON + 1);
    expect(await total(engine)).to.equal(2);
  });

  it('drops a network that was begun and never committed', async () => {
    const engine = new TabEngine(RULES, 'network');
    await handOver(engine, two, 0, signal);
    await handOver(engine, one, 0, signal);
    await engine.call('commit', NOON);
    expect(await total(engine)).to.equal(1);
  });

  it('reports another version with every commit and every change that may matter, and the same with none', async () => {
    const engine = new TabEngine(RULES, 'network');
    const versions: number[] = [];
    for (let count = 0; count < 3; count++) {
      await handOver(engine, one, 0, signal);
      versions.push((await engine.call('commit', NOON)).version);
      versions.push(
        (await engine.call('change', [{ stations: [{ id: 'a', status: 'Faulted' }] }], NOON)).version,
      );
    }
    expect(new Set(versions).size).to.equal(versions.length);
    expect((await engine.call('tick', NOON + 1)).version).to.equal(versions.at(-1));
  });

  it('R10: begins a network by the clock of its commit, which may have been set back since the load began', async () => {
    const engine = new TabEngine(RULES, 'network');
    const hour = 3_600_000;
    await handOver(engine, one, NOON, signal);
    await engine.call('commit', NOON);
    await engine.call('tick', NOON + hour);
    const heard = { lastMessageAt: NOON + 1 };
    await handOver(
      engine,
      { asOf: NOON + 1, locations: [location('l', [station('a', heard)])] },
      NOON + hour,
      signal,
    );
    const { nextDeadline } = await engine.call('commit', NOON + 1);
    const { byStatus } = await engine.call('counts', NOON + 1, 'connection');
    expect(byStatus).to.include({ online: 1, offline: 0 });
    expect(nextDeadline).to.be.within(NOON + 2, NOON + hour);
  });

  it('foretells when time alone changes an answer, and what is on no map', async () => {
    const engine = new TabEngine(RULES, 'network');
    const nowhere = location('n', [station('lost', { lastMessageAt: NOON })], { longitude: Infinity });
    await handOver(engine, { locations: [...one.locations, nowhere] }, NOON, signal);
    const report = await engine.call('commit', NOON);
    expect(report).to.deep.include({ leftOut: 1, nextDeadline: NOON + 14 * 60_000 });
  });

  it('lets others go first while it loads: a hundred thousand stations take many turns', async () => {
    const engine = new TabEngine(RULES, 'network');
    const locations = Array.from({ length: 20_000 }, (_, index) =>
      location(
        `l${index}`,
        Array.from({ length: 5 }, (_, part) => station(`s${index}-${part}`)),
      ),
    );
    let turns = 0;
    let isDone = false;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      turns++;
      if (!isDone) port2.postMessage(0);
    };
    port2.postMessage(0);
    await handOver(engine, { locations }, NOON, signal);
    isDone = true;
    port1.close();
    await engine.call('commit', NOON);
    expect(await total(engine)).to.equal(100_000);
    expect(turns).to.be.above(2);
  });

  it('stops in the middle of a load that is aborted', async () => {
    const abort = new AbortController();
    const added: unknown[] = [];
    const loading = handOver(
      {
        call: async (method: string, ...args: unknown[]) => {
          if (method !== 'add') return;
          added.push(args[1]);
          abort.abort();
        },
      } as unknown as EngineChannel,
      { locations: Array.from({ length: 20_000 }, () => null as never) },
      NOON,
      abort.signal,
    );
    expect((await rejection(loading)).name).to.equal('AbortError');
    expect(added).to.deep.equal([0]);
  });

  it('knows the version of its feed until a change has written something, which a heartbeat does not', async () => {
    const version = { validator: '"1"', asOf: NOON };
    let isKnown: boolean | undefined;
    const engine = new Engine(RULES, ({ known }, start) => {
      isKnown = known === version;
      start(NOON, []).load([...one.locations, location('empty', [])]);
      return Promise.resolve({ asOf: NOON, version });
    });
    const isKnownAfter = async (change: NetworkChange) => {
      const feed = { url: '/network.json', options: {}, asksHeaders: false };
      await engine.fetch(feed, NOON, signal);
      engine.commit(NOON);
      engine.change([change], NOON);
      await engine.fetch(feed, NOON, signal);
      return isKnown;
    };
    for (const change of [
      {},
      { asOf: NOON + 3_600_000 },
      { stations: [] },
      { stations: [{ id: 'nowhere' }] },
    ])
      expect(await isKnownAfter(change), JSON.stringify(change)).to.equal(true);
    for (const change of [
      { stations: [{ id: 'a', lastMessageAt: NOON }] },
      { locations: [location('m', [])] },
      { removed: { stations: ['a'] } },
      { removed: { locations: ['empty'] } },
    ])
      expect(await isKnownAfter(change), JSON.stringify(change)).to.equal(false);
  });

  it('fetches a feed into the next network', async () => {
    const server = stubServer({ '/network.json': { json: two } });
    const engine = new TabEngine(RULES, 'network');
    const url = new URL('/network.json', document.baseURI).href;
    const outcome = await engine.call('fetch', { url, options: {}, asksHeaders: false }, 0, signal);
    expect(outcome).to.deep.equal({ asOf: NOON + 1, isUnchanged: false });
    await engine.call('commit', NOON + 1);
    expect(await total(engine)).to.equal(2);
    server.restore();
  });
});
