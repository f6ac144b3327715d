import { expect } from 'chai';

import type { NetworkSnapshot } from '../../src/model/records.js';
import { MINUTE } from '../../src/model/time.js';
import { noneSkipped } from '../../src/model/problems.js';
import { localProvider } from '../../src/provider/local-provider.js';
import type { DisposableProvider, LocalProviderOptions } from '../../src/provider/local-provider.js';
import { ControlledSource, rejection } from '../support/controlled-source.js';
import { location, NOON, station } from '../support/networks.js';
import { reached } from '../support/reached.js';
import { replaceGlobal } from '../support/stubs.js';

/** A network of so many stations. */
function stations(count: number, asOf?: number): NetworkSnapshot {
  return {
    asOf,
    locations: [
      location(
        'l',
        Array.from({ length: count }, (_, index) => station(`s${index}`)),
      ),
    ],
  };
}

const badOptions: [title: string, options: object, message: string][] = [
  [
    'no missed heartbeat',
    { missedHeartbeats: 0 },
    'missedHeartbeats is 0; expected a number of heartbeat intervals above 0.',
  ],
  ['missed heartbeats that are no number', { missedHeartbeats: '3' }, 'missedHeartbeats is "3"; expected'],
  [
    'buckets that fall',
    { lastMessageBuckets: [60, 30] },
    'lastMessageBuckets[1] is 30; expected seconds, each more than the one before (60).',
  ],
  [
    'buckets that are no list',
    { lastMessageBuckets: 60 },
    'lastMessageBuckets is 60; expected a list of seconds.',
  ],
  ['another place to work', { worker: 'always' }, 'worker is "always"; expected "auto" or "never".'],
];

describe('the options of localProvider', () => {
  for (const [title, options, message] of badOptions) {
    it(`are refused with ${title}`, () => {
      expect(() => localProvider(new ControlledSource(), options)).to.throw(RangeError, message);
    });
  }
});

describe('the source of localProvider', () => {
  for (const [source, message] of [
    [undefined, 'source is nothing; expected an object with load(), as jsonSource(url) makes one.'],
    [() => undefined, 'source is a function; expected an object with load()'],
    [{}, 'source.load is nothing; expected a function that resolves to a snapshot.'],
    [{ load: [] }, 'source.load is an array of 0; expected a function'],
    [
      { load: () => undefined, watch: 'live' },
      'source.watch is "live"; expected a function that pushes changes',
    ],
  ] as const) {
    it(`is refused where ${message}`, () => {
      expect(() => localProvider(source as never)).to.throw(TypeError, message);
    });
  }
});

for (const worker of ['auto', 'never'] as const) {
  describe(`localProvider with its engine in ${worker === 'auto' ? 'a worker' : 'the tab'}`, () => {
    let source: ControlledSource;
    let provider: DisposableProvider;
    const provide = (options: LocalProviderOptions = {}) => {
      source = new ControlledSource();
      provider = localProvider(source, { worker, ...options });
      return provider;
    };
    const total = async () => (await provider.counts('connection')).total;
    const loadsWith = async (number: number, snapshot: NetworkSnapshot) => {
      (await source.begun(number)).resolve(snapshot);
      return reached(provider, ({ status }) => status === 'ready');
    };
    afterEach(() => {
      provider.dispose();
    });

    it('R14: is idle until it is asked, then loading, then ready as of the snapshot', async () => {
      provide();
      expect(provider.state).to.deep.equal({ status: 'idle', leftOut: 0 });
      const seen: string[] = [];
      provider.subscribe(() => seen.push(provider.state.status));
      expect(provider.state.status).to.equal('loading');
      const state = await loadsWith(0, stations(2, NOON));
      expect(state).to.include({ status: 'ready', asOf: NOON, error: undefined });
      expect(seen).to.deep.equal(['loading', 'ready']);
      expect(source.loads).to.have.length(1);
    });

    it('makes questions wait for the first load, and loads once for all of them', async () => {
      provide();
      const asked = Promise.all([total(), total(), provider.location('l'), provider.bounds()]);
      (await source.begun(0)).resolve(stations(3));
      const [first, second, place, bounds] = await asked;
      expect([first, second, place?.stations.length]).to.deep.equal([3, 3, 3]);
      expect(bounds).to.deep.equal([4.9, 52.37, 4.9, 52.37]);
      expect(source.loads).to.have.length(1);
    });

    it('R28: tells how its counts were before, from the history of the source on, narrowed to a country and from a moment on', async () => {
      let now = NOON;
      provide({ now: () => now });
      const history = [{ at: NOON - 10 * MINUTE, counts: { connection: { offline: 5 } } }];
      const asked = provider.trend('connection');
      (await source.begun(0)).resolve({ ...stations(2, NOON), history });
      expect(await asked).to.deep.equal(
        [-10, -5].map(minute => ({
          at: NOON + minute * MINUTE,
          counts: { connection: { offline: 5 } },
        })),
      );
      now = NOON + 6 * MINUTE;
      const from = NOON + MINUTE;
      const observed = {
        at: NOON + 5 * MINUTE,
        counts: { connection: { online: 2, offline: 0, unknown: 0 } },
      };
      expect(await provider.trend('connection', { from })).to.deep.equal([observed]);
      expect(await provider.trend('connection', { scope: { country: 'NL' } })).to.deep.equal([]);
      expect((await rejection(provider.trend('connection', { signal: AbortSignal.abort() }))).name).to.equal(
        'AbortError',
      );
    });

    it('R28: tells in its problems what of the history cannot be read', async () => {
      provide();
      provider.subscribe(() => undefined);
      const { problems } = await loadsWith(0, {
        ...stations(2, NOON),
        history: [{ at: 'noon', counts: {} }],
      });
      expect(problems!.first.map(({ path }) => path)).to.deep.equal(['history[0].at']);
    });

    it('reports what a subscriber throws, and notifies the others all the same', async () => {
      const reported: unknown[] = [];
      const restore = replaceGlobal('reportError', (error: unknown) => reported.push(error));
      const broken = new Error('The host’s own mistake.');
      provide();
      provider.subscribe(() => {
        throw broken;
      });
      let notified = 0;
      provider.subscribe(() => notified++);
      await loadsWith(0, stations(1));
      await total();
      expect(notified).to.equal(2);
      expect(reported).to.deep.equal([broken, broken]);
      restore();
    });

    it('R14: keeps the last good data and says so when a load fails', async () => {
      provide();
      provider.subscribe(() => undefined);
      await loadsWith(0, stations(2, NOON));
      const refreshed = provider.refresh();
      expect(provider.state).to.include({ status: 'loading', asOf: NOON });
      expect(await total()).to.equal(2);
      (await source.begun(1)).reject(new Error('The host is on fire.'));
      await refreshed;
      expect(provider.state).to.include({ status: 'error', asOf: NOON });
      expect(provider.state.error?.message).to.equal('The host is on fire.');
      expect(await total()).to.equal(2);
      void provider.refresh();
      expect((await loadsWith(2, stations(5))).error).to.equal(undefined);
      expect(await total()).to.equal(5);
    });

    it('answers a question before any data with what the load failed with, and recovers by a refresh', async () => {
      provide();
      const asked = total();
      (await source.begun(0)).reject('no network');
      expect((await rejection(asked)).message).to.equal('no network');
      expect((await rejection(total())).message).to.equal('no network');
      expect(source.loads).to.have.length(1);
      void provider.refresh();
      const again = total();
      (await source.begun(1)).resolve(stations(1));
      expect(await again).to.equal(1);
    });

    const rejections: [title: string, rejection: unknown, message: string][] = [
      ['nothing', undefined, 'The source rejected with nothing; expected an Error.'],
      ['null', null, 'The source rejected with null; expected an Error.'],
      ['a number', 503, 'The source rejected with 503; expected an Error.'],
      ['no text', '', 'The source rejected with ""; expected an Error.'],
      ['text', 'no network', 'no network'],
      ['an object', { code: 503 }, 'The source rejected with an object; expected an Error.'],
      ['an object with a message', { message: 'no network' }, 'no network'],
    ];
    for (const [title, rejected, message] of rejections) {
      it(`R14: says so when a load rejects with ${title}, before any data and after, and tries again`, async () => {
        provide();
        provider.subscribe(() => undefined);
        const asked = total();
        (await source.begun(0)).reject(rejected);
        expect((await rejection(asked)).message).to.equal(message);
        expect(source.loads).to.have.length(1);
        expect(provider.state.status).to.equal('error');
        expect(provider.state.retryAt).to.be.above(0);
        void provider.refresh();
        await loadsWith(1, stations(2));
        const refreshed = provider.refresh();
        (await source.begun(2)).reject(rejected);
        await refreshed;
        expect(provider.state.status).to.equal('error');
        expect(provider.state.error?.message).to.equal(message);
        expect(provider.state.retryAt).to.be.above(0);
        expect(await total()).to.equal(2);
      });
    }

    it('R14: takes a load that does not settle within ten minutes for one that failed, and tries again', async () => {
      const limit = new AbortController();
      const { timeout } = AbortSignal;
      const limits: number[] = [];
      AbortSignal.timeout = milliseconds => {
        limits.push(milliseconds);
        return limit.signal;
      };
      provide();
      provider.subscribe(() => undefined);
      const asked = total();
      const { signal } = await source.begun(0);
      AbortSignal.timeout = timeout;
      expect(limits).to.deep.equal([10 * MINUTE]);
      limit.abort();
      expect((await rejection(asked)).message).to.equal(
        "The source's load has not settled within 10 minutes.",
      );
      expect(signal.aborted).to.equal(true);
      expect(provider.state.status).to.equal('error');
      expect(provider.state.retryAt).to.be.above(0);
      void provider.refresh();
      await loadsWith(1, stations(2));
    });

    const unreadable: [title: string, snapshot: unknown, message: string][] = [
      ['nothing', undefined, 'The snapshot is nothing; expected {locations: […]}.'],
      ['a list', [], 'The snapshot is an array of 0; expected {locations: […]}.'],
      ['no locations', { asOf: NOON }, "The snapshot's locations is nothing; expected a list of locations."],
    ];
    for (const [title, snapshot, message] of unreadable) {
      it(`R14: says what is wrong with a snapshot that is ${title}`, async () => {
        provide();
        const refreshed = provider.refresh();
        (await source.begun(0)).resolve(snapshot as NetworkSnapshot);
        await refreshed;
        expect(provider.state.status).to.equal('error');
        expect(provider.state.error).to.be.instanceOf(TypeError).with.property('message', message);
      });
    }

    it('loads the good rest of a snapshot, tells what was left out and what could not be read', async () => {
      provide();
      provider.subscribe(() => undefined);
      const state = await loadsWith(0, {
        asOf: 'noon',
        locations: [
          location('l', [station('s')]),
          null as never,
          location('n', [station('t')], { latitude: 91 }),
        ],
      });
      expect(state.leftOut).to.equal(1);
      expect(state.problems?.first.map(({ message }) => message)).to.deep.equal([
        'asOf is "noon"; expected epoch milliseconds or ISO 8601 text of the years 1970 to 9999.',
        'locations[1] is null; expected an object.',
      ]);
      expect(state.problems?.skipped).to.deep.equal({ ...noneSkipped(), location: 1 });
      expect(state.problems?.readInPart).to.equal(1);
      expect(state.firstLeftOut?.map(({ path }) => path)).to.deep.equal(['locations[2].latitude']);
      expect(await total()).to.equal(2);
    });

    it('R12: a refresh aborts the one before, whatever that one still brings', async () => {
      provide();
      const asked = total();
      const first = await source.begun(0);
      const refreshed = provider.refresh();
      const second = await source.begun(1);
      expect([first.signal.aborted, second.signal.aborted]).to.deep.equal([true, false]);
      first.resolve(stations(7));
      expect(provider.state.status).to.equal('loading');
      second.resolve(stations(2));
      await refreshed;
      expect(await asked).to.equal(2);
      expect(provider.state.status).to.equal('ready');
    });

    it('R12: a refresh that its caller aborts ends at once and leaves the state before', async () => {
      provide();
      provider.subscribe(() => undefined);
      await loadsWith(0, stations(2, NOON));
      const abort = new AbortController();
      const refreshed = provider.refresh({ signal: abort.signal });
      const { signal } = await source.begun(1);
      abort.abort();
      await refreshed;
      expect(signal.aborted).to.equal(true);
      expect(provider.state).to.include({ status: 'ready', asOf: NOON, error: undefined });
      expect(await total()).to.equal(2);
    });

    it('makes a question load anew where the load it waited for was aborted', async () => {
      provide();
      const abort = new AbortController();
      const refreshed = provider.refresh({ signal: abort.signal });
      const asked = total();
      abort.abort();
      await refreshed;
      (await source.begun(source.loads.length)).resolve(stations(4));
      expect(await asked).to.equal(4);
    });

    it('replaces large networks part by part, and answers from the one before until all is there', async () => {
      provide();
      provider.subscribe(() => undefined);
      await loadsWith(0, stations(1));
      const many = Array.from({ length: 12_000 }, (_, index) =>
        location(`m${index}`, [station(`t${index}`)]),
      );
      const refreshed = provider.refresh();
      (await source.begun(1)).resolve({ locations: [...many, null as never] });
      const totals = new Set<number>();
      while (provider.state.status === 'loading') {
        totals.add(await total());
        await new Promise(resolve => setTimeout(resolve));
      }
      await refreshed;
      totals.add(await total());
      expect([...totals]).to.deep.equal([1, 12_000]);
      expect(provider.state.problems?.first[0]?.path).to.equal('locations[12000]');
    });

    it('rejects a question whose signal aborts: before it is asked, and while it waits', async () => {
      provide();
      const abort = new AbortController();
      const waiting = total();
      const aborted = [
        provider.counts('evse', { signal: AbortSignal.abort() }),
        provider.counts('evse', { signal: abort.signal }),
        provider.stations({ filter: {} }, { signal: abort.signal }),
      ].map(rejection);
      abort.abort();
      for (const error of await Promise.all(aborted)) expect(error.name).to.equal('AbortError');
      (await source.begun(0)).resolve(stations(1));
      expect(await waiting).to.equal(1);
    });

    it('rejects a bad question with what is wrong, and answers the next', async () => {
      provide();
      provider.subscribe(() => undefined);
      await loadsWith(0, stations(1));
      const error = await rejection(provider.stations({ filter: { connection: ['on'] } }));
      expect(error).to.be.instanceOf(RangeError);
      expect(error.message).to.equal(
        'filter.connection[0] is "on"; expected one of online, offline, unknown.',
      );
      expect((await rejection(provider.counts('age' as never))).message).to.include('dimension is "age"');
      const search = 7 as never;
      expect((await rejection(provider.stations({ filter: {}, search }))).message).to.equal(
        'search is 7; expected text.',
      );
      expect(await total()).to.equal(1);
    });

    it('stops everything when disposed of: the load, the watch, questions, subscribers and timers', async () => {
      const timers = new Set<unknown>();
      const { setTimeout, clearTimeout } = globalThis;
      const restore = [
        replaceGlobal('setTimeout', (action: () => void, wait: number) => {
          const timer = setTimeout(() => {
            timers.delete(timer);
            action();
          }, wait);
          timers.add(timer);
          return timer;
        }),
        replaceGlobal('clearTimeout', (timer: number) => {
          timers.delete(timer);
          clearTimeout(timer);
        }),
      ];
      try {
        provide();
        provider.subscribe(() => undefined);
        await loadsWith(0, stations(2));
        source.push({ stations: [{ id: 's0', status: 'Faulted' }] });
        void provider.refresh();
        const { signal } = await source.begun(1);
        let told = 0;
        provider.subscribe(() => told++);
        const asked = rejection(total());
        expect(timers.size).to.be.above(0);
        provider.dispose();
        expect(timers.size).to.equal(0);
        expect((await asked).name).to.equal('AbortError');
        expect([signal.aborted, source.watching.signal.aborted]).to.deep.equal([true, true]);
        source.push({ stations: [{ id: 's1', status: 'Faulted' }] });
        source.watching.interrupted?.(new Error('gone'));
        await provider.refresh();
        expect(await rejection(total())).to.include({
          name: 'AbortError',
          message: 'The provider has been disposed of; expected one that is in use.',
        });
        expect([told, timers.size, source.loads.length]).to.deep.equal([0, 0, 2]);
      } finally {
        for (const undo of restore) undo();
      }
    });
  });
}
