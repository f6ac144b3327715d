import { expect } from 'chai';

import { answerCounts, answerLocation } from '../../src/engine/answers.js';
import { Network } from '../../src/engine/network.js';
import { LAST_MESSAGE_BUCKETS } from '../../src/model/last-message.js';
import type { NetworkChange, Station, StationChange } from '../../src/model/records.js';
import { MINUTE } from '../../src/model/time.js';
import { location, NOON, station } from '../support/networks.js';

const RULES = { missedHeartbeats: 3, lastMessageBuckets: LAST_MESSAGE_BUCKETS };

function networkOf(fields: Partial<Station>, now = NOON, previous?: Network): Network {
  const network = new Network(RULES, now);
  network.load([location('l', [station('a', fields)])]);
  network.begin(now, previous);
  return network;
}

const heardAt = (network: Network) => answerLocation(network, 'l')!.stations[0]!.lastMessageAt;
const isOnline = (network: Network) => answerCounts(network, 'connection').byStatus.online === 1;

const NOW = NOON + 10 * MINUTE;
const changes: [
  title: string,
  change: Omit<StationChange, 'id'>,
  asOf: number | undefined,
  heard: number | undefined,
][] = [
  ['a status of its own', { status: 'Available' }, undefined, NOW],
  ['a status of an EVSE', { evses: [{ id: '1', status: 'Charging' }] }, undefined, NOW],
  [
    'a status of a connector',
    { evses: [{ id: '1', connectors: [{ id: '1', status: 'Charging' }] }] },
    undefined,
    NOW,
  ],
  ['a status, as of a moment before', { status: 'Available' }, NOW - 5, NOW - 5],
  ['a status, as of a moment too far ahead', { status: 'Available' }, NOW + 1e9, NOW],
  ['a status and when it was heard of', { status: 'Available', lastMessageAt: NOW - 7 }, NOW - 5, NOW - 7],
  ['a status, and a moment that is none', { status: 'Available', lastMessageAt: 1e18 }, undefined, NOW],
  ['a message', { lastMessageAt: NOW - 7 }, undefined, NOW - 7],
  ['a message in the future', { lastMessageAt: NOW + 7 }, undefined, NOW],
  ['a message of before the last', { lastMessageAt: NOON - 5 * MINUTE }, undefined, NOON],
  ['a message too far ahead', { lastMessageAt: NOW + 1e9 }, undefined, NOON],
  ['that no status is known', { status: null }, undefined, NOON],
  ['an EVSE without a status', { evses: [{ id: '1', connectors: [] }] }, undefined, NOON],
  ['an EVSE that is skipped, as it has no id', { evses: [{ status: 'Charging' } as never] }, undefined, NOON],
  ['nothing', {}, undefined, NOW],
  ['nothing, as of a moment before', {}, NOW - 5, NOW - 5],
  ['nothing, in a field that is there', { status: undefined }, undefined, NOW],
  ['how often its heartbeats come', { heartbeatInterval: 300 }, undefined, NOON],
  ['a page of its own', { href: '/a' }, undefined, NOON],
  ['that it was never heard of', { lastMessageAt: null }, undefined, undefined],
];

describe('when a station was last heard of', () => {
  for (const [title, fields, asOf, heard] of changes) {
    it(`R4: is told by a change that says: ${title}`, () => {
      const network = networkOf({ lastMessageAt: NOON });
      network.change({ asOf, stations: [{ id: 'a', ...fields }] } as NetworkChange, NOW);
      expect(heardAt(network)).to.equal(heard);
    });
  }

  it('R4: brings an offline station back online by a status alone', () => {
    const network = networkOf({ lastMessageAt: NOON - 60 * MINUTE });
    expect(isOnline(network)).to.equal(false);
    network.change({ stations: [{ id: 'a', status: 'Available' }] }, NOON);
    expect(isOnline(network)).to.equal(true);
  });

  it('R4: does not go back in a later snapshot, nor where a location is replaced', () => {
    const network = networkOf({ lastMessageAt: NOON });
    network.change({ locations: [location('l', [station('a', { lastMessageAt: NOON - 5 })])] }, NOON);
    expect(heardAt(network)).to.equal(NOON);
    expect(heardAt(networkOf({ lastMessageAt: NOON - 5 }, NOON, network)), 'older').to.equal(NOON);
    expect(heardAt(networkOf({ lastMessageAt: undefined }, NOON, network)), 'none').to.equal(NOON);
    expect(heardAt(networkOf({ lastMessageAt: NOW }, NOW, network)), 'newer').to.equal(NOW);
  });

  it('R4: counts a moment in the future as now, once: it keeps no silent station alive', () => {
    const future = { lastMessageAt: NOON + 60 * MINUTE };
    let network = networkOf(future);
    expect(heardAt(network)).to.equal(NOON);
    for (let minutes = 1; minutes <= 90; minutes++) {
      const now = NOON + minutes * MINUTE;
      network = networkOf(future, now, network);
      network.change({ stations: [{ id: 'a', ...future }] }, now);
      expect(heardAt(network)).to.equal(NOON);
      expect(isOnline(network), `after ${minutes} minutes`).to.equal(minutes < 15);
    }
    network.change({ stations: [{ id: 'a', lastMessageAt: NOON + 90 * MINUTE }] }, NOON + 90 * MINUTE);
    expect(isOnline(network), 'heard of again').to.equal(true);
  });
});
