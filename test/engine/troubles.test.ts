import { expect } from 'chai';

import { answerLocation } from '../../src/engine/answers.js';
import { Network } from '../../src/engine/network.js';
import { StationLists } from '../../src/engine/station-lists.js';
import { LAST_MESSAGE_BUCKETS } from '../../src/model/last-message.js';
import type { StationDetail, StationQuery } from '../../src/model/questions.js';
import type { LastMessageMeaning, NetworkChange, Station, StationChange } from '../../src/model/records.js';
import { MINUTE } from '../../src/model/time.js';
import { location, NOON, station } from '../support/networks.js';

const RULES = { missedHeartbeats: 3, lastMessageBuckets: LAST_MESSAGE_BUCKETS };
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function networkOf(stations: Station[], asOf?: number, lastMessageIs?: LastMessageMeaning): Network {
  const network = new Network({ ...RULES, lastMessageIs }, asOf ?? NOON, asOf);
  network.load([location('l', stations)]);
  return network;
}

function begun(stations: Station[], lastMessageIs?: LastMessageMeaning): Network {
  const network = networkOf(stations, undefined, lastMessageIs);
  network.begin(NOON);
  return network;
}

function detail(network: Network, id = 's'): StationDetail {
  return answerLocation(network, 'l')!.stations.find(each => each.id === id)!;
}

/** Since when a station is offline and faulted, and in trouble, each with how that is known. */
function since(network: Network): Record<string, unknown> {
  const { offlineSince, offlineSinceIs, faultedSince, faultedSinceIs, troubleSince, troubleSinceIs } =
    detail(network);
  const known = {
    ...(offlineSinceIs && { offline: [offlineSince, offlineSinceIs] }),
    ...(faultedSinceIs && { fault: [faultedSince, faultedSinceIs] }),
    ...(troubleSinceIs && { trouble: [troubleSince, troubleSinceIs] }),
  };
  return known;
}

function offline(at: number, is: string): Record<string, unknown> {
  return { offline: [at, is], trouble: [at, is] };
}

function fault(at: number, is: string): Record<string, unknown> {
  return { fault: [at, is], trouble: [at, is] };
}

const GONE: Partial<Station> = { connection: 'offline', lastMessageAt: NOON, heartbeatInterval: undefined };
const FAULTED: Partial<Station> = { status: 'Faulted' };

/** A station, what it is told one minute after the other, and since when it is in trouble a minute after the last. */
const told: [
  title: string,
  first: Partial<Station>,
  changes: Omit<StationChange, 'id'>[],
  expected: object,
][] = [
  ['is not invented of a station that is offline from the start', GONE, [], {}],
  ['is as stated', { ...GONE, offlineSince: NOON - 5 }, [], offline(NOON - 5, 'stated')],
  ['is when it was seen to be stated offline', {}, [{ connection: 'offline' }], offline(NOON, 'observed')],
  [
    'is as stated, although it was seen',
    {},
    [{ connection: 'offline', offlineSince: NOON - 5 }],
    offline(NOON - 5, 'stated'),
  ],
  [
    'is as stated anew',
    { ...GONE, offlineSince: NOON - 5 },
    [{ offlineSince: NOON - 7 }],
    offline(NOON - 7, 'stated'),
  ],
  [
    'is when it was seen, once what was stated is cleared',
    {},
    [{ connection: 'offline', offlineSince: NOON - 5 }, { offlineSince: null }],
    offline(NOON, 'observed'),
  ],
  [
    'stays when it was seen while it is told again',
    {},
    [{ connection: 'offline' }, { connection: 'offline' }, { status: 'Available' }],
    offline(NOON, 'observed'),
  ],
  [
    'is not what was stated before it was online',
    { ...GONE, offlineSince: NOON - 5 },
    [{ connection: 'online' }, { connection: 'offline' }],
    offline(NOON + MINUTE, 'observed'),
  ],
  [
    'is not what was stated of a station that is online',
    { offlineSince: NOON - 5 },
    [{ connection: 'offline' }],
    offline(NOON, 'observed'),
  ],
  ['is none of a station that is online', { offlineSince: NOON - 5, faultedSince: NOON - 5 }, [], {}],
  [
    'is the third missed heartbeat',
    { lastMessageAt: NOON - HOUR },
    [],
    offline(NOON - HOUR + 15 * MINUTE, 'derived'),
  ],
  [
    'is forgotten once it is heard of again',
    { lastMessageAt: NOON - HOUR, offlineSince: NOON - 5 },
    [{ lastMessageAt: NOON }],
    {},
  ],
  ['is not invented of a fault that was there from the start', FAULTED, [], {}],
  ['is as stated of a fault', { ...FAULTED, faultedSince: NOON - 5 }, [], fault(NOON - 5, 'stated')],
  ['is when a fault was seen to begin', {}, [FAULTED], fault(NOON, 'observed')],
  [
    'is when the fault of a connector was seen to begin, though its EVSE goes on by another',
    {},
    [{ evses: [{ id: '1', status: 'Available', connectors: [{ id: '1', status: 'Faulted' }] }] }],
    fault(NOON, 'observed'),
  ],
  [
    'is not what was stated of a fault that is over',
    { ...FAULTED, faultedSince: NOON - 5 },
    [{ status: 'Available' }, FAULTED],
    fault(NOON + MINUTE, 'observed'),
  ],
  [
    'is that of the connection where the fault of an offline station was seen later',
    { ...GONE, offlineSince: NOON - 5 },
    [FAULTED],
    { offline: [NOON - 5, 'stated'], fault: [NOON, 'observed'], trouble: [NOON - 5, 'stated'] },
  ],
  [
    'is not that of the fault that a station reported before it was offline',
    { ...FAULTED, faultedSince: NOON - 5 },
    [{ connection: 'offline' }],
    { offline: [NOON, 'observed'], fault: [NOON - 5, 'stated'], trouble: [NOON, 'observed'] },
  ],
  [
    'is a day after the last message of a station that is stated online',
    { connection: 'online', lastMessageAt: NOON - 2 * DAY },
    [],
    { trouble: [NOON - DAY, 'derived'] },
  ],
  [
    'is the longest trouble of which it is known',
    { ...GONE, lastMessageAt: NOON - 2 * DAY },
    [],
    { trouble: [NOON - DAY, 'derived'] },
  ],
];

describe('since when a station is in trouble', () => {
  for (const [title, first, changes, expected] of told) {
    it(`R27: ${title}`, () => {
      const network = begun([station('s', first)]);
      changes.forEach((change, index) => {
        network.change({ stations: [{ id: 's', ...change }] }, NOON + index * MINUTE);
      });
      network.tick(NOON + changes.length * MINUTE);
      expect(since(network)).to.deep.equal(expected);
    });
  }

  it('R27: is when a station went offline that was loaded offline by another load than the one before', () => {
    const before = begun([station('s')]);
    const next = networkOf([station('s', GONE)]);
    next.begin(NOON + MINUTE, before);
    expect(since(next)).to.deep.equal(offline(NOON + MINUTE, 'observed'));
    const later = networkOf([station('s', GONE)]);
    later.begin(NOON + HOUR, next);
    expect(since(later), 'loaded again').to.deep.equal(offline(NOON + MINUTE, 'observed'));
    const stated = networkOf([station('s', { ...GONE, offlineSince: NOON - 5 })]);
    stated.begin(NOON + HOUR, later);
    expect(since(stated), 'stated').to.deep.equal(offline(NOON - 5, 'stated'));
  });

  it('R27: is the third missed heartbeat of a station that fell silent between two loads, which then state it offline', () => {
    const before = begun([station('s')]);
    const missedAt = Number(detail(before).lastMessageAt) + 15 * MINUTE;
    const next = networkOf([station('s', { connection: 'offline', lastMessageAt: undefined })]);
    next.begin(NOON + HOUR, before);
    expect(since(next)).to.deep.equal(offline(missedAt, 'derived'));
  });

  it('R27: goes on with a station that is put elsewhere, and is not known of one that comes', () => {
    const network = begun([station('s')]);
    network.change({ stations: [{ id: 's', connection: 'offline' }] }, NOON);
    const stations = [station('s', GONE), station('new', GONE)];
    network.change({ locations: [location('m', stations)] }, NOON + MINUTE);
    const [moved, added] = answerLocation(network, 'm')!.stations;
    expect([moved!.offlineSince, added!.offlineSince]).to.deep.equal([NOON, undefined]);
  });

  it('R27: is as a change stated that is newer than the snapshot loaded after it', () => {
    const first = [station('s', { lastMessageAt: NOON })];
    const before = networkOf(first, NOON);
    before.begin(NOON);
    const change: NetworkChange = {
      asOf: NOON + 2 * MINUTE,
      stations: [
        {
          id: 's',
          connection: 'offline',
          offlineSince: NOON + MINUTE,
          errorCode: 'OtherError',
          info: 'Modem',
        },
      ],
    };
    before.change(change, NOON + 2 * MINUTE);
    const next = networkOf(first, NOON + MINUTE);
    next.begin(NOON + 3 * MINUTE, before);
    expect(since(next)).to.deep.equal(offline(NOON + MINUTE, 'stated'));
    const { errorCode, info } = detail(next);
    expect([errorCode, info]).to.deep.equal(['OtherError', 'Modem']);
  });

  it('R27: is not undone by a change that comes late', () => {
    const network = networkOf([station('s')], NOON);
    network.begin(NOON);
    const at = (asOf: number, offlineSince: number | null): NetworkChange => ({
      asOf,
      stations: [{ id: 's', connection: 'offline', offlineSince }],
    });
    network.change(at(NOON + MINUTE, NOON - 5), NOON + MINUTE);
    network.change(at(NOON + 1, null), NOON + MINUTE);
    expect(since(network)).to.deep.equal(offline(NOON - 5, 'stated'));
    expect(network.news.late).to.equal(1);
  });

  it('R14 R27: is left as it was by what cannot be read, which is a problem', () => {
    const network = begun([station('s', { ...GONE, offlineSince: NOON - 5, errorCode: 'OtherError' })]);
    const change = { id: 's', offlineSince: 'yesterday', faultedSince: NOON + 2 * DAY, errorCode: 7 };
    network.change({ stations: [change as never] }, NOON);
    expect(since(network)).to.deep.equal(offline(NOON - 5, 'stated'));
    expect(detail(network).errorCode).to.equal('OtherError');
    expect(network.problems.summary.first.map(({ path }) => path)).to.deep.equal([
      'stations[0].offlineSince',
      'stations[0].faultedSince',
      'stations[0].errorCode',
    ]);
  });

  it('R26: is none of a station that was only not updated for a day', () => {
    const network = begun([station('s', { connection: 'online', lastMessageAt: NOON - 2 * DAY })], 'update');
    expect(detail(network).troubleSince).to.equal(undefined);
    expect(new StationLists(network, 'lists').page({ filter: { troubleFor: 0 } }).total).to.equal(0);
  });
});

describe('what a station says of its fault', () => {
  const words = (network: Network) => {
    const { errorCode, info } = detail(network);
    return [errorCode, info];
  };
  const faulted = () =>
    begun([station('s', { ...FAULTED, errorCode: 'GroundFailure', info: 'Connector 2' })]);

  it('R27: is shown as stated, and NoError is nothing', () => {
    expect(words(faulted())).to.deep.equal(['GroundFailure', 'Connector 2']);
    expect(words(begun([station('s', { errorCode: 'NoError', info: '' })]))).to.deep.equal([
      undefined,
      undefined,
    ]);
  });

  it('R27: is replaced by what is given, and cleared by null', () => {
    const network = faulted();
    network.change({ stations: [{ id: 's', errorCode: 'HighTemperature', info: null }] }, NOON);
    expect(words(network)).to.deep.equal(['HighTemperature', undefined]);
  });

  it('R27: goes with the fault, but for what is given with its end', () => {
    const network = faulted();
    network.change({ stations: [{ id: 's', status: 'Available', errorCode: 'WeakSignal' }] }, NOON);
    expect(words(network)).to.deep.equal(['WeakSignal', undefined]);
  });

  it('R27: stays away where the end of the fault is newer than the snapshot loaded after it', () => {
    const first = [station('s', { ...FAULTED, errorCode: 'GroundFailure' })];
    const before = networkOf(first, NOON);
    before.begin(NOON);
    before.change({ asOf: NOON + MINUTE, stations: [{ id: 's', status: 'Available' }] }, NOON + MINUTE);
    const next = networkOf(first, NOON + 1);
    next.begin(NOON + 2 * MINUTE, before);
    expect(words(next)).to.deep.equal([undefined, undefined]);
  });
});

describe('the list of stations in trouble', () => {
  const lists = new StationLists(
    begun([
      station('fine'),
      station('hour', { ...GONE, offlineSince: NOON - HOUR }),
      station('unknown', GONE),
      station('week', { ...FAULTED, faultedSince: NOON - 7 * DAY }),
      station('silent', { connection: 'online', lastMessageAt: NOON - 3 * DAY }),
      station('stock', { ...GONE, offlineSince: NOON - 9 * DAY, deploymentState: 'stock' }),
    ]),
    'lists',
  );
  const ids = (query: Partial<StationQuery>) =>
    lists.page({ filter: {}, ...query }).stations.map(({ id }) => id);

  const lasting: [troubleFor: number, expected: string[]][] = [
    [0, ['hour', 'unknown', 'week', 'silent']],
    [3599, ['hour', 'week', 'silent']],
    [3600, ['week', 'silent']],
    [3 * 86_400, ['week']],
    [7 * 86_400, []],
  ];
  for (const [troubleFor, expected] of lasting) {
    it(`R27: for more than ${troubleFor} s it holds ${expected.join(', ') || 'none'}`, () => {
      expect(ids({ filter: { troubleFor } })).to.deep.equal(expected);
    });
  }

  it('R27: combines with what else is asked for', () => {
    expect(ids({ filter: { troubleFor: 0, connection: ['online'] } })).to.deep.equal(['week', 'silent']);
    expect(ids({ filter: { troubleFor: 0, deploymentState: ['stock'] } })).to.deep.equal(['stock']);
  });

  it('R27: is ordered by since when, those of which that is not known last in either direction', () => {
    const sort = { by: 'troubleSince' } as const;
    expect(ids({ sort })).to.deep.equal(['week', 'silent', 'hour', 'fine', 'unknown']);
    expect(ids({ sort: { ...sort, descending: true } })).to.deep.equal([
      'hour',
      'silent',
      'week',
      'fine',
      'unknown',
    ]);
  });
});

describe('what a station reports, word by word', () => {
  it('R27: is as its source writes it, of EVSEs and connectors', () => {
    const evses = [
      { id: '1', status: 'OUTOFORDER' },
      { id: '2', connectors: [{ id: '1', status: 'charging' }, { id: '2' }] },
    ];
    const network = begun([station('s', { evses })]);
    expect(detail(network).evses).to.deep.equal([
      { id: '1', status: 'faulted', reported: 'OUTOFORDER', connectors: undefined },
      {
        id: '2',
        status: 'charging',
        reported: undefined,
        connectors: [
          { id: '1', reported: 'charging' },
          { id: '2', reported: undefined },
        ],
      },
    ]);
  });
});
