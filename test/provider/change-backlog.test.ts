import { expect } from 'chai';

import { answerLocation } from '../../src/engine/answers.js';
import { Network } from '../../src/engine/network.js';
import { LAST_MESSAGE_BUCKETS } from '../../src/model/last-message.js';
import type { LocationDetail } from '../../src/model/questions.js';
import type { NetworkChange } from '../../src/model/records.js';
import { MINUTE } from '../../src/model/time.js';
import { ChangeBacklog } from '../../src/provider/change-backlog.js';
import { BruteForce } from '../../src/testing/brute-force.js';
import { expectAgreement } from '../support/agreement.js';
import { answersOf } from '../support/answers-of.js';
import { location, NOON, randomChange, randomLocations, station } from '../support/networks.js';
import { seeded } from '../support/random.js';

const RULES = { missedHeartbeats: 3, lastMessageBuckets: LAST_MESSAGE_BUCKETS };

const status = (id: string, status: string, asOf?: number): NetworkChange => ({
  ...(asOf !== undefined && { asOf }),
  stations: [{ id, status }],
});

function takenOf(...changes: NetworkChange[]): NetworkChange[] {
  const backlog = new ChangeBacklog();
  for (const change of changes) backlog.push(change);
  return backlog.take(Infinity);
}

/** Without what is said of a fault, which stays where that comes and goes between two takes, and the order of new EVSEs. */
function settled(location: LocationDetail | undefined) {
  return (
    location && {
      ...location,
      stations: location.stations.map(station => ({
        ...station,
        ...{ errorCode: undefined, info: undefined },
        evses: [...station.evses].sort((one, other) => (one.id < other.id ? -1 : 1)),
      })),
    }
  );
}

describe('the changes that wait', () => {
  it('are taken as they came, where none leaves nothing of another', () => {
    const changes: NetworkChange[] = [
      status('a', 'Faulted'),
      { asOf: 7, stations: [{ id: 'b' }, { id: 'c', href: '/c' }] },
      { removed: { stations: ['a'] } },
      status('a', 'Available'),
      { asOf: 8 },
      'nonsense' as never,
      {},
    ];
    expect(takenOf(...changes)).to.deep.equal(changes);
  });

  it('are dropped where a later one of the same station leaves nothing of them; stations keep their turns', () => {
    const later = status('a', 'Available', 3);
    expect(takenOf(status('a', 'Faulted', 1), status('b', 'Faulted', 2), later)).to.deep.equal([
      later,
      status('b', 'Faulted', 2),
    ]);
  });

  it('are kept where a later one is late, has no time, or would let a late one be taken', () => {
    for (const changes of [
      [status('a', 'Faulted', 2), status('a', 'Available', 1)],
      [status('a', 'Faulted', 2), status('a', 'Available')],
      [status('a', 'Faulted'), status('a', 'Available', 2)],
      [
        status('a', 'Faulted', 5),
        { asOf: 3, stations: [{ id: 'a', href: '/a' }] },
        status('a', 'Available', 6),
      ],
    ])
      expect(takenOf(...changes)).to.deep.equal(changes);
  });

  it('are kept on either side of a change of locations, or of what is removed', () => {
    const changes = [
      status('a', 'Faulted'),
      { removed: { stations: ['a'] } },
      status('a', 'Available'),
      { locations: [] },
      status('a', 'Faulted'),
    ];
    expect(takenOf(...changes)).to.deep.equal(changes);
  });

  it('take no more than the stations do, however many come', () => {
    const random = seeded(7);
    const backlog = new ChangeBacklog();
    for (let count = 0; count < 200_000; count++) {
      const id = `s${random.below(100)}`;
      const evse = { id: random.pick(['1', '2']), status: random.pick(['Available', 'Charging']) };
      const change = random.pick([
        { evses: [evse] },
        { lastMessageAt: NOON + count },
        { status: 'Available' },
      ]);
      backlog.push({ asOf: NOON + count, stations: [{ id, ...change }] });
      if (count % 1000 === 0) backlog.push({ asOf: NOON + count });
    }
    expect(backlog.size).to.be.at.most(100 * 4 + 1);
  });

  it('R27: have a fault, or a connection that is offline, begin anew where it ended while they waited', () => {
    const network = new Network(RULES, NOON);
    const before = { offlineSince: NOON - MINUTE, faultedSince: NOON - MINUTE, errorCode: 'GroundFailure' };
    network.load([
      location('l', [
        station('a', { status: 'Faulted', ...before }),
        station('b', { connection: 'offline', ...before }),
      ]),
    ]);
    network.begin(NOON);
    const backlog = new ChangeBacklog();
    for (let count = 0; count < 1000; count++) {
      for (const word of ['Available', 'Faulted']) backlog.push(status('a', word));
      for (const connection of ['online', 'offline'] as const)
        backlog.push({ stations: [{ id: 'b', connection }] });
    }
    expect(backlog.size).to.equal(4);
    for (const change of backlog.take(Infinity)) network.change(change, NOON);
    const known = answerLocation(network, 'l')!.stations.map(
      ({ offlineSince, offlineSinceIs, faultedSince, faultedSinceIs, errorCode }) =>
        [offlineSince ?? faultedSince, offlineSinceIs ?? faultedSinceIs, errorCode] as const,
    );
    expect(known[0]).to.deep.equal([NOON, 'observed', undefined]);
    expect(known[1]!.slice(0, 2)).to.deep.equal([NOON, 'observed']);
  });

  it('R27: keep what begins or ends trouble, which else would be seen since another moment', () => {
    const offline: NetworkChange = { stations: [{ id: 'A', connection: 'offline' }] };
    const heard = status('A', 'Available');
    const faulted = status('A', 'Faulted');
    expect(takenOf(offline, heard, offline)).to.deep.equal([offline, heard, offline]);
    expect(takenOf(offline, offline, heard)).to.deep.equal([offline, heard]);
    expect(takenOf(faulted, heard, faulted)).to.deep.equal([heard, faulted]);
    expect(takenOf(faulted, heard)).to.deep.equal([heard]);
  });

  it('keep a few changes of a station that flaps, however often it does', () => {
    const offline: NetworkChange = { stations: [{ id: 'A', connection: 'offline' }] };
    const heard = status('A', 'Available');
    const taken = takenOf(...Array.from({ length: 1000 }, () => [heard, offline]).flat());
    expect(taken.length).to.be.below(8);
    expect(taken.at(-1)).to.deep.equal(offline);
  });

  it('count the records of lists alone, whatever else says that it has a length', () => {
    const backlog = new ChangeBacklog();
    const changes: unknown[] = [
      { locations: { length: 600_000 } },
      { stations: { length: 'x' } },
      { length: 'x' },
      'nonsense',
      null,
    ];
    for (const change of changes) backlog.push(change as NetworkChange);
    expect(backlog.size).to.equal(5);
    backlog.push({ locations: [], stations: [{ id: 'a' }, { id: 'b' }] });
    expect(backlog.size).to.equal(8);
    expect(backlog.take(Infinity).slice(0, 5)).to.deep.equal(changes);
    expect(backlog.size).to.equal(0);
  });

  it('are taken a part at a time: of each station all that waits of it', () => {
    const backlog = new ChangeBacklog();
    for (let count = 0; count < 10; count++) backlog.push({ stations: [{ id: `s${count}` }] });
    const [first, second] = [backlog.take(6), backlog.take(6)];
    expect([first.length, second.length, backlog.size]).to.deep.equal([6, 4, 0]);
    expect(backlog.take(6)).to.deep.equal([]);
  });

  for (const seed of [1, 2, 3]) {
    it(`R2 R4 R5 R6 R7 R8 R9 R20: lead to what all changes one by one lead to (seed ${seed})`, async () => {
      const random = seeded(seed);
      const locations = randomLocations(random, 40, NOON);
      const oracle = new BruteForce(locations, NOON);
      const network = new Network(RULES, NOON);
      network.load(locations);
      network.begin(NOON);
      const answers = answersOf(network);
      const backlog = new ChangeBacklog();
      let pushed = 0;
      let taken = 0;
      const take = (most: number) => {
        for (const change of backlog.take(most)) {
          network.change(change, oracle.now);
          taken += change.stations?.length ?? 0;
        }
      };
      for (let round = 0; round < 40; round++) {
        oracle.now += random.below(20 * MINUTE);
        network.tick(oracle.now);
        const { locations: places, stations } = oracle.ids;
        // Few stations, so that many changes are of the same one.
        const few = { locations: places, stations: Array.from({ length: 6 }, () => random.pick(stations)) };
        for (let count = 0; count < 200; count++) {
          const change = randomChange(random, few, oracle.now);
          // Many a message says one thing.
          if (change.stations && random.chance(0.3))
            change.stations = [
              { id: random.pick(few.stations), status: random.pick(['Available', 'Faulted']) },
            ];
          const isTold = random.chance(0.6);
          // None is ahead of the clock, which others would go by: the changes of several stations are not taken in their order.
          change.asOf = isTold ? oracle.now - (random.chance(0.2) ? random.below(5000) : 0) : undefined;
          if (random.chance(0.9)) {
            delete change.locations;
            delete change.removed;
          }
          oracle.change(change);
          backlog.push(change);
          pushed += change.stations?.length ?? 0;
          if (random.chance(0.02)) take(1 + random.below(20));
        }
        take(Infinity);
        await expectAgreement(answers, oracle);
        for (const id of oracle.ids.locations)
          expect(settled(await answers.location(id)), id).to.deep.equal(settled(oracle.location(id)));
      }
      expect(taken).to.be.below(pushed * 0.95);
    });
  }
});
