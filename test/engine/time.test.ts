import { expect } from 'chai';

import { LAST_MESSAGE_BUCKETS } from '../../src/model/last-message.js';
import { answerCounts, answerLocation } from '../../src/engine/answers.js';
import { Network } from '../../src/engine/network.js';
import { MINUTE } from '../../src/model/time.js';
import { BruteForce } from '../../src/testing/brute-force.js';
import { expectAgreement } from '../support/agreement.js';
import { answersOf } from '../support/answers-of.js';
import { location, NOON, randomLocations, station } from '../support/networks.js';
import { seeded } from '../support/random.js';

const RULES = { missedHeartbeats: 3, lastMessageBuckets: LAST_MESSAGE_BUCKETS };

function networkOf(...stations: Parameters<typeof station>[]): Network {
  const network = new Network(RULES, NOON);
  network.load([
    location(
      'l',
      stations.map(fields => station(...fields)),
    ),
  ]);
  return network;
}

const connections = (network: Network) => answerCounts(network, 'connection').byStatus;

describe('a network as time goes on', () => {
  it('R10: turns a station offline at its third missed heartbeat, to the millisecond', () => {
    const network = networkOf(
      ['a', { lastMessageAt: NOON, heartbeatInterval: 60 }],
      ['b', { lastMessageAt: NOON }],
    );
    network.tick(NOON + 3 * MINUTE - 1);
    expect(connections(network)).to.deep.equal({ online: 2, offline: 0, unknown: 0 });
    expect(network.nextDeadline).to.equal(NOON + 3 * MINUTE);
    network.tick(NOON + 3 * MINUTE);
    expect(connections(network)).to.deep.equal({ online: 1, offline: 1, unknown: 0 });
  });

  it('R10: moves a last message through the buckets by time alone', () => {
    const network = networkOf(['a', { lastMessageAt: NOON, heartbeatInterval: undefined }]);
    const seen: string[] = [];
    while (network.nextDeadline < Infinity) {
      network.tick(network.nextDeadline);
      const { byStatus } = answerCounts(network, 'last-message');
      seen.push(Object.keys(byStatus).find(status => byStatus[status] === 1)!);
    }
    expect(seen).to.deep.equal(['under-1h', 'under-24h', 'under-7d', 'older']);
  });

  it('R4: brings a station back online by a message of any kind', () => {
    const network = networkOf(['a', { lastMessageAt: NOON - 60 * MINUTE }]);
    expect(connections(network).offline).to.equal(1);
    network.change({ stations: [{ id: 'a', lastMessageAt: NOON + 1 }] }, NOON + 1);
    expect(connections(network).online).to.equal(1);
  });

  it('says nothing changed where a deadline passed to no effect', () => {
    const network = networkOf(['a', { lastMessageAt: NOON, heartbeatInterval: 60 }]);
    network.change({ stations: [{ id: 'a', lastMessageAt: NOON + 2 * MINUTE }] }, NOON + 2 * MINUTE);
    const { version } = network;
    network.tick(NOON + 3 * MINUTE);
    expect(network.version).to.equal(version);
    network.tick(NOON + 5 * MINUTE);
    expect(network.version).to.be.above(version);
  });

  it('counts a new version exactly when a station moved, whatever the network', () => {
    const random = seeded(11);
    const network = new Network(RULES, NOON);
    network.load(randomLocations(random, 80, NOON));
    const { stations } = network.store;
    const statuses = () =>
      [stations.connection, stations.bucket, stations.status].map(column =>
        Array.from({ length: stations.rows.end }, (_, station) => column.get(station)).join(),
      );
    let now = NOON;
    let moved = 0;
    for (let count = 0; count < 500; count++) {
      now += random.below(30 * MINUTE);
      const before = statuses();
      const { version } = network;
      network.tick(now);
      const hasMoved = statuses().join() !== before.join();
      expect(network.version > version).to.equal(hasMoved);
      if (hasMoved) moved++;
    }
    expect(moved).to.be.above(20);
  });

  it('holds a clock that goes back', () => {
    const network = networkOf(['a', { lastMessageAt: NOON, heartbeatInterval: 60 }]);
    network.tick(NOON + 3 * MINUTE);
    network.tick(NOON);
    expect(connections(network).offline).to.equal(1);
  });

  it('is set back where it was found to be ahead, and answers as if it had never been', async () => {
    const random = seeded(12);
    const locations = randomLocations(random, 80, NOON);
    const load = () => {
      const network = new Network(RULES, NOON);
      network.load(locations);
      network.begin(NOON);
      return network;
    };
    const network = load();
    const answers = answersOf(network);
    await answers.counts('connection', { scope: { country: 'NL' } });
    await answers.mapItems({ dimension: 'connection', bbox: [-180, -85, 180, 85], zoom: 2 });
    network.tick(NOON + 100 * 60 * MINUTE);
    network.rewind(NOON);
    await expectAgreement(answers, new BruteForce(locations, NOON));
    await expectAgreement(answers, new BruteForce(locations, NOON), { country: 'NL' });
    expect(network.nextDeadline).to.be.above(NOON);
  });

  it('remembers since when a fault is there: through changes, replacement, a move and a reload', () => {
    const network = networkOf(['a'], ['old', { status: 'Faulted' }]);
    const since = (of: Network, id = 'l') =>
      Object.fromEntries(answerLocation(of, id)!.stations.map(({ id, faultedSince }) => [id, faultedSince]));
    expect(since(network)).to.deep.equal({ a: undefined, old: undefined });
    network.change({ stations: [{ id: 'a', evses: [{ id: '1', status: 'Faulted' }] }] }, NOON + 1);
    network.change({ stations: [{ id: 'a', status: 'Faulted' }] }, NOON + 2);
    expect(since(network)).to.deep.equal({ a: NOON + 1, old: undefined });
    network.change({ locations: [location('l', [station('a', { status: 'Faulted' })])] }, NOON + 3);
    network.change({ locations: [location('m', [station('a', { status: 'Faulted' })])] }, NOON + 4);
    expect(since(network, 'm')).to.deep.equal({ a: NOON + 1 });
    const reloaded = new Network(RULES, NOON + 5);
    reloaded.load([
      location('m', [station('a', { status: 'Faulted' }), station('new', { status: 'Faulted' })]),
    ]);
    reloaded.begin(NOON + 5, network);
    expect(since(reloaded, 'm')).to.deep.equal({ a: NOON + 1, new: undefined });
    reloaded.change({ stations: [{ id: 'a', status: 'Available' }] }, NOON + 6);
    expect(since(reloaded, 'm')).to.deep.equal({ a: undefined, new: undefined });
  });
});
