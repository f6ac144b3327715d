import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';

import { expect } from 'chai';
import fc from 'fast-check';

import { location, NOON, station } from '../../test/support/networks.js';
import type { MapQuestion } from '../src/answers/map-questions.js';
import { ServedNetwork } from '../src/answers/served-network.js';
import type { Database, Queries } from '../src/database/database.js';
import { startServer } from '../src/server.js';
import type { RunningServer } from '../src/server.js';
import { anyRequest } from './any-request.js';
import { emptyDatabase, isEmbedded, serve } from './serve.js';

/** On one point, so that its group is told by its locations. */
const locations = [0, 1].map(index =>
  location(`L${index}`, [station(`S${index}`, { connection: 'online' })]),
);

describe('ev-widgets-server, where something goes wrong', () => {
  let database: Database;
  let server: RunningServer;
  let failures: Error[];

  /** What may ask throws what this test has it throw. */
  let authorize: () => { canWrite: true };
  /** How the server writes. */
  let transaction: Database['transaction'];
  const ask = (path: string, init: RequestInit = {}) => fetch(`${server.origin}/api/${path}`, init);
  const send = (path: string, body: unknown) =>
    ask(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  const offline = async () =>
    ((await (await ask('counts/connection')).json()) as { byStatus: { offline: number } }).byStatus.offline;

  before(async () => {
    database = await emptyDatabase();
    ({ transaction } = database);
    server = await serve({
      database: { ...database, transaction: work => transaction(work) },
      authorize: () => authorize(),
      onFailure: error => void failures.push(error),
    });
  });
  beforeEach(async () => {
    failures = [];
    authorize = () => ({ canWrite: true });
    expect((await send('snapshot', { asOf: NOON, locations })).status).to.equal(204);
  });
  after(() => server.close());

  for (const [name, fault] of Object.entries({
    'a TypeError': new TypeError('a fault in what may ask'),
    'a RangeError': new RangeError('a fault in what may ask'),
    'an error of the system': Object.assign(new Error('a fault in what may ask'), { code: 'ECONNREFUSED' }),
  }))
    it(`${name} of its own is told as one, not as the fault of who asks, or of the database`, async () => {
      authorize = () => {
        throw fault;
      };
      const response = await ask('counts/evse');
      expect([response.status, await response.json()]).to.deep.equal([
        500,
        {
          title: 'Internal Server Error',
          status: 500,
          detail: 'Something failed here.',
          reason: { key: 'serverFailed' },
        },
      ]);
      expect(failures.map(({ message }) => message)).to.deep.equal(['a fault in what may ask']);
    });

  it('closes its database where it cannot listen', async () => {
    let isClosed = false;
    const close = async () => void (isClosed = true);
    const port = Number(new URL(server.origin).port);
    const failure = await startServer({ database: { ...database, close } }, { port }).catch(
      (error: NodeJS.ErrnoException) => error.code,
    );
    expect([failure, isClosed]).to.deep.equal(['EADDRINUSE', true]);
  });

  it('refuses data that is nested without end', async () => {
    const body = `{"locations":[{"id":"L","stations":${'['.repeat(100_000)}${']'.repeat(100_000)}}]}`;
    const headers = { 'Content-Type': 'application/json' };
    const response = await ask('snapshot', { method: 'POST', headers, body });
    expect([response.status, ((await response.json()) as { detail: string }).detail]).to.deep.equal([
      400,
      'The data is nested deeper than 100 levels; expected records.',
    ]);
    expect(failures).to.deep.equal([]);
  });

  it('refuses texts that are too long to be looked up, and says so', async () => {
    const long = Array.from({ length: 4000 }, (_, place) =>
      String.fromCodePoint(0x4e00 + ((place * 7919) % 20_000)),
    ).join('');
    for (const added of [
      location(long, [station('S2')]),
      location('New', [station(long)]),
      location('New', [station('S2')], { operator: long }),
    ]) {
      const response = await send('changes', { asOf: NOON + 1000, locations: [added] });
      const { detail } = (await response.json()) as { detail: string };
      expect([response.status, detail]).to.deep.equal([
        400,
        'An id, a country or an operator of the data is too long to be kept.',
      ]);
    }
    expect(failures).to.deep.equal([]);
  });

  it('takes a station of more EVSEs than any has', async () => {
    const evses = Array.from({ length: 40_000 }, (_, place) => ({ id: String(place), status: 'Available' }));
    const added = location('New', [station('Many', { connection: 'online', evses })]);
    expect((await send('changes', { asOf: NOON + 1000, locations: [added] })).status).to.equal(204);
    const { byStatus } = (await (await ask('counts/evse')).json()) as { byStatus: { available: number } };
    expect(byStatus.available).to.equal(40_002);
  });

  it('refuses data that any page might send unasked: text', async () => {
    const response = await ask('changes', {
      method: 'POST',
      body: JSON.stringify({ stations: [{ id: 'S0' }] }),
    });
    expect(response.status).to.equal(415);
  });

  it('a network that is sent does not undo what changed while it was on its way', async () => {
    const sent = request(`${server.origin}/api/snapshot`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
    });
    const body = JSON.stringify({ locations });
    sent.write(body.slice(0, 20));
    // Its head is read before the change is, which is sent after it.
    await new Promise<void>(resolve => sent.write(' ', () => resolve()));
    while ((await offline()) === 0) {
      await send('changes', { stations: [{ id: 'S0', connection: 'offline' }] });
    }
    sent.end(body.slice(20));
    const [response] = (await once(sent, 'response')) as [NodeJS.ReadableStream & { statusCode: number }];
    response.resume();
    expect([response.statusCode, await offline()]).to.deep.equal([204, 1]);
  });

  it('a network is taken with what changes meanwhile, though its sender has hung up once all of it had come', async () => {
    let goOn: (() => void) | undefined;
    let taking: Promise<unknown> | undefined;
    const isTaken = new Promise<void>(resolve => {
      transaction = work => {
        transaction = database.transaction;
        taking = new Promise<void>(then => (goOn = then)).then(() => database.transaction(work));
        resolve();
        return taking as Promise<never>;
      };
    });
    const sent = request(`${server.origin}/api/snapshot`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
    });
    sent.on('error', () => undefined).end(JSON.stringify({ locations }));
    await isTaken;
    sent.destroy();
    // The end of its connection comes before what is asked by another.
    expect((await ask('state')).status).to.equal(200);
    await send('changes', { stations: [{ id: 'S0', connection: 'offline' }] });
    expect(await offline()).to.equal(1);
    goOn!();
    await taking;
    expect(await offline()).to.equal(1);
  });

  it('a network that does not say when it was true keeps nothing of the changes before it', async () => {
    const added = location('New', [station('N', { connection: 'offline' })]);
    await send('changes', { asOf: NOON + 60_000, locations: [added], removed: { stations: ['S0'] } });
    await send('snapshot', { locations });
    expect((await (await ask('location?id=New')).json()) as object).to.have.property('status', 404);
    await send('changes', { asOf: NOON + 1000, stations: [{ id: 'S0', connection: 'offline' }] });
    expect(await offline()).to.equal(1);
  });

  it('answers a map as of one moment, whatever changes meanwhile', async () => {
    let change: Promise<void> | undefined;
    /** Has everything removed after the first statement; where another connection can do that, before the next. */
    const interrupted = (queries: Queries, canWait: boolean): Queries => ({
      async query<Row extends object>(text: string, values?: readonly unknown[]) {
        const rows = await queries.query<Row>(text, values);
        if (!text.includes('range')) return rows;
        change ??= server.ingest.snapshot({ asOf: NOON + 1000, locations: [] });
        if (canWait) await change;
        return rows;
      },
    });
    const network = new ServedNetwork({
      ...database,
      ...interrupted(database, true),
      snapshot: work => database.snapshot(queries => work(interrupted(queries, !isEmbedded))),
    });
    const question: MapQuestion = { dimension: 'connection', zoom: 3, tile: { z: 0, x: 0, y: 0 } };
    const items = await network.mapItems(question);
    await change;
    expect(items).to.have.length(1);
    expect(items[0]).to.deep.include({ longitude: 4.9, latitude: 52.37, locationIds: ['L0', 'L1'] });
    expect(await network.mapItems(question)).to.deep.equal([]);
  });

  it('tells of a scope without looking at what it does not tell', async () => {
    let asked = '';
    const watched: Database = {
      ...database,
      query(text, values) {
        asked += text;
        return database.query(text, values);
      },
    };
    await new ServedNetwork(watched).state({ country: 'NL' });
    expect(asked).to.contain('left_out').and.not.contain('problem IS NOT NULL');
  });

  // The last: what it sends moves the network's clock.
  it('has no fault of its own, whatever it is asked or sent', async () => {
    const { paths } = JSON.parse(await readFile('docs/openapi.json', 'utf8')) as { paths: object };
    const questions = [...Object.keys(paths).map(path => `/api${path}`), '/health', '/metrics', '/nowhere'];
    const { EV_WIDGETS_RECORDS, EV_WIDGETS_SEED } = process.env;
    await fc.assert(
      fc.asyncProperty(anyRequest(questions), async ({ method, path, headers, body }) => {
        // Sent as it is: `fetch` would not send every path.
        const sent = request(server.origin, { method, path, headers });
        sent.end(body);
        const [response] = (await once(sent, 'response')) as [IncomingMessage];
        response.destroy();
        expect(response.statusCode, path).to.be.below(500);
        expect(failures).to.deep.equal([]);
      }),
      {
        numRuns: Number(EV_WIDGETS_RECORDS ?? 250),
        ...(EV_WIDGETS_SEED !== undefined && { seed: Number(EV_WIDGETS_SEED) }),
      },
    );
  });
});
