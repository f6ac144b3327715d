import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { CLUSTER_RADIUS } from '../../src/engine/counts/build-hierarchy.js';
import { LAST_ZOOM } from '../../src/model/map-tiles.js';
import type { BoundingBox } from '../../src/model/questions.js';
import type { Database } from '../src/database/database.js';

/** Another way to answer the same from the same data. */
export interface Peer {
  name: string;
  /** How many stations are in each connection status. */
  counts(): Promise<unknown>;
  /** The groups of a view, and how many stations of each are in each connection status. */
  view(bbox: BoundingBox, zoom: number): Promise<unknown>;
  close(): Promise<void>;
}

const none = () => Promise.resolve();

/** How long a peer's answer may take, in milliseconds. */
export const LONGEST_ANSWER = 5000;

/** SQLSTATE of one that took longer. */
export const TOOK_TOO_LONG = '57014';

function ask(database: Database, text: string): Promise<unknown> {
  return database.transaction(async queries => {
    await queries.query(`SET LOCAL statement_timeout = ${LONGEST_ANSWER}`);
    return queries.query(text);
  });
}
const COUNTS = 'SELECT connection, count(*) AS stations FROM station GROUP BY connection';
const BY_CONNECTION = [0, 1, 2]
  .map(status => `count(*) FILTER (WHERE connection = ${status}) AS c${status}`)
  .join(', ');

/** The same grid that the server keeps counted, counted anew for each view. */
function gridOf(from: string, [west, south, east, north]: BoundingBox, zoom: number): string {
  return `SELECT cell >> ${2 * (LAST_ZOOM - zoom)} AS cell, ${BY_CONNECTION}, avg(longitude) AS x, avg(latitude) AS y FROM ${from}
    WHERE longitude BETWEEN ${west} AND ${east} AND latitude BETWEEN ${south} AND ${north} GROUP BY 1`;
}

const JOINED = `(SELECT cell, longitude, latitude, station.connection FROM station JOIN location ON location.key = station.location) AS placed`;

/** PostgreSQL without anything that is kept counted; an index finds the locations of a view. */
export async function rawGroupBy(database: Database): Promise<Peer> {
  const run = (text: string) => database.transaction(queries => queries.query(text));
  await run('CREATE INDEX IF NOT EXISTS bench_place ON location (longitude, latitude)');
  return {
    name: 'GROUP BY of PostgreSQL',
    counts: () => ask(database, COUNTS),
    view: (bbox, zoom) => ask(database, gridOf(JOINED, bbox, zoom)),
    close: none,
  };
}

/** DuckDB's package, which is not among this project's: it is large, and of use to this alone. */
const DUCKDB = '@duckdb/node-api';
const DUCKDB_VERSION = '1.5.6-r.1';

/** What is called of it. */
interface DuckDb {
  DuckDBInstance: {
    create(path: string): Promise<{
      connect(): Promise<{ runAndReadAll(text: string): Promise<unknown>; closeSync(): void }>;
      closeSync(): void;
    }>;
  };
}

/** Does something with a temporary folder, which is gone afterwards. */
async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'ev-widgets-bench-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** DuckDB as it is installed into a folder, which may go then: by npm, from its registry or from what it keeps of that. */
async function installedDuckDb(folder: string): Promise<DuckDb> {
  // A package, so that npm looks for none around it.
  await writeFile(join(folder, 'package.json'), '{"private": true}');
  const install = ['install', '--no-audit', '--no-fund', '--no-package-lock', `${DUCKDB}@${DUCKDB_VERSION}`];
  await promisify(execFile)('npm', install, { cwd: folder });
  return createRequire(join(folder, 'package.json'))(DUCKDB) as DuckDb;
}

/** The stations of PostgreSQL in DuckDB, in memory. */
async function stationsIn({ DuckDBInstance }: DuckDb, database: Database) {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await withFolder(async folder => {
    // PostgreSQL, which writes it, may run as somebody else.
    await chmod(folder, 0o777);
    const file = join(folder, 'stations.csv');
    await database.transaction(queries =>
      queries.query(
        `COPY (SELECT cell, longitude, latitude, connection FROM ${JOINED}) TO '${file}' (FORMAT csv, HEADER)`,
      ),
    );
    await connection.runAndReadAll(`CREATE TABLE station AS SELECT * FROM read_csv('${file}') ORDER BY cell`);
  });
  return { instance, connection };
}

/**
 * DuckDB, in memory, over the same stations, which a PostgreSQL of this machine gives it as a file.
 * @returns why not, where it cannot be installed, or is given no file
 */
export async function duckDb(database: Database): Promise<Peer | string> {
  try {
    const found = await withFolder(installedDuckDb);
    const { instance, connection } = await stationsIn(found, database);
    return {
      name: 'DuckDB',
      counts: () => connection.runAndReadAll(COUNTS),
      view: (bbox, zoom) => connection.runAndReadAll(gridOf('station', bbox, zoom)),
      close() {
        connection.closeSync();
        instance.closeSync();
        return none();
      },
    };
  } catch (error) {
    return `DuckDB is not asked: ${(error as Error).message}`;
  }
}

/**
 * PostGIS, which clusters the locations of a view, found by its own index.
 * @returns why not, where it is not installed
 */
export async function postGis(database: Database): Promise<Peer | string> {
  const run = (text: string) => database.transaction(queries => queries.query(text));
  const failure = await run('CREATE EXTENSION IF NOT EXISTS postgis SCHEMA public').then(
    () => undefined,
    (error: Error) => error.message,
  );
  if (failure) return `PostGIS is not installed: ${failure}`;
  await run(
    `CREATE TABLE bench_place_of AS SELECT key, online, offline, unknown,
       public.ST_Transform(public.ST_SetSRID(public.ST_MakePoint(longitude, latitude), 4326), 3857) AS point FROM location WHERE cell IS NOT NULL`,
  );
  await run('CREATE INDEX ON bench_place_of USING gist (point)');
  await run('ANALYZE bench_place_of');
  const world = 40_075_016.685_578_5;
  return {
    name: 'PostGIS, ST_ClusterDBSCAN',
    counts: () => ask(database, COUNTS),
    view: ([west, south, east, north], zoom) =>
      ask(
        database,
        `SELECT near, sum(online), sum(offline), sum(unknown), count(*), public.ST_Centroid(public.ST_Collect(point)) FROM (
           SELECT *, public.ST_ClusterDBSCAN(point, ${(CLUSTER_RADIUS * world) / (512 * 2 ** zoom)}, 1) OVER () AS near FROM bench_place_of
           WHERE point OPERATOR(public.&&) public.ST_Transform(public.ST_MakeEnvelope(${west}, ${south}, ${east}, ${north}, 4326), 3857)
         ) AS clustered GROUP BY near`,
      ),
    close: none,
  };
}
