import { expect } from 'chai';

import { LAST_MESSAGE_BUCKETS } from '../../src/model/last-message.js';
import { answerCounts } from '../../src/engine/answers.js';
import { Network } from '../../src/engine/network.js';
import { location, NOON, station } from '../support/networks.js';

const RULES = { missedHeartbeats: 3, lastMessageBuckets: LAST_MESSAGE_BUCKETS };
const good = location('good', [station('good')]);

function load(locations: readonly unknown[], from = 0): Network {
  const network = new Network(RULES, NOON);
  network.load([good], 0);
  network.load(locations, from);
  return network;
}

const records: [title: string, record: unknown, path: string, message: string, stations: number][] = [
  ['a location that is null', null, 'locations[7]', 'is null; expected an object.', 0],
  ['a location that is text', 'l1', 'locations[7]', 'is "l1"; expected an object.', 0],
  ['a location that is a list', [], 'locations[7]', 'is an array of 0; expected an object.', 0],
  ['no id', { stations: [] }, 'locations[7].id', 'is nothing; expected text that is not empty.', 0],
  [
    'an id that is a number',
    { id: 5, stations: [] },
    'locations[7].id',
    'is 5; expected text that is not empty.',
    0,
  ],
  [
    'an id that stood before',
    location('good', [station('other')]),
    'locations[7].id',
    'is "good"; expected an id that no location before it has.',
    0,
  ],
  ['no stations', { id: 'l' }, 'locations[7].stations', 'is nothing; expected a list.', 0],
  [
    'a name that is no text',
    location('l', [], { name: 7 as never }),
    'locations[7].name',
    'is 7; expected text.',
    0,
  ],
  [
    'a station that is a number',
    location('l', [5 as never, station('s')]),
    'locations[7].stations[0]',
    'is 5; expected an object.',
    1,
  ],
  [
    'a station without an id',
    location('l', [station('s'), station('')]),
    'locations[7].stations[1].id',
    'is ""; expected text that is not empty.',
    1,
  ],
  [
    'a station that stood before',
    location('l', [station('good'), station('s')]),
    'locations[7].stations[0].id',
    'is "good"; expected an id that no station before it has.',
    1,
  ],
  [
    'an interval that is text',
    location('l', [station('s', { heartbeatInterval: '300' as never })]),
    'locations[7].stations[0].heartbeatInterval',
    'is "300"; expected seconds, 0 or more.',
    1,
  ],
  [
    'a negative interval',
    location('l', [station('s', { heartbeatInterval: -1 })]),
    'locations[7].stations[0].heartbeatInterval',
    'is -1; expected seconds, 0 or more.',
    1,
  ],
  [
    'a moment that cannot be read',
    location('l', [station('s', { lastMessageAt: 'yesterday' })]),
    'locations[7].stations[0].lastMessageAt',
    'is "yesterday"; expected epoch milliseconds or ISO 8601 text.',
    1,
  ],
  [
    'a connection of its own',
    location('l', [station('s', { connection: 'maybe' as never })]),
    'locations[7].stations[0].connection',
    'is "maybe"; expected online, offline, unknown.',
    1,
  ],
  [
    'a status that is no text',
    location('l', [station('s', { status: 3 as never })]),
    'locations[7].stations[0].status',
    'is 3; expected text.',
    1,
  ],
  [
    'EVSEs that are no list',
    location('l', [station('s', { evses: 'two' as never })]),
    'locations[7].stations[0].evses',
    'is "two"; expected a list.',
    1,
  ],
  [
    'a connector without an id',
    location('l', [station('s', { evses: [{ id: 'e', connectors: [{} as never] }] })]),
    'locations[7].stations[0].evses[0].connectors[0].id',
    'is nothing; expected text that is not empty.',
    1,
  ],
];

const changes: [title: string, change: unknown, path: string, message: string][] = [
  ['a change that is text', 'hello', 'change', 'is "hello"; expected an object.'],
  [
    'an asOf that cannot be read',
    { asOf: 'now' },
    'asOf',
    'is "now"; expected epoch milliseconds or ISO 8601 text.',
  ],
  ['removals that are text', { removed: 'all' }, 'removed', 'is "all"; expected an object.'],
  [
    'removed stations that are no list',
    { removed: { stations: 'a' } },
    'removed.stations',
    'is "a"; expected a list of ids.',
  ],
  [
    'a removed station of no network',
    { removed: { stations: ['good', 'gone'] } },
    'removed.stations[1]',
    'is "gone"; expected an id of the network\'s stations.',
  ],
  [
    'a removed location of no network',
    { removed: { locations: ['gone'] } },
    'removed.locations[0]',
    'is "gone"; expected an id of the network\'s locations.',
  ],
  ['stations that are no list', { stations: {} }, 'stations', 'is an object; expected a list.'],
  [
    'a changed station of no network',
    { stations: [{ id: 'gone' }] },
    'stations[0].id',
    'is "gone"; expected the id of a station of the network.',
  ],
  [
    'a station twice in a location',
    { locations: [location('l', [station('s'), station('s')])] },
    'locations[0].stations[1].id',
    'is "s"; expected an id that no station before it has.',
  ],
];

describe('records that cannot be read', () => {
  for (const [title, record, path, message, stations] of records) {
    it(`are told where they stood, and the rest loads: ${title}`, () => {
      const network = load([record, location('after', [station('after')])], 7);
      expect(network.problems.first).to.deep.equal([{ path, message: `${path} ${message}` }]);
      expect(network.problems.total).to.equal(1);
      expect(answerCounts(network, 'connection').total).to.equal(2 + stations);
    });
  }

  for (const [title, change, path, message] of changes) {
    it(`are told where they stood in a change, and the rest is taken: ${title}`, () => {
      const network = load([location('other', [station('other')])]);
      network.change(change as never, NOON);
      expect(network.problems.first).to.deep.equal([{ path, message: `${path} ${message}` }]);
      network.change({ stations: [{ id: 'other', connection: 'offline' }] }, NOON);
      expect(answerCounts(network, 'connection').byStatus.offline).to.equal(1);
    });
  }

  it('keep what was known before where a change cannot be read', () => {
    const network = load([]);
    const before = answerCounts(network, 'last-message');
    network.change(
      { stations: [{ id: 'good', lastMessageAt: 'soon', heartbeatInterval: NaN, status: {} as never }] },
      NOON,
    );
    expect(network.problems.total).to.equal(3);
    expect(answerCounts(network, 'last-message')).to.deep.equal(before);
  });

  it('R2 R5: are words in no table, each told once, with where it stood first and what was expected', () => {
    const network = load(
      [
        location('l', [
          station('s', {
            deploymentState: 'Lab',
            status: 'broken',
            evses: [{ id: 'e', status: 'Asleep', connectors: [{ id: 'c', status: 'BROKEN' }] }],
          }),
          station('t', { deploymentState: 'lab', evses: [{ id: 'e', status: 'asleep' }] }),
        ]),
      ],
      7,
    );
    const expected = [
      'locations[7].stations[0].deploymentState is "Lab"; expected production, stock, deprecated; stations in any other are not counted.',
      'locations[7].stations[0].status is "broken"; expected Available, Occupied, Reserved, Unavailable or Faulted of a station as a whole; any other is not read.',
      'locations[7].stations[0].evses[0].status is "Asleep"; expected a status of OCPP 1.6, 2.0.1 or 2.1, or of OCPI; any other is read as undefined.',
    ];
    expect(network.problems.first.map(({ message }) => message)).to.deep.equal(expected);
    network.change({ stations: [{ id: 'good', evses: [{ id: '1', status: 'Broken' }] }] }, NOON);
    expect(network.problems.total).to.equal(3);
    network.change({ stations: [{ id: 'good', status: 'Odd' }] }, NOON);
    expect(network.problems.first[3]!.path).to.equal('stations[0].status');
    expect(answerCounts(network, 'connection').total).to.equal(1);
    expect(answerCounts(network, 'evse').byStatus.undefined).to.equal(1);
  });

  it('R8: are words of connectors that a station states of itself, each told once', () => {
    const evses = [{ id: 'e', status: 'Charging', connectors: [{ id: 'c', status: 'OUTOFORDER' }] }];
    const network = load(
      [
        location('l', [
          station('s', { status: 'OUTOFORDER', evses }),
          station('t', { status: 'Charging' }),
          station('u', { status: 'charging' }),
          station('v', { status: 'occupied' }),
        ]),
      ],
      7,
    );
    expect(network.problems.first.map(({ path }) => path)).to.deep.equal([
      'locations[7].stations[0].status',
      'locations[7].stations[1].status',
    ]);
  });

  it('are not the words of all tables, in any letter case, nor what was not stated', () => {
    const words = 'Preparing suspendedEV occupied Blocked inoperative outOfOrder UNKNOWN planned removed';
    const evses = [...words.split(' '), ''].map((status, index) => ({ id: String(index), status }));
    const network = load([
      location('l', [
        station('s', { evses, deploymentState: '', status: '' }),
        station('t', { deploymentState: 'Stock' }),
      ]),
    ]);
    expect(network.problems.first).to.deep.equal([]);
  });

  it('are counted to the last and kept to a hundred', () => {
    const network = load(Array.from({ length: 250 }, () => null));
    expect(network.problems.total).to.equal(250);
    expect(network.problems.first).to.have.length(100);
  });

  it('are not what only stands in unusual fields', () => {
    const network = load([
      location('l', [station('s', { evses: undefined, href: null as never })], { extra: 1 } as never),
    ]);
    expect(network.problems.total).to.equal(0);
  });
});
