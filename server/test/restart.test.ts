import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { getEventListeners, once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it, mock } from 'node:test';

import { expect } from 'chai';

import { findPrograms, startPostgres } from '../../scripts/temporary-postgres.mjs';
import type { TemporaryPostgres } from '../../scripts/temporary-postgres.mjs';
import type { Scope } from '../../src/model/records.js';
import { remoteProvider } from '../../src/provider/remote-provider.js';
import { location, NOON, station } from '../../test/support/networks.js';
import { reached, untilOffline } from '../../test/support/reached.js';
import { ServedNetwork } from '../src/answers/served-network.js';
import { openPostgres } from '../src/database/postgres.js';
import { migrate } from '../src/database/schema.js';
import { Ingest } from '../src/ingest/ingest.js';
import type { RunningServer } from '../src/server.js';
import { emptyDatabase, isEmbedded, serve } from './serve.js';

const locations = [
  location('L', [station('A', { connection: 'online' }), station('B', { connection: 'online' })]),
];
const offlineChange = { asOf: NOON + 60_000, stations: [{ id: 'A', connection: 'offline' }] };

const send = (origin: string, path: string, body: unknown) =>
  fetch(`${origin}/api/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
const offlineAt = async (origin: string) =>
  ((await (await fetch(`${origin}/api/counts/connection`)).json()) as { byStatus: { offline: number } })
    .byStatus.offline;

/** Runs the command line; resolves once it answers. */
async function runServer(
  args: readonly string[],
): Promise<{ origin: string; process: ChildProcess; said: string[] }> {
  const started = spawn(process.execPath, ['--import', 'tsx', 'server/src/main.ts', '--port', '0', ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said: string[] = [];
  const lines = createInterface({ input: started.stderr });
  const origin = await new Promise<string>((resolve, reject) => {
    lines.on('line', line => {
      said.push(line);
      const [, found] = /(http\S+)\/api\//.exec(line) ?? [];
      if (found) resolve(found);
    });
    started.on('exit', () => reject(new Error(said.join('\n'))));
  });
  return { origin, process: started, said };
}

/** What undoes the steps of the schema after the first two. */
const UNDO_STEPS = [
  `INSERT INTO cell (zoom, cell, scope, locations, evse_locations, x, y, west, south, east, north, online)
   SELECT zoom - 1, cell >> 2, scope, sum(locations), sum(evse_locations), sum(x), sum(y), min(west), min(south), max(east), max(north), sum(online)
   FROM cell WHERE scope <> 0 AND zoom > 0 GROUP BY zoom, cell >> 2, scope`,
  'DROP TABLE due',
  'DROP INDEX cell_whole',
  'DELETE FROM cell WHERE scope = 0',
  'DELETE FROM schema_step WHERE step >= 2',
];

describe('ev-widgets-server, started again', () => {
  it('answers of a network that a server kept whose schema was older', async () => {
    const database = await emptyDatabase();
    await migrate(database);
    const places = [4.9, 5.1, 5.1].map((longitude, place) =>
      location(`L${place}`, [station(`A${place}`, { connection: 'online', lastMessageAt: NOON - place })], {
        longitude,
        country: ['NL', 'DE'][place % 2],
      }),
    );
    await new Ingest(database).snapshot({ asOf: NOON, locations: places });
    const network = new ServedNetwork(database);
    const itemsAt = (zoom: number, scope?: Scope) =>
      network.mapItems({ dimension: 'connection', zoom, tile: { z: 0, x: 0, y: 0 }, scope });
    const answers = () =>
      Promise.all([
        network.bounds(),
        ...[0, 5, 10].map(zoom => itemsAt(zoom)),
        ...[9, 10].map(zoom => itemsAt(zoom, { country: 'NL' })),
        network.bounds({ country: 'DE' }),
        database.query('SELECT at FROM due ORDER BY at'),
        // Those of a country and operator are kept at every other zoom.
        database.query<{ zoom: number }>(
          'SELECT zoom, count(*)::int4 FROM cell WHERE scope <> 0 GROUP BY zoom ORDER BY zoom',
        ),
      ]);
    const before = await answers();
    for (const text of UNDO_STEPS) await database.query(text);
    await migrate(database);
    expect(await answers()).to.deep.equal(before);
    expect(before[1]).to.have.nested.property('[0].locations', 3);
    expect(before[7]).to.have.lengthOf(3);
    expect((before[8] as { zoom: number }[]).map(({ zoom }) => zoom)).to.deep.equal([0, 2, 4, 6, 8, 10]);
    await database.close();
  });

  it(
    'goes on with all that was kept in its folder, when it was killed and when it was told to stop',
    { skip: !isEmbedded },
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'ev-widgets-data-'));
      try {
        const first = await runServer(['--data', join(folder, 'data')]);
        expect((await send(first.origin, 'snapshot', { asOf: NOON, locations })).status).to.equal(204);
        expect((await send(first.origin, 'changes', offlineChange)).status).to.equal(204);
        first.process.kill('SIGKILL');
        await once(first.process, 'exit');
        const second = await runServer(['--data', join(folder, 'data')]);
        expect(await offlineAt(second.origin)).to.equal(1);
        // A stream that is open, and whose reader is there, holds nothing up.
        const stream = await fetch(`${second.origin}/api/changes`);
        second.process.kill('SIGTERM');
        const [code] = (await once(second.process, 'exit')) as [number];
        expect([code, (await stream.text()).startsWith('data: {')]).to.deep.equal([0, true]);
      } finally {
        await rm(folder, { recursive: true });
      }
    },
  );

  it('names a database that cannot be opened, and no password', async () => {
    for (const url of [
      'postgres://user:secret@127.0.0.1:1/fleet?token=secret',
      'postgres://user:secret@host:port/fleet',
      'postgres://user:of/secret@127.0.0.1:1/fleet',
    ]) {
      const failure = await runServer(['--database', url]).then(
        () => '',
        (error: Error) => error.message,
      );
      expect(failure).to.match(/^ev-widgets-server: --database (\S+ )?cannot be opened \([^)]+\)$/);
      expect(failure).to.not.contain('secret');
    }
  });
});

describe('ev-widgets-server, of a feed that cannot be asked for', () => {
  it('says so in one line, and serves nothing', async () => {
    const failure = await runServer(['--feed', 'http://user:secret@127.0.0.1:1/feed']).then(
      ({ said }) => said.join(),
      (error: Error) => error.message,
    );
    expect(failure).to.equal(
      'ev-widgets-server: http://127.0.0.1:1/feed is given with a user name or a password; expected them in the headers (Authorization).',
    );
  });
});

/** One that can be stopped is started for it, where there are its programs; the one that is named is somebody's. */
const skip = isEmbedded || (await findPrograms()) === undefined;

describe('ev-widgets-server over a PostgreSQL that is started again', { skip }, () => {
  let postgres: TemporaryPostgres;
  let servers: RunningServer[];
  let failures: Error[];
  const listenedTo = new Set<EventTarget>();

  before(async () => {
    failures = [];
    const { addEventListener } = EventTarget.prototype;
    mock.method(EventTarget.prototype, 'addEventListener', function (this: EventTarget, ...given: never[]) {
      if (this instanceof AbortSignal) listenedTo.add(this);
      Reflect.apply(addEventListener, this, given);
    });
    postgres = (await startPostgres())!;
    servers = [];
    for (let count = 0; count < 2; count++)
      servers.push(
        await serve({
          database: await openPostgres(postgres.url, 'fleet'),
          onFailure: error => void failures.push(error),
        }),
      );
    expect((await send(servers[0]!.origin, 'snapshot', { asOf: NOON, locations })).status).to.equal(204);
  });
  after(async () => {
    mock.restoreAll();
    for (const server of servers) await server.close();
    await postgres.remove();
  });

  it('starts as a role that may only read and write its tables, and says of one that may not even that why it does not', async () => {
    const statements = (name: string, rights: string) => [
      `CREATE ROLE ${name} LOGIN`,
      `GRANT USAGE ON SCHEMA fleet TO ${name}`,
      `GRANT ${rights} ON ALL TABLES IN SCHEMA fleet TO ${name}`,
      `GRANT USAGE ON ALL SEQUENCES IN SCHEMA fleet TO ${name}`,
    ];
    const owner = await openPostgres(postgres.url, 'fleet');
    for (const text of [
      ...statements('writer', 'SELECT, INSERT, UPDATE, DELETE'),
      ...statements('reader', 'SELECT'),
    ])
      await owner.query(text);
    const as = (name: string) => postgres.url.replace('postgres@', `${name}@`);
    const server = await serve({ database: await openPostgres(as('writer'), 'fleet') });
    const change = { stations: [{ id: 'B', status: 'Available' }] };
    expect((await send(server.origin, 'changes', change)).status).to.equal(204);
    await server.close();
    const failed = await runServer(['--schema', 'fleet', '--database', as('reader')]).catch(
      (error: Error) => error.message,
    );
    expect(failed).to.equal(
      'ev-widgets-server: the schema fleet cannot be brought up to date: permission denied for table network',
    );
    const [known] = await owner.query<{ steps: number }>('SELECT count(*)::int4 AS steps FROM schema_step');
    await owner.query('INSERT INTO schema_step VALUES (99)');
    const newer = await migrate(owner).catch((error: Error) => error.message);
    expect(newer).to.contain(
      `the schema is of a newer ev-widgets-server, at step ${known!.steps + 1}; this one knows ${known!.steps}`,
    );
    await owner.query('DELETE FROM schema_step WHERE step = 99');
    await owner.close();
  });

  it('says that it is away, then answers as before on every server, and takes changes', async () => {
    const overviews = servers.map(({ origin }) => remoteProvider(`${origin}/api/`));
    for (const overview of overviews) overview.subscribe(() => undefined);
    for (const overview of overviews) await reached(overview, ({ status }) => status === 'ready');
    expect((await send(servers[0]!.origin, 'changes', offlineChange)).status).to.equal(204);
    await postgres.crash();
    for (const { origin } of servers) {
      const response = await fetch(`${origin}/api/counts/connection`);
      expect([response.status, response.headers.get('Retry-After')]).to.deep.equal([503, '1']);
      expect((await fetch(`${origin}/health`)).status).to.equal(503);
    }
    expect((await send(servers[1]!.origin, 'changes', offlineChange)).status).to.equal(503);
    for (const overview of overviews)
      await reached(overview, ({ status, error }) => status !== 'ready' && error !== undefined);
    await postgres.start();
    for (const overview of overviews) await reached(overview, ({ status }) => status === 'ready');
    for (const overview of overviews)
      expect((await overview.counts('connection')).byStatus.offline).to.equal(1);
    const more = { asOf: NOON + 120_000, stations: [{ id: 'B', connection: 'offline' }] };
    expect((await send(servers[1]!.origin, 'changes', more)).status).to.equal(204);
    for (const overview of overviews) await untilOffline(overview, 2);
    expect(await offlineAt(servers[0]!.origin)).to.equal(2);
    for (const overview of overviews) overview.dispose();
    expect(failures).to.not.have.length(0);
    for (const signal of listenedTo)
      expect(getEventListeners(signal as AbortSignal, 'abort').length, 'abort listeners').to.be.below(3);
  });

  it('keeps no connection on which it cannot listen', async () => {
    const database = await openPostgres(postgres.url, 'fleet');
    const lost: Error[] = [];
    await new Promise<void>(resolve => {
      const onLost = (error: Error) => {
        if (lost.push(error) === 2) resolve();
      };
      void database.listen('no channel', () => undefined, onLost);
    });
    expect(lost[0]!.message).to.contain('syntax error');
    // The one before was closed while the next was waited for.
    const [kept] = await database.query<{ count: number }>(
      `SELECT count(*)::int4 AS count FROM pg_stat_activity WHERE query = 'LISTEN no channel'`,
    );
    expect(kept!.count).to.be.below(2);
    await database.close();
  });

  it('fails what is under way, and goes on by itself', async () => {
    const database = await openPostgres(postgres.url, 'fleet');
    const lost = database.transaction(async queries => {
      await queries.query('SELECT 1');
      await postgres.crash();
      await queries.query('SELECT 1');
    });
    const failure = await lost.then(
      () => undefined,
      (error: Error) => error,
    );
    expect(failure).to.be.instanceOf(Error);
    await postgres.start();
    expect(await database.isWell()).to.equal(true);
    await database.close();
  });
});
