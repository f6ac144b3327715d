import { expect } from 'chai';

import { LAST_MESSAGE_BUCKETS } from '../../../src/model/last-message.js';
import { Engine } from '../../../src/provider/worker/engine.js';
import { fetchSnapshot } from '../../../src/provider/sources/fetch-snapshot.js';
import { loadJsonFeed } from '../../../src/provider/worker/load-json-feed.js';
import { loadInParts } from '../../../src/provider/worker/load-in-parts.js';
import { rejection } from '../../support/controlled-source.js';
import { location, NOON, station } from '../../support/networks.js';
import { stubServer } from '../../support/stubs.js';

const RULES = { missedHeartbeats: 3, lastMessageBuckets: LAST_MESSAGE_BUCKETS };
const { signal } = new AbortController();
const one = { asOf: NOON, locations: [location('l', [station('a')])] };
const two = { asOf: NOON + 1, locations: [location('l', [station('a'), station('b')])] };

const total = async (engine: Engine) => (await engine.ask('counts', ['connection'], NOON)).total;

describe('the engine', () => {
  it('has nothing to answer, change or commit before a load', async () => {
    const engine = new Engine(RULES, loadJsonFeed(fetchSnapshot));
    const asked = [
      total(engine),
      engine.change([], NOON),
      engine.tick(NOON),
      engine.commit(NOON),
      engine.add([], 0),
    ];
    for (const error of await Promise.all(asked.map(rejection)))
      expect(error.message).to.equal('Nothing is loaded yet; load a snapshot first.');
  });

  it('answers from the network before until the next is committed', async () => {
    const engine = new Engine(RULES, loadJsonFeed(fetchSnapshot));
    expect(await loadInParts(engine, one, 0, signal)).to.equal(NOON);
    await engine.commit(NOON);
    await loadInParts(engine, two, 0, signal);
    expect(await total(engine)).to.equal(1);
    await engine.commit(NOON + 1);
    expect(await total(engine)).to.equal(2);
  });

  it('drops a network that was begun and never committed', async () => {
    const engine = new Engine(RULES, loadJsonFeed(fetchSnapshot));
    await loadInParts(engine, two, 0, signal);
    await loadInParts(engine, one, 0, signal);
    await engine.commit(NOON);
    expect(await total(engine)).to.equal(1);
  });

  it('reports another version with every commit and every change that may matter, and the same with none', async () => {
    const engine = new Engine(RULES, loadJsonFeed(fetchSnapshot));
    const versions: number[] = [];
    for (let count = 0; count < 3; count++) {
      await loadInParts(engine, one, 0, signal);
      versions.push((await engine.commit(NOON)).version);
      versions.push((await engine.change([{ stations: [{ id: 'a', status: 'Faulted' }] }], NOON)).version);
    }
    expect(new Set(versions).size).to.equal(versions.length);
    expect((await engine.tick(NOON + 1)).version).to.equal(versions.at(-1));
  });

  it('foretells when time alone changes an answer, and what is on no map', async () => {
    const engine = new Engine(RULES, loadJsonFeed(fetchSnapshot));
    const nowhere = location('n', [station('lost', { lastMessageAt: NOON })], { longitude: Infinity });
    await loadInParts(engine, { locations: [...one.locations, nowhere] }, NOON, signal);
    const report = await engine.commit(NOON);
    expect(report).to.deep.include({ leftOut: 1, nextDeadline: NOON + 14 * 60_000 });
  });

  it('lets others go first while it loads: a hundred thousand stations take many turns', async () => {
    const engine = new Engine(RULES, loadJsonFeed(fetchSnapshot));
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
    await loadInParts(engine, { locations }, NOON, signal);
    isDone = true;
    port1.close();
    await engine.commit(NOON);
    expect(await total(engine)).to.equal(100_000);
    expect(turns).to.be.above(2);
  });

  it('stops in the middle of a load that is aborted', async () => {
    const abort = new AbortController();
    const added: number[] = [];
    const loading = loadInParts(
      {
        begin: async () => undefined,
        add: async (_, from) => {
          added.push(from);
          abort.abort();
        },
      },
      { locations: Array.from({ length: 20_000 }, () => null as never) },
      NOON,
      abort.signal,
    );
    expect((await rejection(loading)).name).to.equal('AbortError');
    expect(added).to.deep.equal([0]);
  });

  it('fetches a feed into the next network', async () => {
    const server = stubServer({ '/network.json': { json: two } });
    const engine = new Engine(RULES, loadJsonFeed(fetchSnapshot));
    const url = new URL('/network.json', document.baseURI).href;
    expect(await engine.fetch({ url, format: 'network' }, 0, signal)).to.equal(NOON + 1);
    await engine.commit(NOON + 1);
    expect(await total(engine)).to.equal(2);
    server.restore();
  });
});
