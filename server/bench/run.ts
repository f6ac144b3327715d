/**
 * Measures ev-widgets-server on PostgreSQL, beside others that answer the same from the same data: `npm run bench:server -- [STATIONS]` makes a network of
 * so many stations (a million unless said otherwise) in a PostgreSQL of its own, or in a schema of `EV_WIDGETS_DATABASE`, and prints tables in Markdown.
 */
import { cpus, totalmem } from 'node:os';
import { gzipSync } from 'node:zlib';

import { EventSourceParserStream } from 'eventsource-parser/stream';

import { startPostgres } from '../../scripts/temporary-postgres.mjs';
import { levelOf, tilesOf } from '../../src/model/map-tiles.js';
import type { BoundingBox } from '../../src/model/questions.js';
import type { ServedState } from '../../src/model/served-state.js';
import { DIMENSIONS } from '../../src/model/statuses.js';
import type { Database } from '../src/database/database.js';
import { openPostgres } from '../src/database/postgres.js';
import { startServer } from '../src/server.js';
import type { RunningServer } from '../src/server.js';
import { changesOf, locationOf, STATIONS_EACH, viewAt } from './network.js';
import { duckDb, LONGEST_ANSWER, postGis, rawGroupBy, TOOK_TOO_LONG } from './peers.js';
import type { Peer } from './peers.js';
import { measured, spread, table } from './tables.js';

const SCHEMA = 'ev_widgets_bench';

/** What a PostgreSQL of its own is given: all that is committed is on the disk. */
const SETTINGS = { shared_buffers: '1GB', max_wal_size: '4GB', maintenance_work_mem: '256MB' };

/** Locations that are sent together. */
const PART = 1000;

/** The nearest first: a peer that works long there is not asked farther out. */
const ZOOMS = Array.from({ length: 19 }, (_, zoom) => 18 - zoom);

/** A view one zoom farther out takes a peer that clusters anew at most so many times as long: four times the locations, each with four times the neighbours. */
const FARTHER = 16;

/** Views at each zoom, and for how long at most those are asked of a peer that takes its time, in milliseconds. */
const VIEWS = 100;
const PATIENCE = 3000;

/** Status changes a second, in how many parts, for how many seconds. */
const RATE = 10_000;
const PARTS = 5;
const SECONDS = Number(process.env.EV_WIDGETS_SECONDS ?? 60);

const TOO_LONG = `over ${LONGEST_ANSWER}`;

const say = (text: string) => process.stdout.write(`${text}\n`);

async function load({ ingest }: RunningServer, locations: number): Promise<void> {
  await ingest.snapshot({ locations: [] });
  for (let from = 0; from < locations; from += PART) {
    const count = Math.min(PART, locations - from);
    await ingest.changes([
      { locations: Array.from({ length: count }, (_, index) => locationOf(from + index)) },
    ]);
  }
}

async function sayLoading(server: RunningServer, database: Database, stations: number): Promise<number> {
  const locations = Math.round(stations / STATIONS_EACH);
  const [loading] = await measured(() => load(server, locations), 1);
  await database.transaction(queries => queries.query('ANALYZE'));
  const sizes = await database.query<{ name: string; bytes: number }>(
    `SELECT relname AS name, pg_total_relation_size(oid) AS bytes FROM pg_class
     WHERE relnamespace = '${SCHEMA}'::regnamespace AND relkind = 'r' ORDER BY bytes DESC`,
  );
  const bytes = sizes.reduce((sum, table) => sum + table.bytes, 0);
  const [kept] = await database.query<{ cells: number }>('SELECT count(*) AS cells FROM cell');
  say(
    table(
      ['stations', 'locations', 'stations a second', 'on disk', 'cells that are kept counted'],
      [
        [
          stations.toLocaleString('en'),
          locations.toLocaleString('en'),
          Math.round(stations / (loading! / 1000)).toLocaleString('en'),
          `${(bytes / 1e9).toFixed(2)} GB`,
          kept!.cells.toLocaleString('en'),
        ],
      ],
    ),
  );
  say(
    table(
      ['table', 'bytes a station, with its indices'],
      sizes.slice(0, 3).map(({ name, bytes }) => [name, Math.round(bytes / stations).toLocaleString('en')]),
    ),
  );
  return locations;
}

async function sayCounts({ origin }: RunningServer, peers: readonly Peer[]): Promise<void> {
  let asked = 0;
  const own = await measured(async () => {
    const dimension = DIMENSIONS[asked++ % DIMENSIONS.length]!;
    await (await fetch(`${origin}/api/counts/${dimension}`)).arrayBuffer();
  }, 400);
  const times = spread(own);
  const rows = [['ev-widgets-server, over HTTP', ...times, '1.0']];
  for (const peer of peers) {
    const theirs = await spreadOf(() => peer.counts(), 20);
    rows.push([peer.name, ...theirs, ratio(theirs[0]!, times[0]!)]);
  }
  say(table(['counts, ms', 'p50', 'p95', 'p99', "p50, times the server's"], rows));
}

/** How many times as long as another p50 one is; nothing where it is not known. */
function ratio(one: string, other: string): string {
  return Number(other) > 0 && Number(one) >= 0 ? (Number(one) / Number(other)).toFixed(1) : '';
}

/** How long a peer takes again and again: p50, p95 and p99, or that it was not waited for. */
async function spreadOf(ask: () => Promise<unknown>, times: number): Promise<string[]> {
  try {
    return spread(await measured(ask, times, PATIENCE));
  } catch (error) {
    if ((error as { code?: string }).code !== TOOK_TOO_LONG) throw error;
    return [TOO_LONG, TOO_LONG, TOO_LONG];
  }
}

async function sayViews({ origin }: RunningServer, peers: readonly Peer[]): Promise<void> {
  const all: number[] = [];
  const rows: string[][] = [];
  /** Peers that might take too long: not every query of theirs can be interrupted. */
  const slow = new Set<Peer>();
  for (const zoom of ZOOMS) {
    let [bytes, zipped] = [0, 0];
    const views = Array.from({ length: VIEWS }, () => viewAt(zoom));
    const askFor = (view: BoundingBox) =>
      Promise.all(
        tilesOf({ bbox: view, zoom }).map(async ({ z, x, y }) => {
          const answer = await fetch(`${origin}/api/map/connection/${levelOf(zoom)}/${z}/${x}/${y}`);
          return Buffer.from(await answer.arrayBuffer());
        }),
      );
    const times: number[] = [];
    const again: number[] = [];
    for (const view of views) {
      let bodies: Buffer[] = [];
      times.push(...(await measured(async () => void (bodies = await askFor(view)), 1)));
      again.push(...(await measured(() => askFor(view), 1)));
      for (const body of bodies) {
        bytes += body.length;
        zipped += gzipSync(body).length;
      }
    }
    all.push(...times);
    const own = spread(times);
    const others: string[] = [];
    for (const peer of peers) {
      const median = slow.has(peer)
        ? 'not asked'
        : (await spreadOf(() => peer.view(viewAt(zoom), zoom), VIEWS))[0]!;
      if (!(FARTHER * Number(median) <= LONGEST_ANSWER)) slow.add(peer);
      const often = ratio(median, own[0]!);
      others.push(often ? `${median} (${often})` : median);
    }
    const kilobytes = [bytes, zipped].map(each => (each / VIEWS / 1000).toFixed(1));
    rows.unshift([String(zoom), ...own, spread(again)[0]!, ...kilobytes, ...others]);
  }
  rows.push(['all', ...spread(all), '', '', '', ...peers.map(() => '')]);
  const names = peers.map(({ name }) => `${name}, p50 (times the server's)`);
  say(
    table(
      ['view at zoom, ms', 'p50', 'p95', 'p99', 'asked for again, p50', 'kB', 'kB by gzip', ...names],
      rows,
    ),
  );
}

/** Follows what an overview is told, until it is aborted. */
async function followStates(
  origin: string,
  signal: AbortSignal,
  onState: (state: ServedState) => void,
): Promise<void> {
  const { body } = await fetch(`${origin}/api/changes`, { signal });
  const events = body!.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
  for await (const { data } of events) onState(JSON.parse(data) as ServedState);
}

async function sayChanges({ ingest, origin }: RunningServer, locations: number): Promise<void> {
  const kept: number[] = [];
  const shown: number[] = [];
  /** Parts that were sent, by when they were true: an overview is told of one when its data is no older. */
  const untold: { asOf: number; sentAt: number }[] = [];
  const end = new AbortController();
  let onTold: (() => void) | undefined;
  const following = followStates(origin, end.signal, ({ asOf = 0 }) => {
    const now = performance.now();
    while (untold.length > 0 && untold[0]!.asOf <= asOf) shown.push(now - untold.shift()!.sentAt);
    onTold?.();
  });
  const ended = following.then(() =>
    Promise.reject(new Error('The stream of changes ended before all were told.')),
  );
  ended.catch(() => undefined);
  const began = performance.now();
  const sending = new Set<Promise<void>>();
  const send = async () => {
    const sentAt = performance.now();
    const asOf = Date.now();
    untold.push({ asOf, sentAt });
    await ingest.changes(changesOf(RATE / PARTS, locations, asOf));
    kept.push(performance.now() - sentAt);
  };
  for (let part = 0; part < SECONDS * PARTS && performance.now() < began + SECONDS * 1000; part++) {
    const wait = began + (part * 1000) / PARTS - performance.now();
    await new Promise(resolve => setTimeout(resolve, Math.max(0, wait)));
    // Where not all is kept in time, as much is sent as is.
    if (sending.size >= PARTS) await Promise.race(sending);
    const sent = send().finally(() => sending.delete(sent));
    sending.add(sent);
  }
  await Promise.all(sending);
  const took = (performance.now() - began) / 1000;
  while (untold.length > 0) await Promise.race([new Promise<void>(resolve => (onTold = resolve)), ended]);
  end.abort();
  const changed = kept.length * (RATE / PARTS);
  say(
    table(
      [
        'status changes',
        'offered a second',
        'kept a second',
        'kept after, p50, p95, p99 ms',
        'shown after, p50, p95, p99 ms',
      ],
      [
        [
          changed.toLocaleString('en'),
          RATE.toLocaleString('en'),
          Math.round(changed / took).toLocaleString('en'),
          spread(kept).join(', '),
          spread(shown).join(', '),
        ],
      ],
    ),
  );
}

const stations = Number(process.argv[2] ?? 1_000_000);
const given = process.env.EV_WIDGETS_DATABASE;
const postgres = given === undefined ? await startPostgres(SETTINGS) : undefined;
const url = given ?? postgres?.url;
if (url === undefined)
  throw new Error('No PostgreSQL is installed, and EV_WIDGETS_DATABASE is not set; expected one of them.');
const database = await openPostgres(url, SCHEMA);
const peers: Peer[] = [];
let server: RunningServer | undefined;
try {
  const [{ version }] = (await database.query<{ version: string }>(`SELECT version()`)) as [
    { version: string },
  ];
  say(
    `${cpus().length} × ${cpus()[0]!.model}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB; Node ${process.versions.node}; ${version.split(' on ')[0]!}\n`,
  );
  server = await startServer({
    database: { ...database, close: async () => undefined },
    requestsPerMinute: 1e9,
  });
  const locations = await sayLoading(server, database, stations);
  peers.push(await rawGroupBy(database));
  for (const peer of [await duckDb(database), await postGis(database)])
    if (typeof peer === 'string') say(`${peer}\n`);
    else peers.push(peer);
  await sayCounts(server, peers);
  await sayViews(server, peers);
  // What the peers need is not the server's to keep.
  await database.transaction(queries => queries.query('DROP INDEX bench_place'));
  await sayChanges(server, locations);
  say(
    `Memory of the server's process: ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB, with the peers' in it.`,
  );
} finally {
  await server?.close();
  for (const peer of peers) await peer.close();
  await database.transaction(queries => queries.query(`DROP SCHEMA ${SCHEMA} CASCADE`));
  await database.close();
  await postgres?.remove();
}
