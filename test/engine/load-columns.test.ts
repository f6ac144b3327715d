import { expect } from 'chai';

import { readColumns } from '../../src/model/columns/layout.js';
import { LAST_MESSAGE_BUCKETS } from '../../src/model/last-message.js';
import { writeColumns } from '../../src/model/columns/write-columns.js';
import { answerLocation } from '../../src/engine/answers.js';
import { loadColumns } from '../../src/engine/load-columns.js';
import { Network } from '../../src/engine/network.js';
import { expectAgreement, expectSameLocations } from '../support/agreement.js';
import { answersOf } from '../support/answers-of.js';
import { BruteForce } from '../../src/testing/brute-force.js';
import { location, NOON, randomChange, randomLocations, station } from '../support/networks.js';
import { seeded } from '../support/random.js';
import { told } from '../support/told.js';

const RULES = { missedHeartbeats: 3, lastMessageBuckets: LAST_MESSAGE_BUCKETS };

describe('a network that is loaded from columns', () => {
  it('R2 R4 R5 R6 R7 R8 R9 R10: answers as a recount of plain records, from the start and after changes', async () => {
    const random = seeded(99);
    const locations = randomLocations(random, 120, NOON);
    const oracle = new BruteForce(locations, NOON);
    const network = new Network(RULES, NOON);
    loadColumns(network, readColumns(writeColumns({ locations })));
    network.begin(NOON);
    const answers = answersOf(network);
    await expectAgreement(answers, oracle);
    await expectSameLocations(answers, oracle);
    expect(network.problems.total).to.equal(oracle.strangeWords().length);
    for (let count = 1; count <= 2000; count++) {
      oracle.now += random.below(20_000);
      const change = randomChange(random, oracle.ids, oracle.now);
      network.change(change, oracle.now);
      oracle.change(change);
    }
    network.tick(oracle.now);
    await expectAgreement(answers, oracle);
    await expectAgreement(answers, oracle, { country: ['NL'] });
    await expectSameLocations(answers, oracle);
  });

  it('finds its stations by id, whatever the id is written in', () => {
    const ids = ['Zürich*1', '充電', 'a', 'ab', 'A', 'x'.repeat(200)];
    const network = new Network(RULES, NOON);
    loadColumns(
      network,
      readColumns(
        writeColumns({
          locations: [
            location(
              'L',
              ids.map(id => station(id)),
            ),
          ],
        }),
      ),
    );
    for (const [row, id] of ids.entries()) expect(network.store.stations.index.rowOf(id), id).to.equal(row);
    for (const id of ['', 'b', 'zürich*1', undefined, 7]) {
      expect(network.store.stations.index.rowOf(id), String(id)).to.equal(undefined);
    }
  });

  it('R2 R5: notes a word in no table once, with the row where it stood first', () => {
    const evses = ['Available', 'Asleep', 'asleep'].map((status, index) => ({ id: String(index), status }));
    const locations = [location('L', [station('A'), station('B', { deploymentState: 'Lab', evses })])];
    const network = new Network(RULES, NOON);
    loadColumns(network, readColumns(writeColumns({ locations })));
    expect(network.problems.first.map(({ path }) => path)).to.deep.equal([
      'evseStatusWords[2]',
      'deploymentWords[1]',
    ]);
    expect(network.problems.total).to.equal(2);
    expect(network.store.uncounted).to.equal(1);
  });

  it('R14: tells the first locations without a usable position by their rows', () => {
    const locations = [location('L', [station('A')]), location('M', [station('B')], { latitude: 91 })];
    const network = new Network(RULES, NOON);
    loadColumns(network, readColumns(writeColumns({ locations })));
    const message = 'latitude[1] is 91; expected degrees, -90 to 90.';
    expect(told(network.firstLeftOut)).to.deep.equal([{ path: 'latitude[1]', message }]);
  });

  it('R8: notes a word of connectors that a station states of itself', () => {
    const evses = [{ id: 'e', status: 'Charging' }];
    const locations = [
      location('L', [station('A', { status: '' }), station('B', { status: 'Charging', evses })]),
    ];
    const network = new Network(RULES, NOON);
    loadColumns(network, readColumns(writeColumns({ locations })));
    expect(network.problems.first.map(({ path }) => path)).to.deep.equal(['stationStatusWords[1]']);
  });

  it('R14 R27: notes since when a station cannot be in trouble, and loads the rest', () => {
    const given = { offlineSince: NOON, connection: 'offline', errorCode: 'noError', info: 'Modem' } as const;
    const locations = [location('L', [station('A', given), station('B', given)])];
    const columns = readColumns(writeColumns({ locations }));
    columns.offlineSince[1] = -1;
    columns.faultedSince[1] = 1e18;
    const network = new Network(RULES, NOON);
    loadColumns(network, columns);
    expect(network.problems.first.map(({ path }) => path)).to.deep.equal([
      'offlineSince[1]',
      'faultedSince[1]',
    ]);
    const told = answerLocation(network, 'L')!.stations.map(each => [
      each.offlineSince,
      each.errorCode,
      each.info,
    ]);
    expect(told).to.deep.equal([
      [NOON, undefined, 'Modem'],
      [undefined, undefined, 'Modem'],
    ]);
  });

  it('notes a value that cannot be, and loads the rest', () => {
    const columns = readColumns(writeColumns({ locations: [location('L', [station('A'), station('B')])] }));
    columns.heartbeatInterval[0] = -5;
    columns.connection[1] = 9;
    columns.lastMessageAt[0] = NOON / 1000;
    columns.lastMessageAt[1] = 1e18;
    const network = new Network(RULES, NOON);
    loadColumns(network, columns);
    expect(network.problems.first.map(({ message }) => message)).to.deep.equal([
      `lastMessageAt[0] is ${NOON / 1000}; expected epoch milliseconds or ISO 8601 text of the years 1970 to 9999.`,
      'heartbeatInterval[0] is -5; expected seconds, 0 or more.',
      'lastMessageAt[1] is 1000000000000000000; expected epoch milliseconds or ISO 8601 text of the years 1970 to 9999.',
      'connection[1] is 9; expected 0 to 3.',
    ]);
    expect(network.scopes.tally().totals.slice(0, 3)).to.deep.equal(Int32Array.of(0, 1, 1));
  });

  it('R14: leaves out a location or station whose id came before, with all that is in it, as it does of records', async () => {
    const evses = [{ id: '1', status: 'Faulted', connectors: [{ id: '1' }, { id: '2' }] }, { id: '2' }];
    const locations = [
      location('L', [station('A'), station('B')]),
      location('L', [station('C', { evses }), station('D')], { latitude: 91 }),
      location('M', [station('B', { evses }), station('D', { status: 'Faulted' }), station('A')]),
      location('N', [station('C')]),
      location('L', [station('N')]),
    ];
    const [columns, records] = [new Network(RULES, NOON), new Network(RULES, NOON)];
    loadColumns(columns, readColumns(writeColumns({ locations })));
    records.load(locations);
    for (const network of [columns, records]) network.begin(NOON);
    expect(columns.problems.summary.skipped).to.deep.equal({
      location: 2,
      station: 5,
      evse: 7,
      connector: 4,
      change: 0,
    });
    expect(columns.problems.summary.skipped).to.deep.equal(records.problems.summary.skipped);
    expect(columns.problems.first.map(({ message }) => message)).to.have.members([
      'locationIdEnd[1] is "L"; expected an id that no location before it has.',
      'locationIdEnd[4] is "L"; expected an id that no location before it has.',
      'stationIdEnd[4] is "B"; expected an id that no station before it has.',
      'stationIdEnd[6] is "A"; expected an id that no station before it has.',
    ]);
    expect(columns.firstLeftOut).to.deep.equal([]);
    const faulted = station('D', { status: 'Faulted' });
    const oracle = new BruteForce(
      [locations[0]!, { ...locations[2]!, stations: [faulted] }, locations[3]!],
      NOON,
    );
    const change = { stations: [{ id: 'D', status: 'Available' }] };
    oracle.change(change);
    for (const network of [columns, records]) {
      network.change(change, NOON);
      await expectAgreement(answersOf(network), oracle);
      await expectSameLocations(answersOf(network), oracle);
    }
  });
});
