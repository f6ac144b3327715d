import { expect } from 'chai';

import { LAST_MESSAGE_BUCKETS } from '../../src/model/last-message.js';
import type { StationQuery } from '../../src/model/questions.js';
import { Network } from '../../src/engine/network.js';
import { StationLists } from '../../src/engine/station-lists.js';
import { location, NOON, station } from '../support/networks.js';

const RULES = { missedHeartbeats: 3, lastMessageBuckets: LAST_MESSAGE_BUCKETS };

const ALL = [
  location('Berg', [
    station('S10', { lastMessageAt: NOON - 5, status: 'Faulted' }),
    station('s2', { lastMessageAt: undefined, connection: 'unknown' }),
  ]),
  location('Aa', [station('S1', { lastMessageAt: NOON - 9, connection: 'offline' })], {
    name: '<b>Café</b>',
    href: '/aa',
    country: 'NL',
    operator: 'North',
  }),
  location('Zee', [station('X', { lastMessageAt: NOON - 1 })], { name: undefined }),
];

function listsOf(locations = ALL): { network: Network; page: StationLists['page'] } {
  const network = new Network(RULES, NOON);
  network.load(locations);
  const lists = new StationLists(network, 'lists');
  return { network, page: query => lists.page(query) };
}

const { page } = listsOf();
const ids = (query: Partial<StationQuery>) => page({ filter: {}, ...query }).stations.map(({ id }) => id);

const sorts: [by: NonNullable<StationQuery['sort']>['by'], expected: string[]][] = [
  ['id', ['S1', 's2', 'S10', 'X']],
  ['location', ['S1', 'S10', 's2', 'X']],
  ['connection', ['S10', 'X', 'S1', 's2']],
  ['lastMessageAt', ['s2', 'S1', 'S10', 'X']],
];

const AS_ENGLISH = ['Ærø', 'Ålesund', 'Arendal', 'Bø 9', 'Bø 10', 'Ørsta', 'Zuid'];
const AS_NORWEGIAN = ['Arendal', 'Bø 9', 'Bø 10', 'Zuid', 'Ærø', 'Ørsta', 'Ålesund'];

const ORDERED: [language: string | undefined, expected: string[]][] = [
  [undefined, AS_ENGLISH],
  ['de', AS_ENGLISH],
  ['nb', AS_NORWEGIAN],
  ['no-NO', AS_NORWEGIAN],
  ['sv', ['Arendal', 'Bø 9', 'Bø 10', 'Zuid', 'Ålesund', 'Ærø', 'Ørsta']],
  ['tlh', AS_ENGLISH],
];

const searches: [search: string, expected: string[]][] = [
  ['s1', ['S10', 'S1']],
  ['  CAFÉ ', ['S1']],
  ['<b>', ['S1']],
  ['berg', ['S10', 's2']],
  ['zee', ['X']],
  ['nothing like it', []],
  [' ', ['S10', 's2', 'S1', 'X']],
];

const bad: [title: string, query: object, message: string][] = [
  [
    'a status of another dimension',
    { filter: { connection: ['online', 'faulted'] } },
    'filter.connection[1] is "faulted"; expected one of online, offline, unknown.',
  ],
  [
    'an EVSE status in capitals',
    { filter: { evse: ['AVAILABLE'] } },
    'filter.evse[0] is "AVAILABLE"; expected one of available, charging, faulted, undefined.',
  ],
  [
    'a bucket that is not kept',
    { filter: { lastMessage: ['under-2h'] } },
    'filter.lastMessage[0] is "under-2h"; expected one of under-15m,',
  ],
  [
    'a field that is none',
    { filter: { status: ['online'] } },
    'filter has a field "status"; expected connection, evse,',
  ],
  [
    'a status instead of a list',
    { filter: { station: 'faulted' } },
    'filter.station is "faulted"; expected a list of texts.',
  ],
  [
    'trouble for less than no time',
    { filter: { troubleFor: -1 } },
    'filter.troubleFor is -1; expected seconds, 0 or more.',
  ],
  ['trouble for ever', { filter: { troubleFor: Infinity } }, 'filter.troubleFor is Infinity; expected'],
  ['trouble for no number', { filter: { troubleFor: '3600' } }, 'filter.troubleFor is "3600"; expected'],
  ['no filter', { filter: undefined }, 'filter is nothing; expected an object of lists.'],
  ['a negative limit', { limit: -1 }, 'limit is -1; expected rows a page, 0 or more.'],
  ['a limit between two numbers', { limit: 1.5 }, 'limit is 1.5; expected rows a page, 0 or more.'],
  [
    'an order of what is no language',
    { sort: { by: 'id', language: 'Norsk bokmål' } },
    'sort.language is "Norsk bokmål"; expected a language tag, such as nb or de-CH.',
  ],
  ['an order by what is no column', { sort: { by: 'age' } }, 'sort.by is "age"; expected id, location,'],
];

describe('the list behind a figure', () => {
  it('R20: behind the faulted slice holds the online stations that are faulted, or have a faulted EVSE or connector', () => {
    const faulty = [{ id: '1', status: 'faulted' }];
    const mixed = [
      {
        id: '1',
        connectors: [
          { id: '1', status: 'Charging' },
          { id: '2', status: 'Faulted' },
        ],
      },
    ];
    const { page } = listsOf([
      location('l', [
        station('itself', { status: 'Faulted' }),
        station('evse', { evses: faulty }),
        station('connector', { evses: mixed }),
        station('fine', { status: 'Faulty' }),
        station('offline', { evses: faulty, connection: 'offline' }),
        station('stock', { evses: faulty, deploymentState: 'stock' }),
      ]),
    ]);
    const behind = (evse: string) =>
      page({ filter: { connection: ['online'], evse: [evse] } }).stations.map(({ id }) => id);
    expect(behind('faulted')).to.deep.equal(['itself', 'evse', 'connector']);
    expect(behind('charging')).to.deep.equal(['connector']);
    expect(behind('available')).to.deep.equal(['fine']);
    expect(behind('undefined')).to.deep.equal([]);
  });

  it('R20: behind any other slice holds the online stations with an EVSE that the slice counts, and no others', () => {
    const connectors = [
      { id: '1', status: 'Reserved' },
      { id: '2', status: 'Available' },
      { id: '3', status: 'Faulted' },
    ];
    const { page } = listsOf([
      location('l', [
        station('reserved', { evses: [{ id: '1', connectors }] }),
        station('own word', { status: 'Available', evses: [{ id: '1', status: 'Charging', connectors }] }),
        station('itself faulted', { status: 'Faulted', evses: [{ id: '1', status: 'Available' }] }),
        station('no EVSE', { status: 'Available', evses: [] }),
        station('offline', { connection: 'offline' }),
      ]),
    ]);
    const behind = (evse: string) =>
      page({ filter: { connection: ['online'], evse: [evse] } }).stations.map(({ id }) => id);
    expect(behind('available')).to.deep.equal([]);
    expect(behind('charging')).to.deep.equal(['own word']);
    expect(behind('undefined')).to.deep.equal(['reserved']);
    expect(behind('faulted')).to.deep.equal(['reserved', 'own word', 'itself faulted']);
  });

  it('R2: finds deployment states in any letter case', () => {
    const states = ['Production', 'STOCK', 'stock', '', 'Lab'];
    const { page } = listsOf([
      location(
        'l',
        states.map((deploymentState, index) => station(`s${index}`, { deploymentState })),
      ),
    ]);
    const of = (...deploymentState: string[]) =>
      page({ filter: { deploymentState } }).stations.map(({ id }) => id);
    expect(page({ filter: {} }).stations.map(({ id }) => id)).to.deep.equal(['s0', 's3']);
    expect(of('Stock')).to.deep.equal(['s1', 's2']);
    expect(of('lab', 'production')).to.deep.equal(['s0', 's3', 's4']);
  });

  for (const [language, expected] of ORDERED) {
    it(`R31: has names in the order of ${language ?? 'English where no language is named'}`, () => {
      const names = ['Zuid', 'Ørsta', 'Ålesund', 'Bø 10', 'Ærø', 'Bø 9', 'Arendal'];
      const { page } = listsOf(names.map(name => location(name, [station(name)])));
      const sorted = (descending: boolean) =>
        page({ filter: {}, sort: { by: 'location', descending, language } }).stations.map(({ id }) => id);
      expect(sorted(false)).to.deep.equal(expected);
      expect(sorted(true)).to.deep.equal([...expected].reverse());
    });
  }

  for (const [by, expected] of sorts) {
    it(`is ordered by ${by}, and the other way round`, () => {
      expect(ids({ sort: { by } })).to.deep.equal(expected);
      const descending = ids({ sort: { by, descending: true } });
      expect(descending[0]).to.equal(by === 'connection' ? 's2' : expected.at(-1));
    });
  }

  for (const [search, expected] of searches) {
    it(`finds ${JSON.stringify(search)} in IDs and location names`, () => {
      expect(ids({ search })).to.deep.equal(expected);
    });
  }

  it('R17 R18: gives each row what a list shows and links to', () => {
    expect(page({ filter: { locationIds: ['Aa'] } }).stations).to.deep.equal([
      {
        id: 'S1',
        connection: 'offline',
        status: 'unknown',
        evses: [{ id: '1', status: 'available', reported: 'Available', connectors: undefined }],
        lastMessageAt: NOON - 9,
        offlineSince: undefined,
        offlineSinceIs: undefined,
        faultedSince: undefined,
        faultedSinceIs: undefined,
        troubleSince: undefined,
        troubleSinceIs: undefined,
        errorCode: undefined,
        info: undefined,
        href: undefined,
        locationId: 'Aa',
        locationName: '<b>Café</b>',
        locationHref: '/aa',
        country: 'NL',
        operator: 'North',
      },
    ]);
  });

  it('comes page by page, in one order though statuses change in between', () => {
    const { network, page } = listsOf([
      location(
        'l',
        Array.from({ length: 10 }, (_, index) => station(`s${index}`)),
      ),
    ]);
    const query = { filter: { connection: ['online'] }, limit: 4 };
    const first = page(query);
    network.change({ stations: [{ id: 's0', connection: 'offline' }] }, NOON);
    network.change({ removed: { stations: ['s5'] } }, NOON);
    const second = page({ ...query, cursor: first.cursor });
    const third = page({ ...query, cursor: second.cursor });
    expect([first, second, third].map(({ stations }) => stations.map(({ id }) => id).join())).to.deep.equal([
      's0,s1,s2,s3',
      's4,s6,s7',
      's8,s9',
    ]);
    expect(first.total).to.equal(10);
    expect(third).not.to.have.property('cursor');
  });

  it('R20: leaves out a station that came while it was paged through, in the place of one that went', () => {
    const stations = Array.from({ length: 6 }, (_, index) => station(`s${index}`));
    const { network, page } = listsOf([location('l', stations)]);
    const query = { filter: { connection: ['online'] }, limit: 3 };
    const first = page(query);
    network.change({ removed: { stations: ['s4'] } }, NOON);
    network.change({ locations: [location('m', [station('new', { connection: 'offline' })])] }, NOON);
    expect(page({ ...query, cursor: first.cursor }).stations.map(({ id }) => id)).to.deep.equal(['s3', 's5']);
  });

  it('goes on with the stations of a location that was written anew while it was paged through', () => {
    const stations = Array.from({ length: 6 }, (_, index) => station(`s${index}`));
    const { network, page } = listsOf([location('l', stations)]);
    const query = { filter: { connection: ['online'] }, limit: 3 };
    const first = page(query);
    network.change({ locations: [location('l', stations)] }, NOON);
    expect(page({ ...query, cursor: first.cursor }).stations.map(({ id }) => id)).to.deep.equal([
      's3',
      's4',
      's5',
    ]);
  });

  it('can be counted without a row', () => {
    expect(page({ filter: {}, limit: 0 })).to.deep.equal({ stations: [], total: 4 });
  });

  for (const [title, query, message] of bad) {
    it(`says what is wrong with ${title}`, () => {
      expect(() => page({ filter: {}, ...query })).to.throw(RangeError, message);
    });
  }
});
