import { mock } from 'node:test';

import { expect } from 'chai';

import type { NetworkChange, NetworkSnapshot } from '../../src/model/records.js';
import { SECOND } from '../../src/model/time.js';
import { localProvider } from '../../src/provider/local-provider.js';
import type { DisposableProvider } from '../../src/provider/local-provider.js';
import { jsonSource } from '../../src/provider/sources/json-source.js';
import { withLive } from '../../src/provider/sources/live.js';
import { RequestError } from '../../src/provider/sources/request-error.js';
import { ControlledSource } from '../support/controlled-source.js';
import { HeldTimers } from '../support/held-timers.js';
import { location, NOON, station } from '../support/networks.js';
import { answered, reached } from '../support/reached.js';
import { StubbedClocks } from '../support/stubs.js';
import { StreamServer } from '../support/stream-server.js';

const network = (asOf = NOON): NetworkSnapshot => ({
  asOf,
  locations: [location('l', [station('a'), station('b')])],
});
const fault = (id: string, asOf?: number): NetworkChange => ({ asOf, stations: [{ id, status: 'Faulted' }] });

/** Lets all that is due now, and needs no time, happen. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate);
}

describe('localProvider where changes are missed', () => {
  let source: ControlledSource;
  let provider: DisposableProvider;
  let timers: HeldTimers;
  let clocks: StubbedClocks | undefined;
  const provide = () => {
    provider = localProvider(source, { worker: 'never' });
    provider.subscribe(() => undefined);
  };
  const is = (status: string) => reached(provider, state => state.status === status);
  const loaded = async (number: number) => {
    (await source.begun(number)).resolve(network(NOON + number));
    await is('ready');
  };
  /** Has the source watch only when what this resolves with, once it is asked to, is called. */
  const watchedLater = () =>
    new Promise<() => void>(resolve => {
      const { watch } = source;
      source.watch = (...given) => {
        watch.apply(source, given);
        return new Promise<void>(open => {
          resolve(open);
        });
      };
    });
  const faulted = async () =>
    (await provider.stations({ filter: { station: ['faulted'] } })).stations.map(({ id }) => id).sort();

  beforeEach(() => {
    mock.method(Math, 'random', () => 0);
    timers = new HeldTimers();
    source = new ControlledSource();
  });

  afterEach(() => {
    provider.dispose();
    timers.restore();
    clocks?.restore();
    clocks = undefined;
    mock.restoreAll();
  });

  it('R14: is stale with the reason, loads once for all that was missed, and is ready again', async () => {
    provide();
    await loaded(0);
    source.watching.missed!(new Error('One was lost.'));
    source.watching.missed!(new Error('Two were lost.'));
    expect(provider.state).to.include({ status: 'stale' });
    expect(provider.state.error?.message).to.equal('Two were lost.');
    source.push(fault('a', NOON + 5));
    await loaded(1);
    expect(provider.state.error).to.equal(undefined);
    await settled();
    expect(source.loads).to.have.length(2);
  });

  it('R14: loads once more where changes were missed during a load, which may not hold them', async () => {
    provide();
    const first = await source.begun(0);
    source.watching.missed!(new Error('One was lost.'));
    first.resolve(network());
    const { error } = await is('stale');
    expect(error?.message).to.equal('One was lost.');
    await loaded(1);
    await settled();
    expect(source.loads).to.have.length(2);
  });

  it('R14: loads after ever longer waits while changes are missed again and again', async () => {
    provide();
    await loaded(0);
    source.watching.missed!(new Error('Lost.'));
    await loaded(1);
    for (const [index, wait] of [1, 2, 4, 8].entries()) {
      source.watching.missed!(new Error('Lost.'));
      await settled();
      timers.pass(wait * SECOND - 1);
      await settled();
      expect(source.loads, `before ${wait} seconds`).to.have.length(index + 2);
      timers.pass(1);
      await loaded(index + 2);
    }
  });

  it('R14: stays stale where the load that follows fails, and tries again', async () => {
    provide();
    await loaded(0);
    source.watching.missed!(new Error('Lost.'));
    (await source.begun(1)).reject(new Error('No answer.'));
    await is('error');
    timers.pass(SECOND);
    await loaded(2);
  });

  it('R14: leaves a gap to the next try of a load that failed, however often changes are missed until then', async () => {
    const running = (clocks = new StubbedClocks());
    const pass = (time: number) => {
      running.run(time);
      timers.pass(time);
      return settled();
    };
    provide();
    await loaded(0);
    void provider.refresh();
    const busy = { message: 'Too many requests.', isPassing: true, retryAfter: 600 * SECOND };
    (await source.begun(1)).reject(new RequestError(busy));
    await is('error');
    for (let second = 0; second < 599; second++) {
      source.watching.missed!(new Error('Lost.'));
      await pass(SECOND);
    }
    expect(source.loads).to.have.length(2);
    await pass(SECOND);
    await loaded(2);
    expect(provider.state.error).to.equal(undefined);
    await settled();
    expect(source.loads).to.have.length(3);
  });

  it('has the first load wait until changes are watched, and a second at most', async () => {
    const opening = watchedLater();
    provide();
    const open = await opening;
    await settled();
    expect(source.loads).to.have.length(0);
    open();
    await loaded(0);
    timers.pass(60 * SECOND);
    await settled();
    expect(source.loads).to.have.length(1);
  });

  it('takes the first push for the start of a watch that resolves only when its loop ends', async () => {
    const opening = watchedLater();
    provide();
    const end = await opening;
    source.push(fault('a', NOON + 5));
    await loaded(0);
    source.push(fault('b', NOON + 6));
    await answered(provider, faulted, found => found.join() === 'a,b');
    const statuses: string[] = [];
    provider.subscribe(() => statuses.push(provider.state.status));
    end();
    await settled();
    timers.pass(60 * SECOND);
    await settled();
    expect(source.loads).to.have.length(1);
    expect(statuses).to.deep.equal([]);
  });

  it('loads once more where the first change is pushed only after it has loaded, and no more when the loop ends', async () => {
    const opening = watchedLater();
    provide();
    const end = await opening;
    timers.pass(SECOND);
    await loaded(0);
    source.push(fault('a', NOON + 5));
    await is('stale');
    await loaded(1);
    await answered(provider, faulted, found => found.join() === 'a');
    end();
    await settled();
    timers.pass(60 * SECOND);
    await settled();
    expect(source.loads).to.have.length(2);
  });

  it('R14: is stale where a watch that has pushed rejects', async () => {
    const { watch } = source;
    let fail: (error: Error) => void;
    source.watch = (...given) => {
      watch.apply(source, given);
      return new Promise((_resolve, reject) => {
        fail = reject;
        source.push({});
      });
    };
    provide();
    await loaded(0);
    fail!(new Error('The loop broke.'));
    expect((await is('stale')).error?.message).to.equal('The loop broke.');
  });

  it('loads once more where changes are watched only after it has loaded', async () => {
    const opening = watchedLater();
    provide();
    const open = await opening;
    timers.pass(SECOND);
    await loaded(0);
    open();
    await is('stale');
    await loaded(1);
    await settled();
    expect(source.loads).to.have.length(2);
  });

  it('R14: says once what a change holds that is none of its fields, and what a source calls strange', async () => {
    provide();
    await loaded(0);
    const misspelt = { station: [{ id: 'a', status: 'Faulted' }] } as NetworkChange;
    for (let count = 0; count < 10; count++) source.push(misspelt);
    source.watching.strange!({ path: 'event "status"', message: 'Not read.' });
    source.push(fault('nowhere'));
    const { problems, status } = await reached(provider, state => state.problems?.total === 3);
    expect(status).to.equal('ready');
    expect(problems!.first.map(({ path }) => path)).to.deep.equal([
      'station',
      'event "status"',
      'stations[0].id',
    ]);
  });

  it('R14: loads anew where more changes came than can be kept', async () => {
    provide();
    const first = await source.begun(0);
    for (let count = 0; count <= 500_000; count++) source.push({ stations: [{ id: `s${count}` }] });
    first.resolve(network());
    const { error } = await is('stale');
    expect(error?.message).to.include('faster than they can be taken');
    await loaded(1);
    expect(provider.state.problems).to.equal(undefined);
  });

  describe('by a stream of its server', () => {
    let server: StreamServer;
    /** What the server would answer to a load. */
    let truth: NetworkSnapshot;
    /** Whether loads are refused. */
    let isAway: boolean;
    /** What was asked for, in its order. */
    let paths: string[];

    const provideLive = () => {
      const url = (path: string) => `${server.origin}${path}`;
      provider = localProvider(withLive(jsonSource(url('/network')), url('/live')), { worker: 'never' });
      provider.subscribe(() => undefined);
    };
    const untilFaulted = (ids: string[]) => answered(provider, faulted, found => found.join() === ids.join());
    const loads = () => paths.filter(path => path === '/network').length;
    const streams = () => server.asked.filter(({ request }) => request.url === '/live');
    /** The stream's response of this number, from 0. */
    const streamed = async (number: number) => {
      for (let asked = 0; streams().length <= number; asked++) await server.ask(asked);
      return streams()[number]!.response;
    };
    const openStream = async (number: number, text = ': hello\n\n') => {
      const response = await streamed(number);
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      response.write(text);
      return response;
    };
    /** The truth changes; the stream may tell it. */
    const happen = (id: string) => {
      const stations = truth.locations[0]!.stations.map(known =>
        known.id === id ? { ...known, status: 'Faulted' } : known,
      );
      truth = { asOf: NOON, locations: [location('l', stations)] };
    };

    beforeEach(async () => {
      truth = network();
      paths = [];
      isAway = false;
      server = await StreamServer.start(({ request, response }) => {
        paths.push(request.url!);
        if (request.url !== '/network') return;
        if (isAway) response.writeHead(503).end();
        else response.end(JSON.stringify(truth));
      });
    });

    afterEach(async () => {
      provider.dispose();
      await server.close();
    });

    it('opens the stream before it loads, so that nothing falls between the two', async () => {
      provideLive();
      const stream = await streamed(0);
      await settled();
      expect(paths).to.deep.equal(['/live']);
      happen('a');
      stream.writeHead(200, { 'Content-Type': 'text/event-stream' });
      stream.write(`data: ${JSON.stringify(fault('a'))}\n\n`);
      await untilFaulted(['a']);
      expect(paths).to.deep.equal(['/live', '/network']);
    });

    it('loads once more where the stream opens only after the load', async () => {
      provideLive();
      await streamed(0);
      await settled();
      timers.pass(SECOND);
      await is('ready');
      happen('a');
      await openStream(0);
      await untilFaulted(['a']);
      expect(loads()).to.equal(2);
    });

    it('loads once more after a message that cannot be read', async () => {
      provideLive();
      const stream = await openStream(0);
      await is('ready');
      happen('b');
      stream.write('data: {"stations":[{"id":"b","status":"Faul\n\n');
      await untilFaulted(['b']);
      await is('ready');
      expect(loads()).to.equal(2);
    });

    it('loads once more after a gap, not where the server sends what came in it', async () => {
      provideLive();
      (await openStream(0)).end();
      await is('stale');
      happen('a');
      timers.pass(SECOND);
      const again = await openStream(1, `id: 1\ndata: {}\n\n`);
      await untilFaulted(['a']);
      await is('ready');
      expect(loads()).to.equal(2);
      again.end();
      await is('stale');
      timers.pass(2 * SECOND);
      await openStream(2, `id: 2\ndata: ${JSON.stringify(fault('b'))}\n\n`);
      await untilFaulted(['a', 'b']);
      await is('ready');
      expect(loads()).to.equal(2);
    });

    it('R14: says that data is as old as it was where the stream is open again and the network cannot be loaded', async () => {
      provideLive();
      (await openStream(0)).end();
      await is('stale');
      isAway = true;
      const statuses: string[] = [];
      provider.subscribe(() => statuses.push(provider.state.status));
      timers.pass(SECOND);
      await openStream(1);
      const { asOf } = await is('error');
      await settled();
      expect([asOf, provider.state.asOf]).to.deep.equal([NOON, NOON]);
      expect(statuses).to.include('stale').and.to.not.include('ready');
    });

    it('R14: is stale while its server takes a stream and never answers', async () => {
      provideLive();
      await streamed(0);
      timers.pass(SECOND);
      await is('ready');
      timers.pass(44 * SECOND);
      const { error } = await is('stale');
      expect(error?.message).to.include('sent nothing for 45 seconds');
      timers.pass(SECOND);
      await streamed(1);
      await settled();
      expect(provider.state.status).to.equal('stale');
    });

    it('loads a few times, not a hundred, while a stream opens and breaks for ten minutes', async () => {
      provideLive();
      let opened = 0;
      for (let second = 0; second < 600; second++) {
        for (; opened < streams().length; opened++) (await openStream(opened)).end();
        await settled();
        timers.pass(SECOND);
        await settled();
      }
      expect(opened).to.be.within(5, 20);
      expect(loads()).to.be.within(5, 20);
    });
  });
});
