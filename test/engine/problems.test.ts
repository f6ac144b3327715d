import { expect } from 'chai';

import { LAST_MESSAGE_BUCKETS } from '../../src/model/last-message.js';
import { answerCounts } from '../../src/engine/answers.js';
import { noneSkipped } from '../../src/model/problems.js';
import type { SkippedRecords } from '../../src/model/problems.js';
import type { RecordKind } from '../../src/model/records.js';
import { Network } from '../../src/engine/network.js';
import { location, NOON, station } from '../support/networks.js';
import { told } from '../support/told.js';

const RULES = { missedHeartbeats: 3, lastMessageBuckets: LAST_MESSAGE_BUCKETS };
/** How many records of each kind there are, in records as they were given. */
function given(records: unknown, kind: RecordKind = 'location', counts = noneSkipped()): SkippedRecords {
  const within: Partial<Record<RecordKind, [string, RecordKind]>> = {
    location: ['stations', 'station'],
    station: ['evses', 'evse'],
    evse: ['connectors', 'connector'],
  };
  if (!Array.isArray(records)) return counts;
  for (const record of records as (Record<string, unknown> | null)[]) {
    counts[kind]++;
    const [field, part] = within[kind] ?? [];
    if (part) given(record?.[field!], part, counts);
  }
  return counts;
}

/** How many of them the network holds, before any was removed. */
function read({ store }: Network): SkippedRecords {
  const { locations, stations, evses, connectors } = store;
  return {
    location: locations.rows.end,
    station: stations.rows.end,
    evse: evses.rows.end,
    connector: connectors.rows.end,
    change: 0,
  };
}

function sum(one: SkippedRecords, other: SkippedRecords): SkippedRecords {
  const kinds = Object.keys(one) as RecordKind[];
  return Object.fromEntries(kinds.map(kind => [kind, one[kind] + other[kind]])) as SkippedRecords;
}

const good = location('good', [station('good')]);

function load(locations: readonly unknown[], from = 0): Network {
  const network = new Network(RULES, NOON);
  network.load([good], 0);
  network.load(locations, from);
  return network;
}

/** `skipped` is the record that is missing for it, absent where only a part of one is. */
const records: [
  title: string,
  record: unknown,
  path: string,
  message: string,
  stations: number,
  skipped?: RecordKind,
][] = [
  ['a location that is null', null, 'locations[7]', 'is null; expected an object.', 0, 'location'],
  ['a location that is text', 'l1', 'locations[7]', 'is "l1"; expected an object.', 0, 'location'],
  ['a location that is a list', [], 'locations[7]', 'is an array of 0; expected an object.', 0, 'location'],
  [
    'no id',
    { stations: [] },
    'locations[7].id',
    'is nothing; expected text that is not empty.',
    0,
    'location',
  ],
  [
    'an id that is a number',
    { id: 5, stations: [] },
    'locations[7].id',
    'is 5; expected text that is not empty.',
    0,
    'location',
  ],
  [
    'an id that stood before',
    location('good', [station('other')]),
    'locations[7].id',
    'is "good"; expected an id that no location before it has.',
    0,
    'location',
  ],
  ['no stations', { id: 'l' }, 'locations[7].stations', 'is nothing; expected a list.', 0, 'location'],
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
    'station',
  ],
  [
    'a station without an id',
    location('l', [station('s'), station('')]),
    'locations[7].stations[1].id',
    'is ""; expected text that is not empty.',
    1,
    'station',
  ],
  [
    'a station that stood before',
    location('l', [station('good'), station('s')]),
    'locations[7].stations[0].id',
    'is "good"; expected an id that no station before it has.',
    1,
    'station',
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
    'is "yesterday"; expected epoch milliseconds or ISO 8601 text of the years 1970 to 9999.',
    1,
  ],
  [
    'a moment that no calendar has',
    location('l', [station('s', { lastMessageAt: 1e18 })]),
    'locations[7].stations[0].lastMessageAt',
    'is 1000000000000000000; expected epoch milliseconds or ISO 8601 text of the years 1970 to 9999.',
    1,
  ],
  [
    'a moment of the year 1',
    location('l', [station('s', { lastMessageAt: '0001-01-01T00:00:00Z' })]),
    'locations[7].stations[0].lastMessageAt',
    'is "0001-01-01T00:00:00Z"; expected epoch milliseconds or ISO 8601 text of the years 1970 to 9999.',
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
    'connector',
  ],
  [
    'stations that are no list',
    { id: 'l', stations: { a: 1 } },
    'locations[7].stations',
    'is an object; expected a list.',
    0,
    'location',
  ],
  [
    'an id that is a number, of a location with stations',
    location(5 as never, [station('s'), station('t', { evses: [{ id: 'e', connectors: [{ id: 'c' }] }] })]),
    'locations[7].id',
    'is 5; expected text that is not empty.',
    0,
    'location',
  ],
  [
    'a station whose id is a number',
    location('l', [station(900 as never), station('s')]),
    'locations[7].stations[0].id',
    'is 900; expected text that is not empty.',
    1,
    'station',
  ],
  [
    'an EVSE that is text',
    location('l', [station('s', { evses: ['one' as never, { id: '2' }] })]),
    'locations[7].stations[0].evses[0]',
    'is "one"; expected an object.',
    1,
    'evse',
  ],
  [
    'an EVSE whose id is a number',
    location('l', [station('s', { evses: [{ id: 1 as never, connectors: [{ id: '1' }, { id: '2' }] }] })]),
    'locations[7].stations[0].evses[0].id',
    'is 1; expected text that is not empty.',
    1,
    'evse',
  ],
  [
    'an EVSE that stood before in its station',
    location('l', [station('s', { evses: [{ id: '1' }, { id: '1', connectors: [{ id: 'c' }] }] })]),
    'locations[7].stations[0].evses[1].id',
    'is "1"; expected an id that none before it in the list has.',
    1,
    'evse',
  ],
  [
    'a connector that is null',
    location('l', [station('s', { evses: [{ id: 'e', connectors: [null as never] }] })]),
    'locations[7].stations[0].evses[0].connectors[0]',
    'is null; expected an object.',
    1,
    'connector',
  ],
  [
    'a connector that stood before in its EVSE',
    location('l', [station('s', { evses: [{ id: 'e', connectors: [{ id: 'c' }, { id: 'c' }] }] })]),
    'locations[7].stations[0].evses[0].connectors[1].id',
    'is "c"; expected an id that none before it in the list has.',
    1,
    'connector',
  ],
  [
    'connectors that are no list',
    location('l', [station('s', { evses: [{ id: 'e', connectors: 2 as never }] })]),
    'locations[7].stations[0].evses[0].connectors',
    'is 2; expected a list.',
    1,
  ],
  [
    'a status of an EVSE that is no text',
    location('l', [station('s', { evses: [{ id: 'e', status: true as never }] })]),
    'locations[7].stations[0].evses[0].status',
    'is true; expected text.',
    1,
  ],
  [
    'a deployment state that is no text',
    location('l', [station('s', { deploymentState: 1 as never })]),
    'locations[7].stations[0].deploymentState',
    'is 1; expected text.',
    1,
  ],
  [
    'a country that is no text',
    location('l', [], { country: 31 as never }),
    'locations[7].country',
    'is 31; expected text.',
    0,
  ],
];

const changes: [title: string, change: unknown, path: string, message: string][] = [
  ['a change that is text', 'hello', 'change', 'is "hello"; expected an object.'],
  [
    'an asOf that cannot be read',
    { asOf: 'now' },
    'asOf',
    'is "now"; expected epoch milliseconds or ISO 8601 text of the years 1970 to 9999.',
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
  for (const [title, record, path, message, stations, skipped] of records) {
    it(`R14: are told where they stood, and the rest loads: ${title}`, () => {
      const after = location('after', [station('after')]);
      const network = load([record, after], 7);
      const { summary } = network.problems;
      const problem = { path, message: `${path} ${message}`, ...(skipped && { skipped }) };
      expect(told(summary.first)).to.deep.equal([problem]);
      expect(summary.total).to.equal(1);
      expect(summary.readInPart).to.equal(skipped ? 0 : 1);
      expect(answerCounts(network, 'connection').total).to.equal(2 + stations);
      expect(sum(read(network), summary.skipped!), 'read and skipped').to.deep.equal(
        given([good, record, after]),
      );
    });
  }

  it('R14: read and skipped together are all that were given, however many are wrong', () => {
    const all = [good, ...records.map(([, record]) => record)];
    const network = load(all.slice(1));
    const { summary } = network.problems;
    expect(sum(read(network), summary.skipped!)).to.deep.equal(given(all));
    expect(summary.skipped!.station).to.be.above(5);
    expect(summary.total).to.equal(
      summary.readInPart! + summary.first.filter(({ skipped }) => skipped).length,
    );
  });

  for (const [title, change, path, message] of changes) {
    it(`R14: are told where they stood in a change, and the rest is taken: ${title}`, () => {
      const network = load([location('other', [station('other')])]);
      network.change(change as never, NOON);
      const { first, skipped, readInPart } = network.problems.summary;
      const isPart = /expected (epoch|a list|an object)/.test(message) && path !== 'change';
      expect(told(first)).to.deep.equal([
        { path, message: `${path} ${message}`, ...(!isPart && { skipped: 'change' }) },
      ]);
      expect(skipped).to.deep.equal({ ...noneSkipped(), change: isPart ? 0 : 1 });
      expect(readInPart).to.equal(isPart ? 1 : 0);
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
    expect(network.problems.summary.skipped!.location).to.equal(250);
  });

  it('R14: those read in part are told beside any number of those skipped', () => {
    const part = location('l', [station('s', { href: 4 as never })]);
    const network = load([...Array.from({ length: 250 }, () => null), part]);
    expect(network.problems.first.at(-1)!.path).to.equal('locations[250].stations[0].href');
  });

  it('R14: of a change that comes again and again are told once, with how often', () => {
    const network = load([]);
    for (let count = 0; count < 500; count++) network.change({ stations: [{ id: 'gone' }] }, NOON);
    const { total, first, skipped } = network.problems.summary;
    expect([total, skipped!.change, first.length, first[0]!.count]).to.deep.equal([500, 500, 1, 500]);
  });

  it('R2 R5: words in no table are told once, with how often they came', () => {
    const evses = Array.from({ length: 30 }, (_, index) => ({ id: String(index), status: 'Asleep' }));
    const network = load([
      location('l', [station('s', { evses }), station('t', { deploymentState: 'Lab' })]),
      location('m', [station('u', { deploymentState: 'lab' })]),
    ]);
    const { total, first, readInPart, skipped } = network.problems.summary;
    expect(first.map(({ path, count, uncounted }) => [path, count, uncounted])).to.deep.equal([
      ['locations[0].stations[0].evses[0].status', 30, undefined],
      ['locations[0].stations[1].deploymentState', 2, true],
    ]);
    expect([total, readInPart]).to.deep.equal([2, 30]);
    expect(skipped).to.deep.equal(noneSkipped());
  });

  it('R2: say how many stations are in no figure for their deployment state now', () => {
    const lab = (id: string) => station(id, { deploymentState: 'Lab' });
    const network = load([
      location('l', [lab('a'), lab('b'), lab('c'), station('d')]),
      location('m', [lab('e')]),
    ]);
    const uncounted = () => network.store.uncounted;
    expect(uncounted()).to.equal(4);
    network.change(
      {
        stations: [
          { id: 'a', deploymentState: 'stock' },
          { id: 'd', deploymentState: 'Lab' },
        ],
      },
      NOON,
    );
    expect(uncounted()).to.equal(4);
    network.change(
      {
        stations: [
          { id: 'b', deploymentState: null },
          { id: 'b', lastMessageAt: NOON },
        ],
      },
      NOON,
    );
    expect(uncounted()).to.equal(3);
    network.change({ locations: [location('l', [lab('c'), lab('d'), station('new')])] }, NOON);
    expect(uncounted()).to.equal(3);
    network.change({ removed: { stations: ['c'], locations: ['m'] } }, NOON);
    expect(uncounted()).to.equal(1);
  });

  it('are told as of then: what was told does not change after', () => {
    const network = load([null]);
    const { summary } = network.problems;
    const before = structuredClone(summary);
    network.change({ stations: [{ id: 'gone' }] }, NOON);
    expect(summary).to.deep.equal(before);
  });

  const positions: [title: string, position: object, path: string, message: string][] = [
    [
      'none',
      { latitude: undefined, longitude: undefined },
      'latitude',
      'is nothing; expected degrees, -90 to 90.',
    ],
    ['a latitude that is text', { latitude: '52.1' }, 'latitude', 'is "52.1"; expected degrees, -90 to 90.'],
    ['one past a pole', { latitude: 91 }, 'latitude', 'is 91; expected degrees, -90 to 90.'],
    ['a longitude that is no number', { longitude: NaN }, 'longitude', 'is NaN; expected degrees.'],
    [
      'exactly 0, 0',
      { latitude: 0, longitude: 0 },
      'latitude',
      'is 0; expected a position that is not 0, 0, which stands for none.',
    ],
  ];
  for (const [title, position, field, message] of positions) {
    it(`R14: are positions that leave a location off the map: ${title}`, () => {
      const network = load([location('l', [station('s'), station('t')], position)], 7);
      const path = `locations[7].${field}`;
      expect(told(network.firstLeftOut)).to.deep.equal([{ path, message: `${path} ${message}` }]);
      expect(network.scopes.tally().leftOut).to.equal(2);
      expect(network.problems.total, 'they are counted, and told by themselves').to.equal(0);
    });
  }

  it('R14: are positions only while a location is off the map for them', () => {
    const off = { latitude: 0, longitude: 0 };
    const network = load([
      location('stock', [station('s', { deploymentState: 'stock' })], off),
      location('moves', [station('m')], off),
      location('goes', [station('g')], off),
      location('stays', [station('t')], off),
    ]);
    const paths = () => network.firstLeftOut.map(({ path }) => path);
    expect(paths()).to.deep.equal([
      'locations[1].latitude',
      'locations[2].latitude',
      'locations[3].latitude',
    ]);
    network.change(
      { removed: { locations: ['goes'] }, locations: [location('moves', [station('m')])] },
      NOON,
    );
    expect(paths()).to.deep.equal(['locations[3].latitude']);
  });

  it('R14: are told to the hundredth of many locations without a position', () => {
    const network = load(
      Array.from({ length: 150 }, (_, index) =>
        location(`l${index}`, [station(`s${index}`)], { latitude: NaN }),
      ),
    );
    expect(network.firstLeftOut).to.have.length(100);
    expect(network.scopes.tally().leftOut).to.equal(150);
  });

  it('are not what only stands in unusual fields', () => {
    const network = load([
      location('l', [station('s', { evses: undefined, href: null as never })], { extra: 1 } as never),
    ]);
    expect(network.problems.total).to.equal(0);
  });
});
