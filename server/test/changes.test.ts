import { after, describe, it, mock } from 'node:test';

import { expect } from 'chai';

import type { LocationDetail } from '../../src/model/questions.js';
import { BruteForce } from '../../src/testing/brute-force.js';
import { expectAgreement } from '../../test/support/agreement.js';
import { NOON, randomChange, randomLocations } from '../../test/support/networks.js';
import { seeded } from '../../test/support/random.js';
import { ServedNetwork } from '../src/answers/served-network.js';
import { migrate } from '../src/database/schema.js';
import { Ingest } from '../src/ingest/ingest.js';
import { answersOf } from './answers.js';
import { isEmbedded } from './serve.js';
import { databaseWithStoppedClock } from './stopped-clock.js';

const DAY = 86_400_000;

/** `EV_WIDGETS_RECORDS` has more of them tried. */
const CHANGES = Number(process.env.EV_WIDGETS_RECORDS ?? 200);

/** A location with its stations in one order: which of them comes first is not said. */
function inOrder(location: LocationDetail | undefined): unknown {
  const stations = location?.stations.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return location && { ...location, stations };
}

// Its clock stops in the embedded one alone: tests on another need not try that again.
describe('a network in a database', { skip: !isEmbedded }, () => {
  after(() => mock.restoreAll());

  it('R2 R4 R5 R6 R7 R8 R9 R10 R20: answers as a recount of plain records, whatever changes and however time goes on', async () => {
    const { database, setClock } = await databaseWithStoppedClock();
    // By which a server tells how long ago it asked the database's: however long this test takes, its clock stands.
    mock.method(performance, 'now', () => 0);
    await migrate(database);
    const random = seeded(20260607);
    const locations = randomLocations(random, 40, NOON);
    const oracle = new BruteForce(locations, NOON);
    const ingest = new Ingest(database);
    const network = new ServedNetwork(database);
    const answers = answersOf(network);
    await setClock(NOON);
    await ingest.snapshot({ asOf: NOON, locations });
    // The oracle's first network does not say when it was true.
    await database.query('UPDATE network SET snapshot_as_of = 0');
    for (let count = 1; count <= CHANGES; count++) {
      oracle.now += random.chance(0.01) ? random.below(DAY) : random.pick([0, 1, 900, 20_000]);
      await setClock(oracle.now);
      const change = randomChange(random, oracle.ids, oracle.now);
      await ingest.changes([change]);
      oracle.change(change);
      // A change's moment moved the clock by itself.
      await database.query('UPDATE network SET clock_offset = 0');
      if (random.chance(0.3)) oracle.now += random.below(60_000);
      if (count % 50 > 0) continue;
      await setClock(oracle.now);
      await ingest.tick();
      network.outdate();
      await expectAgreement(answers, oracle);
      await expectAgreement(answers, oracle, { operator: 'North', country: ['DE', 'NL'] });
      for (const id of [...oracle.ids.locations, 'nowhere'])
        expect(inOrder(await answers.location(id)), id).to.deep.equal(inOrder(oracle.location(id)));
      const state = await network.state();
      expect([state.leftOut, state.late ?? 0]).to.deep.equal([oracle.leftOut(), oracle.late]);
    }
    await database.close();
  });
});
