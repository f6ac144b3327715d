import { expect } from 'chai';

import { LAST_MESSAGE_BUCKETS } from '../../src/model/last-message.js';
import { Network } from '../../src/engine/network.js';
import { expectAgreement, expectSameLocations } from '../support/agreement.js';
import { answersOf } from '../support/answers-of.js';
import { BruteForce } from '../../src/testing/brute-force.js';
import { location, NOON, randomChange, randomLocations, station } from '../support/networks.js';
import { seeded } from '../support/random.js';

const RULES = { missedHeartbeats: 3, lastMessageBuckets: LAST_MESSAGE_BUCKETS };
const CHANGES = 10_000;
const DAY = 86_400_000;

describe('a network that changes', () => {
  it('R2 R4 R5 R6 R7 R8 R9 R10 R20: answers as a recount of plain records, whatever changes and however time goes on', async () => {
    const random = seeded(20260607);
    const locations = randomLocations(random, 150, NOON);
    const oracle = new BruteForce(locations, NOON);
    const network = new Network(RULES, NOON);
    network.load(locations);
    network.begin(NOON);
    const answers = answersOf(network);
    await expectAgreement(answers, oracle);
    expect(network.problems.total, 'words in no table').to.equal(oracle.strangeWords().length);
    for (let count = 1; count <= CHANGES; count++) {
      oracle.now += random.chance(0.002) ? DAY * random() : random.pick([0, 1, 900, 20_000]);
      const change = randomChange(random, oracle.ids, oracle.now);
      network.change(change, oracle.now);
      oracle.change(change);
      if (random.chance(0.3)) {
        oracle.now += random.below(60_000);
        network.tick(oracle.now);
      }
      if (count % 200 > 0) continue;
      network.tick(oracle.now);
      await expectAgreement(answers, oracle);
      await expectAgreement(answers, oracle, { country: ['NL', 'GB'] });
      await expectAgreement(answers, oracle, { operator: 'North', country: 'DE' });
      await expectSameLocations(answers, oracle);
      expect(network.scopes.tally().leftOut, 'left out').to.equal(oracle.leftOut());
      expect(network.news.late, 'late').to.equal(oracle.late);
    }
  });

  for (const seed of [20261129, 20261130, 20261201, 20261202]) {
    it(`R4 R10: answers as a recount when snapshots come in between that are older than the changes before them, of seed ${seed}`, async () => {
      const random = seeded(seed);
      const locations = randomLocations(random, 30, NOON);
      const oracle = new BruteForce(locations, NOON);
      let network = new Network(RULES, NOON);
      network.load(locations);
      network.begin(NOON);
      const snapshots = [oracle.snapshot()];
      for (let count = 1; count <= 1500; count++) {
        oracle.now += random.pick([0, 1, 900, 20_000]);
        const change = randomChange(random, oracle.ids, oracle.now);
        network.change(change, oracle.now);
        oracle.change(change);
        if (random.chance(0.05)) snapshots.unshift(structuredClone(oracle.snapshot()));
        if (random.chance(0.95)) continue;
        const snapshot = snapshots[random.below(Math.min(3, snapshots.length))]!;
        const asOf = random.chance(0.2)
          ? undefined
          : (snapshot.asOf as number) + random.pick([0, 0, -30_000, 10_000]);
        const next = new Network(RULES, Math.max(oracle.now, asOf ?? 0), asOf);
        next.load(snapshot.locations);
        oracle.load({ ...snapshot, asOf });
        next.begin(oracle.now, network);
        network = next;
        expect(network.news.late, 'late').to.equal(oracle.late);
        if (random.chance(0.5)) continue;
        await expectAgreement(answersOf(network), oracle);
        await expectSameLocations(answersOf(network), oracle);
      }
      expect(oracle.late).to.be.above(100);
    });
  }

  it('answers as a recount when all stations change at once, and when time changes them all', async () => {
    const random = seeded(1000);
    const locations = randomLocations(random, 1000, NOON);
    const oracle = new BruteForce(locations, NOON);
    const network = new Network(RULES, NOON);
    network.load(locations);
    network.begin(NOON);
    const answers = answersOf(network);
    for (const scope of [undefined, { country: 'NL' }]) await expectAgreement(answers, oracle, scope);
    const change = {
      stations: locations.flatMap(({ stations }) =>
        stations.map(({ id }) => ({
          id,
          connection: random.pick(['online', 'offline', null] as const),
          evses: [{ id: 'e0', status: random.pick(['Available', 'Charging', 'Faulted']) }],
        })),
      ),
    };
    network.change(change, NOON);
    oracle.change(change);
    for (const scope of [undefined, { country: 'NL' }]) await expectAgreement(answers, oracle, scope);
    oracle.now += 100 * DAY;
    network.tick(oracle.now);
    for (const scope of [undefined, { country: 'NL' }]) await expectAgreement(answers, oracle, scope);
  });

  it('answers the same after all of it as a network that is loaded with what came of it', async () => {
    const random = seeded(7);
    const locations = randomLocations(random, 60, NOON);
    const oracle = new BruteForce(locations, NOON);
    const network = new Network(RULES, NOON);
    network.load(locations.slice(0, 25));
    network.load(locations.slice(25), 25);
    network.begin(NOON);
    for (let count = 0; count < 300; count++) {
      const change = randomChange(random, oracle.ids, oracle.now);
      network.change(change, oracle.now);
      oracle.change(change);
    }
    const reloaded = new Network(RULES, oracle.now, oracle.now);
    reloaded.load(oracle.snapshot().locations);
    reloaded.begin(oracle.now, network);
    await expectAgreement(answersOf(reloaded), oracle);
    await expectSameLocations(answersOf(reloaded), oracle);
  });

  it('takes the first of the EVSEs that one list gives under one id, whether the station had it before or not', async () => {
    const network = new Network(RULES, NOON);
    network.load([location('l', [station('new', { evses: [] }), station('known')])]);
    const evses = [
      { id: '1', status: 'Faulted' },
      { id: '1', status: 'Charging' },
    ];
    network.change({ stations: ['new', 'known'].map(id => ({ id, evses })) }, NOON);
    const place = await answersOf(network).location('l');
    const faulted = [{ id: '1', status: 'faulted', reported: 'Faulted', connectors: undefined }];
    expect(place!.stations.map(each => each.evses)).to.deep.equal([faulted, faulted]);
    expect(network.problems.summary.skipped!.change).to.equal(2);
  });
});
