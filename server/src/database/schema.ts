import { listed, MAP_COLUMNS, TOTAL_COLUMNS } from './columns.js';
import type { Database } from './database.js';

/** In the place of a scope's key: all of them together. */
export const WHOLE = 0;

/** The zoom up to which groups are kept counted; nearer in they are counted from the locations of the box. */
export const LAST_COUNTED_ZOOM = 10;

/** Of one scope they are kept at every other zoom, from the last one on: two thirds of the cells that a change is in were those of its scope. */
export const SCOPED_EVERY = 2;

/** The zoom at which cells are kept counted that tell those of a zoom. */
export function keptZoom(zoom: number, isWhole: boolean): number {
  return isWhole ? zoom : zoom + ((LAST_COUNTED_ZOOM - zoom) % SCOPED_EVERY);
}

const COUNTS = (columns: readonly string[]) => listed(columns, column => `${column} int4 NOT NULL DEFAULT 0`);

/**
 * The schema, in the steps in which it came: each is run once, in one transaction with the note of it. A step that was published is never changed.
 */
const STEPS: readonly (readonly string[])[] = [
  [
    // A country and an operator, of which everything is counted.
    `CREATE TABLE scope (
      key int4 GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      name text NOT NULL UNIQUE,
      country text,
      operator text
    )`,
    `CREATE TABLE location (
      key int8 GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      id text NOT NULL UNIQUE,
      name text,
      href text,
      country text,
      operator text,
      longitude float8,
      latitude float8,
      cell int8,
      x int4,
      y int4,
      scope int4 NOT NULL,
      problem jsonb,
      changed_at float8 NOT NULL,
      stations int4 NOT NULL DEFAULT 0,
      ${COUNTS(MAP_COLUMNS)}
    ) WITH (fillfactor = 80)`,
    `CREATE INDEX location_cell ON location (cell) WHERE stations > 0`,
    `CREATE INDEX location_left_out ON location (key) WHERE stations > 0 AND cell IS NULL`,
    `CREATE TABLE station (
      key int8 GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      id text NOT NULL UNIQUE,
      location int8 NOT NULL,
      scope int4 NOT NULL,
      record jsonb NOT NULL,
      changed_at float8 NOT NULL,
      given int4 NOT NULL,
      ahead_at float8 NOT NULL,
      offline_seen_at float8,
      fault_seen_at float8,
      deployment text NOT NULL,
      connection int2 NOT NULL,
      status int2 NOT NULL,
      bucket int2,
      available int4 NOT NULL,
      charging int4 NOT NULL,
      faulted int4 NOT NULL,
      undefined int4 NOT NULL,
      evse_matches int2 NOT NULL,
      last_message_at float8,
      in_trouble boolean NOT NULL,
      trouble_since float8,
      due float8,
      search text NOT NULL
    ) WITH (fillfactor = 80)`,
    `CREATE INDEX station_location ON station (location)`,
    `CREATE INDEX station_due ON station (due) WHERE due IS NOT NULL`,
    `CREATE INDEX station_trouble ON station (trouble_since DESC) WHERE in_trouble`,
    // What stands in a cell of each zoom, of each scope: see network/cells.ts.
    `CREATE TABLE cell (
      zoom int2 NOT NULL,
      cell int8 NOT NULL,
      scope int4 NOT NULL,
      locations int4 NOT NULL,
      evse_locations int4 NOT NULL,
      x int8 NOT NULL,
      y int8 NOT NULL,
      west float8,
      south float8,
      east float8,
      north float8,
      ${COUNTS(MAP_COLUMNS)},
      PRIMARY KEY (zoom, cell, scope)
    ) WITH (fillfactor = 60)`,
    `CREATE TABLE total (scope int4 PRIMARY KEY, ${COUNTS(TOTAL_COLUMNS)}) WITH (fillfactor = 50)`,
    // The totals at steps of 5 minutes (R28), and what the source told of those before.
    `CREATE TABLE trend (at float8 NOT NULL, scope int4 NOT NULL, ${COUNTS(TOTAL_COLUMNS)}, PRIMARY KEY (at, scope))`,
    `CREATE TABLE history (at float8 PRIMARY KEY, counts jsonb NOT NULL)`,
    // What changes removed, and when.
    `CREATE TABLE removed (kind text NOT NULL, id text NOT NULL, at float8 NOT NULL, PRIMARY KEY (kind, id))`,
    // Lists that are being read page by page. They may be lost: a reader begins again.
    `CREATE UNLOGGED TABLE list (id text PRIMARY KEY, question text NOT NULL, keys int8[] NOT NULL, total int4 NOT NULL, made_at timestamptz NOT NULL DEFAULT now())`,
    // One row: the network as a whole. Who writes holds it.
    `CREATE TABLE network (
      key boolean PRIMARY KEY DEFAULT true CHECK (key),
      version int8 NOT NULL DEFAULT 0,
      as_of float8,
      clock_offset float8 NOT NULL DEFAULT 0,
      snapshot_as_of float8 NOT NULL DEFAULT 0,
      newest_change float8 NOT NULL DEFAULT 0,
      late int8 NOT NULL DEFAULT 0,
      last_message_is text,
      problems jsonb,
      next_step float8
    )`,
    `INSERT INTO network DEFAULT VALUES`,
  ],
  [
    // Databases over which locations and stations are divided, and whether they answer: see scale/divide.sql.
    `CREATE TABLE part (name text PRIMARY KEY, is_there boolean NOT NULL DEFAULT true)`,
  ],
  [
    // A cell of all scopes: who asks for no scope would else have to have up to a row of each added up.
    `INSERT INTO cell (zoom, cell, scope, locations, evse_locations, x, y, west, south, east, north, ${listed(MAP_COLUMNS)})
     SELECT zoom, cell, ${WHOLE}, sum(locations), sum(evse_locations), sum(x), sum(y), min(west), min(south), max(east), max(north),
       ${listed(MAP_COLUMNS, column => `sum(${column})`)}
     FROM cell GROUP BY zoom, cell`,
    `CREATE INDEX cell_whole ON cell (zoom, cell) WHERE scope = ${WHOLE}`,
  ],
  [
    // When stations are to be looked at, in the order of time, beside them: an index of theirs would have each change written into all of their indices. What has passed is
    // deleted at its front, which is read each second.
    `CREATE TABLE due (at float8 NOT NULL, station int8 NOT NULL, PRIMARY KEY (at, station)) WITH (autovacuum_vacuum_scale_factor = 0.02)`,
    `INSERT INTO due (at, station) SELECT due, key FROM station WHERE due IS NOT NULL ORDER BY due`,
    // Where locations and stations are divided, it is not here.
    `DROP INDEX IF EXISTS station_due`,
  ],
  [
    // Those of a scope are kept at every other zoom: the next one tells what is between.
    `DELETE FROM cell WHERE scope <> ${WHOLE} AND (${LAST_COUNTED_ZOOM} - zoom) % ${SCOPED_EVERY} <> 0`,
  ],
];

/** The schema is none that this server knows. */
export class SchemaError extends Error {}

/**
 * Brings the schema up to date, whatever it was; two servers that start together do it once. Of one that is up to date, nothing is asked that a role may not
 * do that can but read and write its tables.
 * @throws SchemaError where it is of a newer server; DatabaseError where it cannot be written
 */
export async function migrate(database: Database): Promise<void> {
  await database.transaction(async queries => {
    await queries.query(`SELECT pg_advisory_xact_lock(hashtext('ev-widgets-server schema'))`);
    const [noted] = await queries.query<{ is_there: boolean }>(
      `SELECT to_regclass('schema_step') IS NOT NULL AS is_there`,
    );
    if (!noted!.is_there) await queries.query(`CREATE TABLE schema_step (step int4 PRIMARY KEY)`);
    const [done] = await queries.query<{ steps: number }>(`SELECT count(*)::int4 AS steps FROM schema_step`);
    if (done!.steps > STEPS.length)
      throw new SchemaError(
        `the schema is of a newer ev-widgets-server, at step ${done!.steps}; this one knows ${STEPS.length}: expected a newer server, or another --schema`,
      );
    for (const [step, statements] of STEPS.entries()) {
      if (step < done!.steps) continue;
      for (const statement of statements) await queries.query(statement);
      await queries.query(`INSERT INTO schema_step VALUES ($1)`, [step]);
    }
    // Changes nothing, and waits for nobody; fails at once for a role, or a copy of a database, by which nothing can be written.
    await queries.query('UPDATE network SET version = version WHERE false');
  });
}
