import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';

import { expect } from 'chai';

import { location, NOON, station } from '../../test/support/networks.js';
import { ServedNetwork } from '../src/answers/served-network.js';
import type { Database, Queries } from '../src/database/database.js';
import { migrate } from '../src/database/schema.js';
import { Ingest } from '../src/ingest/ingest.js';
import { answersOf } from './answers.js';
import { openEmbedded } from './embedded.js';
import { isEmbedded } from './serve.js';

/** Tables that are distributed, by the column that says on which worker a row is. */
const DISTRIBUTED = { location: 'key', station: 'location' };

/** A database of which each statement is noted. */
function noted(database: Database, statements: string[]): Database {
  const over = (queries: Queries): Queries => ({
    query(text, values) {
      statements.push(text.replaceAll(/\s+/g, ' ').trim());
      return queries.query(text, values);
    },
  });
  return {
    ...database,
    ...over(database),
    transaction: work => database.transaction(queries => work(over(queries))),
    snapshot: work => database.snapshot(queries => work(over(queries))),
  };
}

/** Citus is no package of Debian's: what it does not run is told by its documentation, and looked for in what the embedded database is asked. */
describe('a network that Citus distributes', { skip: !isEmbedded }, () => {
  let database: Database;
  const statements: string[] = [];
  const distributed: Record<string, string> = {};

  before(async () => {
    database = await openEmbedded();
    await migrate(database);
    const calls = "LANGUAGE plpgsql AS $$ BEGIN PERFORM set_config('test.' || t, c, false); END $$";
    await database.query(
      `CREATE FUNCTION create_reference_table(t text, c text DEFAULT 'all') RETURNS void ${calls}`,
    );
    await database.query(
      `CREATE FUNCTION create_distributed_table(t text, c text, colocate_with text DEFAULT '') RETURNS void ${calls}`,
    );
    const script = await readFile('server/scale/citus.sql', 'utf8');
    for (const statement of script.replaceAll(/^--.*$/gm, '').split(';'))
      if (statement.trim()) await database.query(statement);
    for (const table of ['location', 'station', 'scope']) {
      const [row] = await database.query<{ by: string }>(`SELECT current_setting('test.${table}') AS by`);
      distributed[table] = row!.by;
    }
    const written = noted(database, statements);
    const ingest = new Ingest(written);
    const answers = answersOf(new ServedNetwork(written));
    const places = [0, 1, 2].map(index =>
      location(
        `L${index}`,
        [station(`S${index}`, { connection: 'online', heartbeatInterval: 1, lastMessageAt: NOON })],
        { longitude: index, latitude: 50, country: 'NL' },
      ),
    );
    await ingest.snapshot({ asOf: NOON, locations: places });
    // One moves to another's location, one goes, one comes; then all again.
    await ingest.changes([
      {
        asOf: NOON + 1,
        locations: [
          location('L1', [station('S0', { connection: 'offline' })], { longitude: 9, latitude: 9 }),
        ],
      },
      { asOf: NOON + 2, removed: { locations: ['L2'] }, locations: [location('L3', [station('S3')])] },
    ]);
    await ingest.snapshot({ asOf: NOON + 3000, locations: places });
    await ingest.tick();
    for (const zoom of [0, 12, 20])
      await answers.mapItems({ dimension: 'connection', bbox: [-180, -90, 180, 90], zoom });
    expect((await answers.counts('connection')).total).to.equal(3);
    expect((await answers.location('L1'))!.stations).to.have.length(1);
    for (const by of ['id', 'location', 'troubleSince'] as const) {
      const { total } = await answers.stations(
        {
          filter: { connection: ['online', 'offline'], locationIds: ['L0', 'L1', 'L2'] },
          sort: { by },
          search: 's',
          limit: 2,
        },
        { scope: { country: ['NL'] } },
      );
      expect(total).to.equal(3);
    }
  });
  after(() => database.close());

  const about = (pattern: (table: string, column: string) => RegExp) =>
    Object.entries(DISTRIBUTED).flatMap(([table, column]) =>
      statements.filter(text => pattern(table, column).test(text)),
    );

  it('is distributed by location, with its countries and operators everywhere', () => {
    expect(distributed).to.deep.equal({ ...DISTRIBUTED, scope: 'all' });
  });

  it('is inserted, updated, moved and removed by what it distributes', () => {
    expect(about(table => new RegExp(`^(INSERT INTO|UPDATE|DELETE FROM) ${table} `)).length).to.be.above(5);
  });

  for (const [what, pattern] of [
    [
      'has no row conflict with one on another worker',
      table => new RegExp(`INSERT INTO ${table} .*ON CONFLICT`),
    ],
    [
      'has no row go from one worker to another',
      (table, column) => new RegExp(`UPDATE ${table} SET (.*, )?${column} =`),
    ],
    [
      'changes nothing within a question',
      table => new RegExp(`(WITH|,) \\w+ AS [^(]*\\( ?(INSERT INTO|UPDATE|DELETE FROM) ${table} `),
    ],
    ['locks no row of it', table => new RegExp(`FROM ${table} .*FOR UPDATE`)],
    [
      'changes what is counted by none of its rows',
      table => new RegExp(`^(UPDATE|DELETE FROM) (?!${table})\\w+ .*(FROM|JOIN) ${table} `),
    ],
  ] as [string, (table: string, column: string) => RegExp][])
    it(what, () => {
      expect(about(pattern)).to.deep.equal([]);
    });
});
