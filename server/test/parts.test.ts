import { after, before, describe, it } from 'node:test';

import { expect } from 'chai';

import { findPrograms, startPostgres } from '../../scripts/temporary-postgres.mjs';
import type { TemporaryPostgres } from '../../scripts/temporary-postgres.mjs';
import type { DisposableProvider } from '../../src/provider/local-provider.js';
import { remoteProvider } from '../../src/provider/remote-provider.js';
import { location, NOON, station } from '../../test/support/networks.js';
import { answered, reached, untilOffline } from '../../test/support/reached.js';
import type { Database } from '../src/database/database.js';
import { openPostgres } from '../src/database/postgres.js';
import type { RunningServer } from '../src/server.js';
import { divide, nameOf } from './divide.js';
import { isEmbedded, serve } from './serve.js';

const skip = isEmbedded || (await findPrograms()) === undefined;

/** Their keys count up, so that every other one is in the same part. */
const locations = Array.from({ length: 6 }, (_, index) =>
  location(`L${index}`, [station(`S${index}`, { connection: 'online' })], { longitude: index, latitude: 50 }),
);

describe('ev-widgets-server over a network that is divided over two PostgreSQL', { skip }, () => {
  let whole: TemporaryPostgres;
  let other: TemporaryPostgres;
  let database: Database;
  let server: RunningServer;
  let overview: DisposableProvider;

  const send = (path: string, body: unknown) =>
    fetch(`${server.origin}/api/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  const listed = async () => (await overview.stations({ filter: {} })).stations.map(({ id }) => id);

  before(async () => {
    whole = (await startPostgres())!;
    other = (await startPostgres())!;
    database = await openPostgres(whole.url, 'fleet');
    await divide(database, whole.url, 'fleet', [await whole.createDatabase('part'), other.url]);
    server = await serve({ database, onFailure: () => undefined });
    overview = remoteProvider(`${server.origin}/api/`);
    overview.subscribe(() => undefined);
    expect((await send('snapshot', { asOf: NOON, locations })).status).to.equal(204);
  });
  after(async () => {
    overview.dispose();
    await server.close();
    for (const postgres of [whole, other]) await postgres.remove();
  });

  it('R10 R14: answers in part while one is away, says so, and is whole again when it is back', async () => {
    await answered(overview, listed, ({ length }) => length === 6);
    await reached(overview, ({ status }) => status === 'ready');
    expect(overview.state.problems).to.equal(undefined);
    expect(await server.ingest.tick()).to.be.below(Infinity);

    await other.crash();
    await reached(overview, ({ status, problems }) => status === 'ready' && problems !== undefined);
    const { total, first } = overview.state.problems!;
    expect([total, first[0]!.path]).to.deep.equal([1, `part "${nameOf(1)}" of the database`]);
    expect(first[0]!.reason).to.deep.equal({ key: 'partAway', given: [`"${nameOf(1)}"`] });
    const there = await listed();
    expect(there).to.have.length(3);
    const [{ id: found }, missing] = [
      (await overview.location(there[0]!.replace('S', 'L')))!,
      locations.find(({ stations }) => !there.includes(stations[0]!.id))!.id,
    ];
    expect([found, await overview.location(missing)]).to.deep.equal([there[0]!.replace('S', 'L'), undefined]);
    // What is counted is kept in one place, whole.
    expect((await overview.counts('connection')).total).to.equal(6);
    const world = await overview.mapItems({ dimension: 'connection', bbox: [-180, -90, 180, 90], zoom: 0 });
    expect(world[0]!.counts.online).to.equal(6);
    // Where each stands by itself, from what is counted and past that.
    for (const zoom of [8, 17]) {
      const near = await overview.mapItems({ dimension: 'connection', bbox: [-180, -90, 180, 90], zoom });
      expect(near.map(item => 'id' in item && item.id).sort()).to.deep.equal(
        there.map(id => id.replace('S', 'L')),
      );
    }
    // A part alone takes no change: who sent it tries again.
    const change = {
      asOf: NOON + 1000,
      stations: [
        { id: 'S0', connection: 'offline' },
        { id: 'S1', connection: 'offline' },
      ],
    };
    expect((await send('changes', change)).status).to.equal(503);
    // Nor does time change what is in the other one, which is said.
    await database.query(`INSERT INTO due (at, station) SELECT 0, key FROM station_${nameOf(0)}`);
    expect(await server.ingest.tick()).to.equal(Infinity);
    expect(first[0]!.message).to.contain('what time alone changes');

    await other.start();
    await reached(overview, ({ status, problems }) => status === 'ready' && problems === undefined);
    expect(await listed()).to.have.length(6);
    expect((await send('changes', change)).status).to.equal(204);
    await untilOffline(overview, 2);
    expect(await database.query('SELECT FROM due WHERE at = 0')).to.deep.equal([]);
  });

  it('R10: has time followed again, once the network is loaded, of stations in a part that were noted there alone', async () => {
    await database.query('DELETE FROM due');
    expect((await send('snapshot', { asOf: NOON + 2000, locations })).status).to.equal(204);
    const noted = 'SELECT at, station FROM due INTERSECT SELECT due, key FROM station';
    expect(await database.query(noted)).to.have.lengthOf(6);
  });
});
