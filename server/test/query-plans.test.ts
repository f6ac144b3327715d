import { expect } from 'chai';

import { location, NOON, station } from '../../test/support/networks.js';
import { LAST_ZOOM } from '../../src/model/map-tiles.js';
import { answerBounds, answerMapItems } from '../src/answers/map-items.js';
import type { Database, Queries } from '../src/database/database.js';
import { LAST_COUNTED_ZOOM, migrate, WHOLE } from '../src/database/schema.js';
import { Ingest } from '../src/ingest/ingest.js';
import { CELLS_OF_WORLD } from '../src/network/cells.js';
import { emptyDatabase } from './serve.js';

/** Enough that looking at all of them is reckoned to take longer than looking some up. */
const LOCATIONS = 20_000;

const CELLS = 4 ** (LAST_ZOOM + CELLS_OF_WORLD);

/** Locations all over the world, of a station each, and the cells in which they stand: in no order, as they come. */
const FILLING = [
  `INSERT INTO scope (name) VALUES ('all')`,
  `INSERT INTO location (id, longitude, latitude, cell, x, y, scope, changed_at, stations, online)
   SELECT 'F' || place, 0, 0, place * ${CELLS / LOCATIONS}::int8, 0, 0, (SELECT max(key) FROM scope), 0, 1, 1
   FROM generate_series(0, ${LOCATIONS - 1}) AS place ORDER BY md5(place::text)`,
  `INSERT INTO station (id, location, scope, record, changed_at, given, ahead_at, deployment, connection, status, available, charging, faulted, undefined,
     evse_matches, in_trouble, search)
   SELECT id, key, scope, '{}', 0, 0, 0, 'production', 0, 0, 0, 0, 0, 0, 0, false, id FROM location`,
  `INSERT INTO due (at, station) SELECT ${NOON + 86_400_000} + key, key FROM station`,
  `INSERT INTO cell (zoom, cell, scope, locations, evse_locations, x, y, west, south, east, north, online)
   SELECT zoom, cell >> (2 * (${LAST_ZOOM} - zoom)), counted, count(*), 0, 0, 0, 0, 0, 0, 0, count(*)
   FROM (SELECT location.*, unnest(ARRAY[location.scope, ${WHOLE}]) AS counted FROM location) AS location,
     generate_series(0, ${LAST_COUNTED_ZOOM}) AS zoom
   GROUP BY 1, 2, 3 ORDER BY md5(min(id))`,
  'ANALYZE',
];

const LARGE = ['cell', 'due', 'location', 'station'];

/** A condition that a few rows of these hold. All cells of a zoom are many. */
const OF_FEW = /\b(?:at|cell|ctid|id|key|location) (?:=|<=|>=) /;

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Cond'?: string;
  'TID Cond'?: string;
  Plans?: Plan[];
}

interface Asked {
  text: string;
  values: readonly unknown[];
}

function* nodesOf(plan: Plan): Iterable<Plan> {
  yield plan;
  for (const part of plan.Plans ?? []) yield* nodesOf(part);
}

describe('a network in a database, which is large', () => {
  let database: Database;
  let asked: Asked[];

  const watched = (queries: Queries): Queries => ({
    query(text, values = []) {
      asked.push({ text, values });
      return queries.query(text, values);
    },
  });

  /** How PostgreSQL would answer all that was asked: each node of its plans. */
  const plans = async (): Promise<Plan[]> => {
    const nodes: Plan[] = [];
    for (const { text, values } of asked.filter(({ text }) =>
      /^\s*(SELECT|INSERT|UPDATE|DELETE)/.test(text),
    )) {
      const [row] = await database.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
        `EXPLAIN (FORMAT JSON) ${text}`,
        values,
      );
      nodes.push(...nodesOf(row!['QUERY PLAN'][0].Plan));
    }
    return nodes;
  };
  /** By which conditions an index, or where they are, finds the rows of each large table that was asked; none where all of its rows are looked at. */
  const lookups = async () =>
    (await plans())
      .filter(node => LARGE.includes(node['Relation Name']!) && node['Node Type'] !== 'ModifyTable')
      .map(node =>
        [...nodesOf(node)]
          .map(each => each['Index Cond'] ?? each['TID Cond'] ?? '')
          .join(' ')
          .trim(),
      );
  const expectLookups = async () => {
    const found = await lookups();
    expect(found).to.not.have.length(0);
    expect(found.filter(condition => !OF_FEW.test(condition))).to.deep.equal([]);
  };

  before(async () => {
    database = await emptyDatabase();
    await migrate(database);
    await new Ingest(database).snapshot({ asOf: NOON, locations: [] });
    for (const text of FILLING) await database.query(text);
  });
  beforeEach(() => (asked = []));
  after(() => database.close());

  for (const zoom of [5, LAST_COUNTED_ZOOM, LAST_COUNTED_ZOOM + 1, 16, 20])
    it(`looks up what stands in a tile at zoom ${zoom} by its cells`, async () => {
      const z = zoom - 2;
      // In the middle of the world, what is around a tile is many ranges of cells.
      const middle = 2 ** (z - 1);
      await answerMapItems(watched(database), 'connection', zoom, [{ z, x: middle, y: middle }]);
      await expectLookups();
    });

  it('looks up the box of all by the few cells that hold it', async () => {
    await answerBounds(watched(database));
    expect(await lookups()).to.deep.equal(['(zoom = 3)']);
  });

  it('looks up what stands in a tile of some countries by its cells', async () => {
    await answerMapItems(watched(database), 'evse', 5, [{ z: 3, x: 4, y: 4 }], { country: ['NL', 'DE'] });
    await expectLookups();
  });

  it('has no statement compiled, however many rows PostgreSQL reckons that it has', async () => {
    const [row] = await database.query<{ 'QUERY PLAN': [{ Plan: object; JIT?: object }] }>(
      'EXPLAIN (FORMAT JSON) SELECT count(*) FROM location AS one, location AS other, location AS third',
    );
    expect(row!['QUERY PLAN'][0]).to.not.have.property('JIT');
  });

  it('looks up what changes, where that was counted, and what is left where it was', async () => {
    const ingest = new Ingest({
      ...database,
      transaction: work => database.transaction(queries => work(watched(queries))),
    });
    const [place, moved] = [4.9, 5.1].map(longitude => location('L', [station('A')], { longitude }));
    await ingest.changes([{ asOf: NOON + 1, locations: [place!] }]);
    await ingest.changes([{ asOf: NOON + 2, locations: [moved!] }]);
    await ingest.changes([{ asOf: NOON + 3, stations: [{ id: 'A', status: 'Faulted' }] }]);
    await ingest.changes([{ asOf: NOON + 4, removed: { locations: ['L'] } }]);
    await expectLookups();
  });
});
