import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect } from 'chai';

import { location, NOON, station } from '../../test/support/networks.js';
import { StreamServer } from '../../test/support/stream-server.js';
import { ServedNetwork } from '../src/answers/served-network.js';
import type { Database } from '../src/database/database.js';
import { migrate } from '../src/database/schema.js';
import { FeedFollower } from '../src/ingest/feed.js';
import { Ingest } from '../src/ingest/ingest.js';
import { CHANNEL } from '../src/ingest/network-row.js';
import { emptyDatabase } from './serve.js';

const locations = [location('L', [station('A', { connection: 'online' })])];

/** Statuses that a station may be said to have, as a live stream says so. */
const said = (connection: string) => `data: ${JSON.stringify({ stations: [{ id: 'A', connection }] })}\n\n`;

describe('a feed that a server follows', () => {
  let database: Database;
  let ingest: Ingest;
  let network: ServedNetwork;
  let server: StreamServer;
  let follower: FeedFollower | undefined;
  let failures: string[];
  let onChange: () => void;

  const offline = async () => (await network.counts('connection', {})).byStatus.offline;
  const follow = (options: { feed?: string; live?: string; headers?: string; refresh?: number } = {}) => {
    const onFailure = (error: Error) => void failures.push(error.message);
    follower = new FeedFollower(
      ingest,
      { feed: `${server.origin}/feed`, format: 'network', ...options },
      onFailure,
    );
    return follower.start();
  };
  /** Waits until a change has come to where this holds. */
  const reached = async (holds: () => Promise<boolean>) => {
    for (;;) {
      const changed = new Promise<void>(resolve => (onChange = resolve));
      if (await holds()) return;
      await changed;
    }
  };
  /** The numbers of the requests for the feed and for the stream, in the order in which they came. */
  const numbersOf = (path: string) =>
    server.asked.flatMap(({ request }, number) => (request.url === path ? [number] : []));
  const asked = async (path: string, count = 1) => {
    for (let number = 0; numbersOf(path).length < count; number++) await server.ask(number);
    return server.asked[numbersOf(path)[count - 1]!]!;
  };
  const answer = async (count = 1, fields = {}) => {
    const { response } = await asked('/feed', count);
    response
      .writeHead(200, { 'Content-Type': 'application/json' })
      .end(JSON.stringify({ locations, ...fields }));
  };
  const openStream = async () => {
    const { response } = await asked('/live');
    response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write(': hello\n\n');
    return response;
  };

  before(async () => {
    database = await emptyDatabase();
    await migrate(database);
    await database.listen(
      CHANNEL,
      () => onChange(),
      () => undefined,
    );
  });
  beforeEach(async () => {
    [failures, onChange] = [[], () => undefined];
    ingest = new Ingest(database);
    network = new ServedNetwork(database);
    server = await StreamServer.start();
  });
  afterEach(async () => {
    await follower?.stop();
    await server.close();
  });
  after(() => database.close());

  it('is taken with what its stream told before and while it was loaded', async () => {
    const loaded = follow({ live: `${server.origin}/live` });
    const stream = await openStream();
    await asked('/feed');
    stream.write(said('offline'));
    // A stream's end is told: what came before it was read by then.
    stream.end();
    while (failures.length === 0) await new Promise(resolve => setImmediate(resolve));
    await answer();
    await loaded;
    expect(await offline()).to.equal(1);
  });

  for (const fields of [{}, { asOf: NOON + 3_600_000 }])
    it(`does not undo what was told while it was loaded again${'asOf' in fields ? ', however new it says to be' : ''}`, async () => {
      await ingest.snapshot({ asOf: NOON, locations });
      const loaded = follow({ live: `${server.origin}/live` });
      const stream = await openStream();
      await asked('/feed');
      stream.write(said('offline'));
      await reached(async () => (await offline()) === 1);
      await answer(1, fields);
      await loaded;
      expect(await offline()).to.equal(1);
    });

  it('is loaded once more where something was missed while it was loaded', async () => {
    const loaded = follow({ live: `${server.origin}/live` });
    const stream = await openStream();
    await asked('/feed');
    stream.write('event: reload\ndata: \n\n');
    while (failures.length === 0) await new Promise(resolve => setImmediate(resolve));
    await answer();
    await loaded;
    await answer(2, { locations: [location('L', [station('A', { connection: 'offline' })])] });
    await reached(async () => (await offline()) === 1);
  });

  it('is loaded though its stream does not open', async () => {
    const loaded = follow({ live: `${server.origin}/live` });
    await asked('/live');
    await answer();
    await loaded;
    expect((await network.counts('connection', {})).byStatus.online).to.equal(1);
  });

  it('is read from a file with a byte order mark, and what cannot be read of one is told with its name', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ev-widgets-feed-'));
    try {
      const feed = join(folder, 'network.json');
      await writeFile(feed, `\uFEFF${JSON.stringify({ locations })}`);
      await follow({ feed });
      expect((await network.counts('connection', {})).byStatus.online).to.equal(1);
      await follower!.stop();
      await writeFile(feed, '<!doctype html>');
      void follow({ feed });
      while (failures.length === 0) await new Promise(resolve => setImmediate(resolve));
      expect(failures[0]).to.contain(`${feed} cannot be read: `).and.contain('<!doctype');
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('has told once what its stream sends and no change is', async () => {
    const loaded = follow({ live: `${server.origin}/live` });
    const stream = await openStream();
    await answer();
    await loaded;
    stream.write('event: status\ndata: {}\n\nevent: status\ndata: {}\n\n');
    stream.write('data: {"station":[{"id":"A"}]}\n\ndata: {"station":[{"id":"B"}]}\n\n');
    stream.write(said('offline'));
    await reached(async () => (await offline()) === 1);
    expect(failures).to.have.length(1);
    expect(failures[0]).to.contain('an event named "status"');
    const { problems } = await network.state();
    expect(problems!.first.map(({ message }) => message)).to.deep.equal([
      'station is an array of 1; expected none but the fields asOf, locations, stations, removed.',
    ]);
    expect(problems!.total).to.equal(1);
  });

  it('is asked for, as its stream is, with the headers of a file, which tells a renewed token', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ev-widgets-feed-'));
    try {
      const headers = join(folder, 'headers.json');
      const write = (token: string) =>
        writeFile(headers, JSON.stringify({ Authorization: `Token ${token}` }));
      await write('first');
      const loaded = follow({ live: `${server.origin}/live`, headers });
      await openStream();
      expect((await asked('/live')).request.headers.authorization).to.equal('Token first');
      const { request, response } = await asked('/feed');
      expect(request.headers.authorization).to.equal('Token first');
      await write('renewed');
      response.writeHead(401).end();
      expect((await asked('/feed', 2)).request.headers.authorization).to.equal('Token renewed');
      await answer(2);
      await loaded;
      await follower!.stop();
      await writeFile(headers, '{"Authorization": Token secret}');
      void follow({ headers });
      while (failures.length === 0) await new Promise(resolve => setImmediate(resolve));
      expect(failures[0]).to.contain(`${headers} cannot be read as JSON`).and.not.contain('secret');
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('is loaded again no sooner than its server asks', async () => {
    const loaded = follow();
    const { response } = await asked('/feed');
    const before = performance.now();
    response.writeHead(503, { 'Retry-After': '2' }).end();
    await answer(2);
    await loaded;
    expect(performance.now() - before).to.be.above(2000);
    expect(failures).to.have.length(1);
  });

  it('is left alone once it is to stop, whether it rests or is being loaded', async () => {
    void follow({ refresh: 3600 });
    const { response } = await asked('/feed');
    const closed = once(response, 'close');
    await follower!.stop();
    await closed;
    const loaded = follow({ refresh: 3600 });
    await answer(2);
    await loaded;
    await follower!.stop();
    expect(failures).to.deep.equal([]);
  });

  it('is loaded again after a change that could not be kept', async () => {
    const broken: Database = { ...database, transaction: work => database.transaction(work) };
    ingest = new Ingest(broken);
    const loaded = follow({ live: `${server.origin}/live` });
    const stream = await openStream();
    await answer();
    await loaded;
    broken.transaction = () => Promise.reject(new Error('The database is away.'));
    stream.write(said('offline'));
    while (failures.length === 0) await new Promise(resolve => setImmediate(resolve));
    broken.transaction = work => database.transaction(work);
    await answer(2, { locations: [location('L', [station('A', { connection: 'offline' })])] });
    await reached(async () => (await offline()) === 1);
  });
});
