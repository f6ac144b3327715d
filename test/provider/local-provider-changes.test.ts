import { expect } from 'chai';

import type { StationPage } from '../../src/model/questions.js';
import type { NetworkChange, NetworkSnapshot } from '../../src/model/records.js';
import { MINUTE } from '../../src/model/time.js';
import { localProvider } from '../../src/provider/local-provider.js';
import type { DisposableProvider, LocalProviderOptions } from '../../src/provider/local-provider.js';
import { expectAgreement, expectSameLocations } from '../support/agreement.js';
import { BruteForce } from '../../src/testing/brute-force.js';
import { ControlledSource } from '../support/controlled-source.js';
import { location, NOON, randomChange, randomLocations, station } from '../support/networks.js';
import { seeded } from '../support/random.js';
import { answered, reached } from '../support/reached.js';
import { StubbedTimers } from '../support/stubs.js';
import { told } from '../support/told.js';

const EXPECTED = 'epoch milliseconds or ISO 8601 text of the years 1970 to 9999';

const network = (asOf?: number): NetworkSnapshot => ({
  asOf,
  locations: [location('l', [station('a'), station('b'), station('c')])],
});
const fault = (id: string, asOf?: number): NetworkChange => ({ asOf, stations: [{ id, status: 'Faulted' }] });

for (const worker of ['auto', 'never'] as const) {
  describe(`localProvider with live changes, its engine in ${worker === 'auto' ? 'a worker' : 'the tab'}`, () => {
    let source: ControlledSource;
    let provider: DisposableProvider;
    /** A clock of the page that a test sets; it is years wrong, which must not matter. */
    let pageNow: number;
    const provide = (options: LocalProviderOptions = {}) => {
      source = new ControlledSource();
      provider = localProvider(source, { worker, ...options });
      provider.subscribe(() => undefined);
    };
    const loaded = async (number: number, snapshot: NetworkSnapshot) => {
      (await source.begun(number)).resolve(snapshot);
      return reached(provider, ({ status }) => status === 'ready');
    };
    const faulted = async () =>
      (await provider.stations({ filter: { station: ['faulted'] } })).stations.map(({ id }) => id).sort();
    const untilFaulted = (ids: string[]) => answered(provider, faulted, found => found.join() === ids.join());
    beforeEach(() => {
      pageNow = NOON - 5e11;
    });
    afterEach(() => {
      provider.dispose();
    });

    it('takes what was pushed while the first data loaded, unless it is older than that, and so late', async () => {
      provide({ now: () => pageNow });
      const load = await source.begun(0);
      source.push(fault('a', NOON - 1));
      source.push(fault('b', NOON + 1));
      source.push(fault('c'));
      load.resolve(network(NOON));
      expect(await untilFaulted(['b', 'c'])).to.deep.equal(['b', 'c']);
      expect(provider.state.late).to.equal(1);
    });

    it('R4: hears of a station by what was pushed while the first data loaded, although that is newer', async () => {
      provide({ now: () => pageNow });
      const load = await source.begun(0);
      const silent = { heartbeatInterval: 60, lastMessageAt: NOON - 60 * MINUTE };
      source.push({ asOf: NOON - 1, stations: [{ id: 'a', lastMessageAt: NOON - 1 }] });
      load.resolve({ asOf: NOON, locations: [location('l', [station('a', silent)])] });
      const counts = () => provider.counts('connection');
      expect((await answered(provider, counts, ({ byStatus }) => byStatus.online === 1)).total).to.equal(1);
    });

    it('takes what was pushed while a refresh loaded at once, and again for the network that comes of it', async () => {
      provide({ now: () => pageNow });
      await loaded(0, network(NOON));
      pageNow += 2;
      const refreshed = provider.refresh();
      const load = await source.begun(1);
      source.push(fault('a', NOON + 1));
      source.push(fault('b', NOON + 3));
      source.push(fault('c'));
      await untilFaulted(['a', 'b', 'c']);
      load.resolve(network(NOON + 2));
      await refreshed;
      expect(await untilFaulted(['b', 'c'])).to.deep.equal(['b', 'c']);
      expect(provider.state).to.include({ late: undefined, problems: undefined });
    });

    for (const [title, asOf] of [
      ['its end', 10_000],
      ['its middle', 5000],
    ] as const) {
      it(`keeps what changed while data loaded that says it was true at ${title}`, async () => {
        provide({ now: () => pageNow });
        for (const [number, id] of ['a', 'b'].entries()) {
          const before = number === 0 ? NOON : provider.now();
          if (number === 1) void provider.refresh();
          const load = await source.begun(number);
          pageNow += 4000;
          source.push(fault(id, before + 4000));
          pageNow += 6000;
          load.resolve(network(before + asOf));
          expect(await untilFaulted([id])).to.deep.equal([id]);
          expect((await reached(provider, ({ status }) => status === 'ready')).asOf).to.equal(before + asOf);
        }
        expect(provider.state.late).to.equal(undefined);
      });
    }

    it('keeps what was pushed from the first load on until one succeeds; what says no time gives way to a load that begins later', async () => {
      provide({ now: () => pageNow });
      const first = await source.begun(0);
      source.push(fault('a', NOON + 5));
      first.reject(new Error('No answer.'));
      await reached(provider, ({ status }) => status === 'error');
      source.push(fault('b', NOON + 6));
      source.push(fault('c'));
      source.push('nonsense' as never);
      void provider.refresh();
      const second = await source.begun(1);
      void provider.refresh();
      second.reject(new Error('No answer.'));
      await loaded(2, network(NOON));
      expect(await untilFaulted(['a', 'b'])).to.deep.equal(['a', 'b']);
      expect(provider.state.asOf).to.equal(NOON + 6);
      expect(provider.state.problems?.first.map(({ message }) => message)).to.deep.equal([
        'change is "nonsense"; expected an object.',
      ]);
    });

    it('does not bring back what was pushed before a refresh and undone by it', async () => {
      provide();
      await loaded(0, network(NOON));
      source.push(fault('a'));
      await untilFaulted(['a']);
      void provider.refresh();
      await loaded(1, network(NOON));
      expect(await faulted()).to.deep.equal([]);
    });

    it('takes no more of the changes before a refresh once the network that comes of it answers', async () => {
      const timers = new StubbedTimers();
      provide({ now: () => pageNow });
      await loaded(0, network(NOON));
      for (let count = 0; count < 20_000; count++) source.push(fault('a', NOON + 1));
      source.push(fault('b', NOON + 1));
      const refreshed = provider.refresh();
      const load = await source.begun(1);
      timers.run();
      timers.restore();
      load.resolve({ asOf: NOON + 2, locations: [] });
      await refreshed;
      await new Promise(resolve => setTimeout(resolve, 50));
      expect(provider.state.problems).to.equal(undefined);
    });

    it('takes what a refresh overtook on the network that comes of it, unless it is older than that', async () => {
      const timers = new StubbedTimers();
      provide({ now: () => pageNow });
      await loaded(0, network(NOON));
      for (let count = 0; count < 20_000; count++) source.push(fault('a', NOON + 1));
      source.push(fault('b', NOON + 3));
      timers.run();
      timers.restore();
      const refreshed = provider.refresh();
      (await source.begun(1)).resolve(network(NOON + 2));
      await refreshed;
      expect(await untilFaulted(['b'])).to.deep.equal(['b']);
    });

    it('R14: is stale while its stream is interrupted, and ready again with the next change', async () => {
      provide();
      await loaded(0, network(NOON));
      source.watching.interrupted!(new Error('The stream broke.'));
      expect(provider.state).to.include({ status: 'stale', asOf: NOON });
      expect(provider.state.error?.message).to.equal('The stream broke.');
      expect((await provider.counts('connection')).total).to.equal(3);
      source.push({ asOf: NOON + 5 });
      const state = await reached(provider, ({ status }) => status === 'ready');
      expect(state).to.include({ asOf: NOON + 5, error: undefined });
    });

    it('R14: is ready again when its stream has resumed, with data as old as it was', async () => {
      provide({ now: () => pageNow });
      await loaded(0, network(NOON));
      pageNow += MINUTE;
      source.watching.interrupted!(new Error('The stream broke.'));
      source.watching.resumed!();
      expect(provider.state).to.include({ status: 'ready', asOf: NOON, error: undefined });
      source.push(fault('a', NOON + 1));
      await untilFaulted(['a']);
      expect(provider.state.asOf).to.equal(NOON + 1);
    });

    it('R14: stays stale through a refresh while its stream is interrupted', async () => {
      provide();
      const load = await source.begun(0);
      source.watching.interrupted!(new Error('The stream broke.'));
      load.resolve(network(NOON));
      expect((await reached(provider, ({ status }) => status === 'stale')).asOf).to.equal(NOON);
      const refreshed = provider.refresh();
      (await source.begun(1)).resolve(network(NOON + 1));
      await refreshed;
      expect(provider.state).to.include({ status: 'stale', asOf: NOON + 1 });
      source.push({});
      await reached(provider, ({ status }) => status === 'ready');
    });

    it('starts its clock at the snapshot; a newer change moves it forward, one that comes late does nothing and is counted', async () => {
      provide({ now: () => pageNow });
      await loaded(0, network(NOON));
      expect(provider.now()).to.equal(NOON);
      pageNow += 1000;
      expect(provider.now()).to.equal(NOON + 1000);
      source.push(fault('a', NOON + MINUTE));
      await untilFaulted(['a']);
      expect(provider.now()).to.equal(NOON + MINUTE);
      expect(provider.state.asOf).to.equal(NOON + MINUTE);
      expect(provider.state.late).to.equal(undefined);
      source.push({ asOf: NOON + 1, stations: [{ id: 'a', status: 'Available' }] });
      source.push(fault('b', NOON - MINUTE));
      const { asOf } = await reached(provider, ({ late }) => late === 2);
      expect([provider.now(), asOf]).to.deep.equal([NOON + MINUTE, NOON + MINUTE]);
      expect(await faulted()).to.deep.equal(['a']);
    });

    it('keeps what newer changes said through a refresh that brings older data, and says how old all is', async () => {
      provide({ now: () => pageNow });
      await loaded(0, network(NOON));
      source.push(fault('a', NOON + MINUTE));
      source.push({ asOf: NOON + MINUTE, removed: { stations: ['c'] } });
      await untilFaulted(['a']);
      void provider.refresh();
      const { asOf } = await loaded(1, network(NOON + 1));
      expect([provider.now(), asOf]).to.deep.equal([NOON + MINUTE, NOON + MINUTE]);
      expect(await faulted()).to.deep.equal(['a']);
      expect((await provider.counts('connection')).total).to.equal(2);
      void provider.refresh();
      await loaded(2, network(NOON + 2 * MINUTE));
      expect(await faulted()).to.deep.equal([]);
      expect((await provider.counts('connection')).total).to.equal(3);
    });

    it('R10: goes on with its clock through refreshes; only a newer snapshot moves it forward', async () => {
      provide({ now: () => pageNow });
      await loaded(0, network(NOON));
      pageNow += 5 * MINUTE;
      const clockAfter = async (number: number, snapshot: NetworkSnapshot) => {
        void provider.refresh();
        const { asOf } = await loaded(number, snapshot);
        return [provider.now() - NOON, asOf! - NOON];
      };
      expect(await clockAfter(1, network(NOON)), 'one that stands still').to.deep.equal([5 * MINUTE, 0]);
      expect(await clockAfter(2, network(NOON - 10)), 'an older one').to.deep.equal([5 * MINUTE, -10]);
      expect(await clockAfter(3, network()), 'one that does not say').to.deep.equal([5 * MINUTE, 5 * MINUTE]);
      const newer = 7 * MINUTE;
      expect(await clockAfter(4, network(NOON + newer)), 'a newer one').to.deep.equal([newer, newer]);
    });

    it('R4, R14: a feed whose asOf stands still grows old, and its stations fall silent, however often it is loaded', async () => {
      provide({ now: () => pageNow });
      await loaded(0, network(NOON));
      for (let load = 1; load <= 15; load++) {
        pageNow += MINUTE;
        void provider.refresh();
        expect((await loaded(load, network(NOON))).asOf).to.equal(NOON);
      }
      expect(provider.now()).to.equal(NOON + 15 * MINUTE);
      expect((await provider.counts('connection')).byStatus.offline).to.equal(3);
    });

    it('R10: is not moved by changes that do not say when they were true, however many come', async () => {
      let reads = 0;
      provide({ now: () => pageNow + reads++ / 1000 });
      await loaded(0, network(NOON));
      for (let count = 0; count < 20_000; count++) source.push({ stations: [{ id: 'a' }] });
      source.push(fault('b'));
      await untilFaulted(['b']);
      expect(provider.now()).to.be.within(NOON, NOON + reads / 1000);
    });

    it('R10: tells of a change that is more than a day ahead of its clock, and does not follow its moment', async () => {
      provide({ now: () => pageNow });
      await loaded(0, network(NOON));
      const day = 24 * 60 * MINUTE;
      source.push(fault('a', NOON + day + 1));
      source.push(fault('b', 1e18));
      source.push({ stations: [{ id: 'c', status: 'Faulted', lastMessageAt: NOON + day + 1 }] });
      await untilFaulted(['a', 'b', 'c']);
      expect([provider.now(), provider.state.asOf]).to.deep.equal([NOON, NOON]);
      expect(provider.state.problems?.first.map(({ message }) => message)).to.deep.equal([
        `asOf is ${NOON + day + 1}; expected ${EXPECTED}, at most a day ahead of the network's clock.`,
        `asOf is 1000000000000000000; expected ${EXPECTED}.`,
        `stations[0].lastMessageAt is ${NOON + day + 1}; expected ${EXPECTED}, at most a day ahead of the network's clock.`,
      ]);
      source.push(fault('a', NOON + day));
      await reached(provider, ({ asOf }) => asOf === NOON + day);
      expect(provider.now()).to.equal(NOON + day);
    });

    it('R10: starts and runs on where the asOf of a snapshot is no moment, and tells of it', async () => {
      provide({ now: () => pageNow });
      const { asOf, problems } = await loaded(0, network(1e18));
      expect([asOf, provider.now()]).to.deep.equal([pageNow, pageNow]);
      expect(told(problems!.first)).to.deep.equal([
        { path: 'asOf', message: `asOf is 1000000000000000000; expected ${EXPECTED}.` },
      ]);
    });

    it('answers a slow question from the network that was committed meanwhile', async () => {
      provide({ now: () => pageNow });
      await loaded(0, network(NOON));
      pageNow += 60 * MINUTE;
      const refreshed = provider.refresh();
      const load = await source.begun(1);
      let isRefreshed = false;
      const done = refreshed.then(() => {
        isRefreshed = true;
      });
      const heard = { lastMessageAt: NOON + 60 * MINUTE };
      load.resolve({ locations: [location('l', [station('a', heard), station('b', heard)])] });
      // They are answered one a turn: some wait all the time, so that the commit comes in between.
      const slow: Promise<StationPage>[] = [];
      while (!isRefreshed) {
        for (let count = 0; count < 20; count++)
          slow.push(provider.stations({ filter: { connection: ['offline'] } }));
        await slow.at(-20);
      }
      await done;
      expect((await Promise.all(slow)).at(-1)!.total).to.equal(0);
      expect((await provider.counts('connection')).byStatus.offline).to.equal(0);
    });

    it('goes by the clock of the page where a snapshot does not say when it was true', async () => {
      provide({ now: () => pageNow });
      const { asOf } = await loaded(0, network());
      expect([asOf, provider.now()]).to.deep.equal([pageNow, pageNow]);
    });

    it('R10: tells when stations fall silent by time alone, with no new data', async () => {
      provide({ now: () => pageNow, missedHeartbeats: 2 });
      await loaded(0, network(NOON));
      const offline = async () => (await provider.counts('connection')).byStatus.offline;
      pageNow += 9 * MINUTE - 1;
      expect(await offline()).to.equal(0);
      let told = 0;
      const silent = new Promise<void>(resolve => {
        provider.subscribe(() => {
          told++;
          resolve();
        });
      });
      pageNow += 1;
      await silent;
      expect(told).to.equal(1);
      expect(await offline()).to.equal(3);
    });

    it('R10: tells when last messages age into the next bucket, by the real clock', async () => {
      provide({ lastMessageBuckets: [0.3, 3600] });
      const asOf = Date.now();
      await loaded(0, { asOf, locations: [location('l', [station('s', { lastMessageAt: asOf })])] });
      const { byStatus } = await answered(
        provider,
        () => provider.counts('last-message'),
        counts => counts.byStatus['under-1h'] === 1,
      );
      expect(byStatus).to.deep.equal({ 'under-0.3s': 0, 'under-1h': 1, older: 0 });
    });

    it('tells once of a thousand changes that come together, and takes them all in their order', async () => {
      provide();
      await loaded(0, network(NOON));
      let told = 0;
      provider.subscribe(() => told++);
      for (let count = 0; count < 999; count++) source.push(fault(count % 2 ? 'a' : 'b'));
      source.push({ stations: [{ id: 'a', status: 'Available' }] });
      await untilFaulted(['b']);
      expect(told).to.equal(1);
    });

    it('tells what of a change cannot be read, though no answer changes', async () => {
      provide();
      await loaded(0, network(NOON));
      source.push(fault('nowhere'));
      source.push('nonsense' as never);
      const { problems } = await reached(provider, state => state.problems !== undefined);
      expect(problems!.first.map(({ message }) => message)).to.deep.equal([
        'stations[0].id is "nowhere"; expected the id of a station of the network.',
        'change is "nonsense"; expected an object.',
      ]);
    });

    it('R14: loses a change that cannot be taken alone, tells of it, and loads the network anew', async () => {
      provide();
      await loaded(0, network(NOON));
      const stale = reached(provider, ({ status }) => status === 'stale' || status === 'error');
      source.push(fault('a'));
      const unreadable = {
        id: 'l',
        get stations() {
          throw new Error('No stations here.');
        },
      };
      source.push({ locations: [unreadable as never] });
      source.push(fault('b'));
      await untilFaulted(['a', 'b']);
      const { error, problems } = await stale;
      expect(error?.message).to.equal(
        'A change could not be taken (No stations here.). The network is loaded anew.',
      );
      expect(problems?.first.map(({ message }) => message)).to.deep.equal([
        'A change could not be taken (No stations here.).',
      ]);
      source.push(fault('c'));
      expect((await loaded(1, network(NOON))).error).to.equal(undefined);
      expect(await untilFaulted(['c'])).to.deep.equal(['c']);
    });

    it('says so when a source cannot watch', async () => {
      source = new ControlledSource();
      source.watch = () => {
        throw new Error('No stream here.');
      };
      provider = localProvider(source, { worker });
      provider.subscribe(() => undefined);
      (await source.begun(0)).resolve(network(NOON));
      const { error } = await reached(provider, ({ status }) => status === 'stale');
      expect(error?.message).to.equal('No stream here.');
      expect((await provider.counts('connection')).total).to.equal(3);
    });

    for (const seed of [42, 43, 44]) {
      it(`R2 R4 R5 R6 R7 R8 R9 R10 R20: agrees with a recount of plain records after thousands of changes, refreshes and hours, of seed ${seed}`, async () => {
        const random = seeded(seed);
        const locations = randomLocations(random, 120, NOON);
        const oracle = new BruteForce(locations, NOON);
        pageNow = 0;
        provide({ now: () => pageNow });
        await loaded(0, { asOf: NOON, locations });
        oracle.load({ asOf: NOON, locations });
        let lagging = oracle.snapshot();
        for (let round = 1; round <= 12; round++) {
          for (let count = 0; count < 250; count++) {
            const change = randomChange(random, oracle.ids, oracle.now);
            // The changes of several stations are not taken in their order: none may move the clock that others go by.
            if (Number(change.asOf) > oracle.now) change.asOf = oracle.now;
            oracle.change(change);
            source.push(change);
          }
          const marker = `marker ${round}`;
          source.push({ locations: [location(marker, [])] });
          oracle.change({ locations: [location(marker, [])] });
          await answered(
            provider,
            () => provider.location(marker),
            place => place !== undefined,
          );
          if (round % 4 === 0) {
            void provider.refresh();
            const snapshot = structuredClone(round === 4 ? oracle.snapshot() : lagging);
            await loaded(round / 4, snapshot);
            oracle.load(snapshot);
          } else if (round % 4 === 3) {
            lagging = structuredClone(oracle.snapshot());
          }
          const passed = random.below(round % 3 ? 20 * MINUTE : 2000 * MINUTE);
          pageNow += passed;
          oracle.now += passed;
          await expectAgreement(provider, oracle);
          await expectSameLocations(provider, oracle);
          await expectAgreement(provider, oracle, { country: ['NL'] });
        }
      });
    }
  });
}
