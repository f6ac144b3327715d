import { expect } from 'chai';

import { loadColumns } from '../../src/engine/load-columns.js';
import { Network } from '../../src/engine/network.js';
import { StationLists } from '../../src/engine/station-lists.js';
import { readColumns } from '../../src/model/columns/layout.js';
import { writeColumns } from '../../src/model/columns/write-columns.js';
import { LAST_MESSAGE_BUCKETS } from '../../src/model/last-message.js';
import type { StationQuery, StationSortKey } from '../../src/model/questions.js';
import type { NetworkSnapshot } from '../../src/model/records.js';
import { BruteForce } from '../../src/testing/brute-force.js';
import { location, NOON, randomChange, randomLocations, station } from '../support/networks.js';
import { seeded } from '../support/random.js';
import type { Random } from '../support/random.js';

const RULES = { missedHeartbeats: 3, lastMessageBuckets: LAST_MESSAGE_BUCKETS };

function loadRecords({ locations }: NetworkSnapshot, now: number): Network {
  const network = new Network(RULES, now);
  network.load(locations);
  return network;
}

function loadAsColumns(snapshot: NetworkSnapshot, now: number): Network {
  const network = new Network(RULES, now);
  loadColumns(network, readColumns(writeColumns(snapshot)));
  return network;
}

/** Somebody who reads a list page by page. */
interface Reader {
  query: StationQuery;
  /** What the list held, in its order, when it was begun. */
  begunWith: readonly string[];
  /** The stations that have been in the network ever since. */
  present: Set<string>;
  read: string[];
  isDone: boolean;
}

const FILTERS: readonly StationQuery['filter'][] = [
  {},
  {},
  { connection: ['online'] },
  { connection: ['offline', 'unknown'], deploymentState: ['production', 'stock'] },
  { evse: ['faulted', 'charging'] },
];
const SORTS: readonly (StationSortKey | undefined)[] = [
  undefined,
  'id',
  'location',
  'lastMessageAt',
  'connection',
];

function queryOf(random: Random): StationQuery {
  const by = random.pick(SORTS);
  return {
    filter: random.pick(FILTERS),
    ...(by && { sort: { by, descending: random.chance(0.5) } }),
    ...(random.chance(0.2) && { search: 's1' }),
  };
}

describe('reading a list while its network changes', () => {
  for (const [format, load] of [
    ['records', loadRecords],
    ['columns', loadAsColumns],
  ] as const) {
    for (let seed = 1; seed <= 4; seed++) {
      it(`R19: holds each station that stays exactly once, through changes and reloads of ${format}, seed ${seed}`, () => {
        const random = seeded(1000 * seed + format.length);
        const oracle = new BruteForce(randomLocations(random, 120, NOON), NOON);
        let network = load(oracle.snapshot(), NOON);
        const lists = new StationLists(network, 'lists');
        const readers: Reader[] = [];
        const ids = (query: StationQuery) => lists.page(query).stations.map(({ id }) => id);
        const happened = { changes: 0, reloads: 0, lost: 0, pages: 0 };

        const keepPresent = () => {
          const now = new Set(oracle.ids.stations);
          for (const { present, isDone } of readers)
            if (!isDone) for (const id of present) if (!now.has(id)) present.delete(id);
        };
        const change = (isTold = true) => {
          oracle.now += random.below(60_000);
          const given = randomChange(random, oracle.ids, oracle.now);
          // That a station was never heard of is news of a change; a snapshot takes nothing back (R4).
          if (!isTold)
            for (const each of given.stations ?? []) each.lastMessageAt = each.lastMessageAt ?? undefined;
          oracle.change(given);
          return given;
        };
        const begin = () => {
          const query = queryOf(random);
          const begunWith = ids({ ...query, limit: Infinity });
          expect(network.store.uncounted).to.equal(oracle.stations({ deploymentState: ['lab'] }).length);
          if (!query.search) expect([...begunWith].sort()).to.deep.equal(oracle.stations(query.filter));
          readers.push({ query, begunWith, present: new Set(oracle.ids.stations), read: [], isDone: false });
        };
        const readOn = (reader: Reader) => {
          const page = lists.page({ ...reader.query, limit: 1 + random.below(25) });
          happened.pages++;
          reader.read.push(...page.stations.map(({ id }) => id));
          expect(page.total).to.equal(reader.begunWith.length);
          reader.query = { ...reader.query, cursor: page.cursor };
          reader.isDone = page.cursor === undefined;
        };
        const reload = () => {
          // What the network was not told of is in the next load only.
          for (let count = random.below(4); count > 0; count--) change(false);
          const { locations } = oracle.snapshot();
          oracle.load({ locations });
          const next = load({ locations }, oracle.now);
          next.begin(oracle.now, network);
          lists.follow(next);
          network = next;
          happened.reloads++;
        };

        for (let step = 0; step < 1500 || readers.some(({ isDone }) => !isDone); step++) {
          const waiting = readers.filter(({ isDone }) => !isDone);
          const kind = random();
          if (step < 1500 && kind < 0.6) {
            network.change(change(), oracle.now);
            network.tick(oracle.now);
            happened.changes++;
          } else if (step < 1500 && kind < 0.62) {
            reload();
          } else if (step < 1500 && (kind < 0.68 || waiting.length === 0)) {
            begin();
            readOn(readers.at(-1)!);
          } else if (waiting.length > 0) {
            readOn(random.pick(waiting));
          }
          keepPresent();
        }

        for (const { query, begunWith, present, read } of readers) {
          const what = JSON.stringify(query);
          const once = new Set(read);
          expect(read.length, `none twice: ${what}`).to.equal(once.size);
          expect(read, `in its order: ${what}`).to.deep.equal(begunWith.filter(id => once.has(id)));
          const missing = begunWith.filter(id => present.has(id) && !once.has(id));
          expect(missing, `none is lost: ${what}`).to.deep.equal([]);
          happened.lost += begunWith.length - read.length;
        }
        expect(happened.reloads).to.be.above(10);
        expect(happened.changes).to.be.above(500);
        expect(happened.pages).to.be.above(3 * readers.length);
        expect(happened.lost, 'some went meanwhile').to.be.above(0);
      });
    }
  }

  function listsOf(count: number) {
    const stations = Array.from({ length: count }, (_, index) => station(`s${index}`));
    const network = loadRecords({ locations: [location('l', stations)] }, NOON);
    const lists = new StationLists(network, 'lists');
    return { stations, network, lists };
  }

  it('R19: goes on through hundreds of lists that are begun meanwhile, and reloads', () => {
    const { stations, network, lists } = listsOf(3000);
    const query = { filter: { connection: ['online'] }, limit: 500 };
    const read: string[] = [];
    let cursor: string | undefined;
    do {
      const page = lists.page({ ...query, cursor });
      read.push(...page.stations.map(({ id }) => id));
      ({ cursor } = page);
      for (let count = 0; count < 100; count++) lists.page({ filter: {}, limit: 1, search: `s${count % 7}` });
      network.change({ locations: [location('l', [...stations].reverse())] }, NOON);
      const next = loadRecords({ locations: [location('m', [...stations].reverse())] }, NOON);
      lists.follow(next);
    } while (cursor !== undefined);
    expect(read).to.deep.equal(stations.map(({ id }) => id));
  });

  it('R19: goes on with stations that move to another location, and that are written anew in another order', () => {
    const { stations, network, lists } = listsOf(6);
    const query = { filter: {}, limit: 2 };
    const first = lists.page(query);
    const [a, b, c, d, e, f] = stations as [(typeof stations)[0], ...typeof stations];
    network.change(
      {
        locations: [
          location('l', [station('new'), f!, e!, a]),
          location('m', [d!, station('other'), c!, b!]),
        ],
      },
      NOON,
    );
    const second = lists.page({ ...query, cursor: first.cursor });
    const third = lists.page({ ...query, cursor: second.cursor });
    const ids = [first, second, third].flatMap(page => page.stations.map(({ id }) => id));
    expect(ids).to.deep.equal(stations.map(({ id }) => id));
  });

  it('shows each station as it is when its page is asked for', () => {
    const { network, lists } = listsOf(4);
    const query = { filter: { connection: ['online'] }, limit: 2 };
    const { cursor } = lists.page(query);
    network.change({ stations: [{ id: 's3', connection: 'offline' }] }, NOON);
    const { stations } = lists.page({ ...query, cursor });
    expect(stations.map(({ id, connection }) => `${id} ${connection}`)).to.deep.equal([
      's2 online',
      's3 offline',
    ]);
  });

  it('gives the same page again to who asks again', () => {
    const { lists } = listsOf(6);
    const query = { filter: {}, limit: 2 };
    const { cursor } = lists.page(query);
    expect(lists.page({ ...query, cursor })).to.deep.equal(lists.page({ ...query, cursor }));
  });

  const kept = () => {
    const { lists } = listsOf(4);
    return { lists, cursor: lists.page({ filter: {}, limit: 2 }).cursor! };
  };
  const wrong: [
    title: string,
    cursor: (good: string) => string,
    query: Partial<StationQuery>,
    message: RegExp,
  ][] = [
    [
      'a cursor that never was',
      () => 'lists-99:2',
      {},
      /^cursor is "lists-99:2", of a list that is not kept/,
    ],
    ['a cursor of another engine', good => good.replace('lists', 'other'), {}, /of a list that is not kept/],
    ['a cursor that is no cursor', () => 'two', {}, /^cursor is "two", of a list that is not kept/],
    ['a cursor without a place', good => good.replace(/:.*/, ':x'), {}, /of a list that is not kept/],
    [
      'a cursor with another filter',
      good => good,
      { filter: { connection: ['online'] } },
      /of another list; expected the filter/,
    ],
    ['a cursor with another order', good => good, { sort: { by: 'id' } }, /of another list/],
  ];
  for (const [title, change, query, message] of wrong) {
    it(`says what is wrong with ${title}, instead of another list`, () => {
      const { lists, cursor } = kept();
      expect(() => lists.page({ filter: {}, limit: 2, ...query, cursor: change(cursor) })).to.throw(
        RangeError,
        message,
      );
    });
  }
});
