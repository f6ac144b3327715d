import { expect } from 'chai';

import { answerLocation } from '../../src/engine/answers.js';
import { Network } from '../../src/engine/network.js';
import { LAST_MESSAGE_BUCKETS } from '../../src/model/last-message.js';
import type { Location, NetworkChange, StationChange } from '../../src/model/records.js';
import { location, NOON, station } from '../support/networks.js';

const RULES = { missedHeartbeats: 3, lastMessageBuckets: LAST_MESSAGE_BUCKETS };

/** Moments are counted from noon in milliseconds. */
function loaded(asOf: number | undefined, locations: Location[], previous?: Network): Network {
  const network = new Network(RULES, NOON + 100, asOf === undefined ? undefined : NOON + asOf);
  network.load(locations);
  network.begin(NOON + 100, previous);
  return network;
}

function change(network: Network, asOf: number | undefined, change: NetworkChange, isReplayed = false): void {
  network.change({ asOf: asOf === undefined ? undefined : NOON + asOf, ...change }, NOON + 100, isReplayed);
}

/** Each location's stations with their statuses, their pages where they have one, and their EVSEs that are not available. */
function known(network: Network): string {
  return ['l', 'm']
    .flatMap(id => {
      const stations = answerLocation(network, id)?.stations.map(({ id: stationId, status, href, evses }) =>
        [
          stationId,
          status,
          href,
          ...evses.filter(evse => evse.status !== 'available').map(evse => evse.status),
        ]
          .filter(Boolean)
          .join(' '),
      );
      return stations ? `${id}: ${stations.join(', ')}` : [];
    })
    .join('; ');
}

const AB = [location('l', [station('a'), station('b')])];
const faulted = (id: string): NetworkChange => ({ stations: [{ id, status: 'Faulted' }] });
const set = (id: string, fields: Omit<StationChange, 'id'>): NetworkChange => ({
  stations: [{ id, ...fields }],
});

describe('the newest news of a station', () => {
  const orders: [
    title: string,
    steps: [asOf: number | undefined, change: NetworkChange][],
    expected: string,
    late: number,
  ][] = [
    [
      'a later change',
      [
        [10, faulted('a')],
        [20, set('a', { status: 'Unavailable' })],
      ],
      'l: a disabled, b enabled',
      0,
    ],
    [
      'an earlier change that comes later',
      [
        [20, set('a', { status: 'Unavailable' })],
        [10, set('a', { status: 'Available' })],
      ],
      'l: a disabled, b enabled',
      1,
    ],
    [
      'a change of before the snapshot',
      [[-1, set('a', { connection: 'offline' })]],
      'l: a enabled, b enabled',
      1,
    ],
    [
      'a change that comes twice',
      [
        [10, set('a', { status: 'Unavailable' })],
        [10, set('a', { status: 'Unavailable' })],
      ],
      'l: a disabled, b enabled',
      0,
    ],
    [
      'a change that does not say when it was true',
      [
        [20, set('a', { status: 'Available' })],
        [undefined, set('a', { status: 'Unavailable' })],
      ],
      'l: a disabled, b enabled',
      0,
    ],
    [
      'an earlier change of another station',
      [
        [20, set('a', { status: 'Unavailable' })],
        [10, set('b', { status: 'Unavailable' })],
      ],
      'l: a disabled, b disabled',
      0,
    ],
    [
      'an earlier removal',
      [
        [20, set('a', { status: 'Unavailable' })],
        [10, { removed: { stations: ['a'] } }],
      ],
      'l: a disabled, b enabled',
      1,
    ],
    [
      'an earlier removal of its location',
      [
        [20, set('a', { status: 'Unavailable' })],
        [10, { removed: { locations: ['l'] } }],
      ],
      'l: a disabled, b enabled',
      1,
    ],
    [
      'an earlier change of a removed station',
      [
        [20, { removed: { stations: ['a'] } }],
        [10, set('a', { status: 'Available' })],
      ],
      'l: b enabled',
      1,
    ],
    [
      'an earlier location that has a removed station',
      [
        [20, { removed: { stations: ['a'] } }],
        [10, { locations: AB }],
      ],
      'l: b enabled',
      1,
    ],
    [
      'a removed location put earlier',
      [
        [20, { removed: { locations: ['l'] } }],
        [10, { locations: AB }],
      ],
      '',
      1,
    ],
    [
      'a removed location put later',
      [
        [20, { removed: { locations: ['l'] } }],
        [30, { locations: AB }],
      ],
      'l: a enabled, b enabled',
      0,
    ],
    [
      'a removal that comes twice',
      [
        [20, { removed: { stations: ['a'], locations: [] } }],
        [20, { removed: { stations: ['a'] } }],
      ],
      'l: b enabled',
      0,
    ],
    [
      'an earlier location',
      [
        [20, { locations: [location('l', [station('a')])] }],
        [10, { locations: AB }],
      ],
      'l: a enabled',
      1,
    ],
    [
      'an earlier location with a station of which newer is known',
      [
        [20, set('a', { status: 'Unavailable' })],
        [10, { locations: [location('l', [station('a'), station('c')])] }],
      ],
      'l: a disabled, c enabled',
      1,
    ],
    [
      'an earlier location without a station of which newer is known',
      [
        [20, set('a', { status: 'Unavailable' })],
        [10, { locations: [location('l', [station('c')])] }],
      ],
      'l: a disabled, c enabled',
      0,
    ],
    [
      'an earlier location with a station that moved away since',
      [
        [20, { locations: [location('m', [station('a')])] }],
        [10, { locations: AB }],
      ],
      'l: b enabled; m: a enabled',
      1,
    ],
  ];
  for (const [title, steps, expected, late] of orders) {
    it(`wins: ${title}`, () => {
      const network = loaded(0, AB);
      for (const [asOf, step] of steps) change(network, asOf, step);
      expect(known(network)).to.equal(expected);
      expect(network.news.late).to.equal(late);
      expect(network.problems.total).to.equal(0);
    });
  }

  it('is told by no change of a station that is not known: that is a problem, and is not taken later', () => {
    const network = loaded(0, AB);
    change(network, 10, faulted('c'));
    change(network, 10, { removed: { stations: ['d'] } });
    change(network, 20, { removed: { stations: ['a'] } });
    change(network, 30, faulted('a'));
    expect(network.problems.first.map(({ message }) => message)).to.deep.equal([
      'stations[0].id is "c"; expected the id of a station of the network.',
      'removed.stations[0] is "d"; expected an id of the network\'s stations.',
      'stations[0].id is "a"; expected the id of a station of the network.',
    ]);
    change(network, 5, { locations: [location('m', [station('c'), station('d')])] });
    expect(known(network)).to.equal('l: b enabled; m: c enabled, d enabled');
    expect(network.news.late).to.equal(0);
  });

  it('R4: takes from a late change when the station was heard of, which cannot go back', () => {
    const network = loaded(50, [location('l', [station('a', { lastMessageAt: NOON - 1000 })])]);
    change(network, 40, set('a', { lastMessageAt: NOON + 40, connection: 'offline' }));
    const [a] = answerLocation(network, 'l')!.stations;
    expect([a!.lastMessageAt, a!.connection]).to.deep.equal([NOON + 40, 'online']);
  });
});

describe('a snapshot that is older than changes before it', () => {
  const snapshots: [
    title: string,
    steps: [asOf: number | undefined, change: NetworkChange][],
    asOf: number | undefined,
    expected: string,
  ][] = [
    [
      'keeps the fields of a newer change',
      [[20, set('a', { status: 'Unavailable' })]],
      10,
      'l: a disabled /new, b enabled /new',
    ],
    [
      'keeps what newer changes cleared',
      [[20, set('a', { href: null })]],
      10,
      'l: a enabled, b enabled /new',
    ],
    [
      'keeps EVSEs of a newer change',
      [[20, set('a', { evses: [{ id: '2', connectors: [{ id: '1', status: 'Charging' }] }] })]],
      10,
      'l: a enabled /new charging, b enabled /new',
    ],
    [
      'undoes an older change',
      [[10, set('a', { status: 'Unavailable' })]],
      20,
      'l: a enabled /new, b enabled /new',
    ],
    [
      'undoes a change of the same moment',
      [[10, set('a', { status: 'Unavailable' })]],
      10,
      'l: a enabled /new, b enabled /new',
    ],
    [
      'undoes a change that does not say when it was true',
      [[undefined, set('a', { status: 'Unavailable' })]],
      10,
      'l: a enabled /new, b enabled /new',
    ],
    [
      'undoes all where it does not say when it was true itself',
      [[20, set('a', { status: 'Unavailable' })]],
      undefined,
      'l: a enabled /new, b enabled /new',
    ],
    [
      'does not bring back a station that was removed since',
      [[20, { removed: { stations: ['a'] } }]],
      10,
      'l: b enabled /new',
    ],
    [
      'brings back a station that was removed before',
      [[10, { removed: { stations: ['a'] } }]],
      20,
      'l: a enabled /new, b enabled /new',
    ],
    [
      'does not bring back a location that was removed since',
      [[20, { removed: { locations: ['l'] } }]],
      10,
      '',
    ],
    [
      'does not take away a location that was added since',
      [[20, { locations: [location('m', [station('c', { status: 'Unavailable' })])] }]],
      10,
      'l: a enabled /new, b enabled /new; m: c disabled',
    ],
    [
      'takes away a location that was added before',
      [[5, { locations: [location('m', [station('c')])] }]],
      10,
      'l: a enabled /new, b enabled /new',
    ],
    [
      'does not move back a station, nor bring back one that its location has no longer',
      [
        [20, { locations: [location('m', [station('a')])] }],
        [20, { locations: [location('l', [])] }],
      ],
      10,
      'l: ; m: a enabled',
    ],
    [
      'keeps a station that moved before the location that it left was put without it',
      [
        [15, { locations: [location('m', [station('a')])] }],
        [20, { locations: [location('l', [station('b')])] }],
      ],
      10,
      'l: b enabled; m: a enabled',
    ],
    [
      'keeps a station that moved before the location that it left was removed',
      [
        [15, { locations: [location('m', [station('a')])] }],
        [20, { removed: { locations: ['l'] } }],
      ],
      10,
      'm: a enabled',
    ],
    [
      'has stations that moved by a change of no moment stay where it has them, although that was put without them',
      [
        [undefined, { locations: [location('m', [station('a'), station('b')])] }],
        [20, { locations: [location('l', [station('c')])] }],
      ],
      10,
      'l: c enabled, a enabled /new, b enabled /new',
    ],
    [
      'has a station that moved by a change of no moment stay where a newer change put it',
      [
        [20, { locations: AB }],
        [undefined, { locations: [location('m', [station('a')])] }],
      ],
      10,
      'l: b enabled, a enabled',
    ],
  ];
  const NEW = [location('l', [station('a', { href: '/new' }), station('b', { href: '/new' })])];
  for (const [title, steps, asOf, expected] of snapshots) {
    it(title, () => {
      const before = loaded(0, AB);
      for (const [at, step] of steps) change(before, at, step);
      const network = loaded(asOf, NEW, before);
      expect(known(network)).to.equal(expected);
      // A change of a load is replayed on the network that comes of it: nothing differs, and nothing of it is late.
      for (const [at, step] of steps) if (at !== undefined) change(network, at, step, true);
      if (asOf !== undefined && steps.every(([at]) => at !== undefined && at !== asOf))
        expect(known(network)).to.equal(expected);
      expect([network.news.late, network.problems.total]).to.deep.equal([0, 0]);
    });
  }

  it('keeps them through several snapshots, until one is newer', () => {
    let network = loaded(0, AB);
    change(network, 20, set('a', { status: 'Unavailable' }));
    change(network, 20, { removed: { stations: ['b'] } });
    for (const asOf of [5, 15, 10, 19]) {
      network = loaded(asOf, NEW, network);
      expect(known(network)).to.equal('l: a disabled /new');
    }
    network = loaded(21, NEW, network);
    expect(known(network)).to.equal('l: a enabled /new, b enabled /new');
    expect(network.news.removedStations.size).to.equal(0);
  });

  it('does not count a change again that is replayed after the load, and counts one that is late to a newer', () => {
    const before = loaded(0, AB);
    change(before, 20, set('a', { status: 'Available' }));
    change(before, 30, set('a', { status: 'Unavailable' }));
    const network = loaded(10, NEW, before);
    change(network, 5, set('a', { href: '/old' }), true);
    change(network, 20, set('a', { status: 'Available' }), true);
    change(network, 30, set('a', { status: 'Unavailable' }), true);
    expect([known(network), network.news.late]).to.deep.equal(['l: a disabled /new, b enabled /new', 0]);
    change(network, 40, set('a', { status: 'Faulted' }));
    change(network, 35, set('a', { status: 'Available' }));
    expect(network.news.late).to.equal(1);
  });

  it('counts as true no later than its load began: what changed meanwhile may be missing from it', () => {
    for (const [begun, expected] of [
      [10, 'l: a disabled /new, b enabled /new'],
      [30, 'l: a enabled /new, b enabled /new'],
    ] as const) {
      const before = loaded(0, AB);
      change(before, 20, set('a', { status: 'Unavailable' }));
      const network = new Network(RULES, NOON + 100, NOON + 40);
      network.load(NEW);
      network.begin(NOON + 100, before, NOON + begun);
      expect(known(network)).to.equal(expected);
      change(network, 20, set('a', { status: 'Unavailable' }), true);
      expect([known(network), network.news.late]).to.deep.equal([expected, 0]);
    }
  });

  it('has late what is of before it and of a station that it has no longer: that is no problem', () => {
    const network = loaded(10, NEW);
    change(network, 5, faulted('gone'));
    change(network, 5, { removed: { stations: ['gone'], locations: ['gone'] } });
    expect([network.news.late, network.problems.total]).to.deep.equal([1, 0]);
    change(network, 15, faulted('gone'));
    expect([network.news.late, network.problems.total]).to.deep.equal([1, 1]);
  });

  it('keeps since when a station is faulted', () => {
    const before = loaded(0, AB);
    change(before, 20, faulted('a'));
    const network = loaded(10, NEW, before);
    expect(answerLocation(network, 'l')!.stations[0]!.faultedSince).to.equal(NOON + 100);
  });
});
