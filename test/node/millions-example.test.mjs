import assert from 'node:assert/strict';
import { test } from 'node:test';

import { keepChanging } from '../../examples/millions/live.mjs';
import { manyLocations } from '../../examples/millions/network.mjs';
import { seed } from '../../examples/millions/seed.mjs';
import { load } from '../../examples/shared/server-modules.mjs';
import { countedByHand } from '../support/example-page.mjs';

const STATIONS = 1500;

test('a made-up network has as many stations as are asked for, each once, all over the world', () => {
  const locations = [...manyLocations(STATIONS, { now: Date.now() })];
  const ids = locations.flatMap(({ stations }) => stations.map(({ id }) => id));
  assert.equal(ids.length, STATIONS);
  assert.equal(new Set(ids).size, STATIONS);
  assert.ok(new Set(locations.map(({ country }) => country)).size > 20);
});

test('what examples have of the server is of one piece: it knows the errors of its database', async () => {
  const { openPglite } = await load('database/pglite');
  const { DatabaseError } = await load('database/database-error');
  const database = await openPglite();
  await assert.rejects(database.query('SELECT nothing'), DatabaseError);
  await database.close();
});

test('the example of millions is seeded once, answers what it holds, and changes', async t => {
  const { startServer } = await load('server');
  const database = await (await load('database/pglite')).openPglite();
  const failures = [];
  const server = await startServer({ database, onFailure: error => failures.push(error) });
  t.after(() => server.close());
  const told = [];
  const example = { ingest: server.ingest, database };
  const began = Date.now();
  await seed(example, STATIONS, text => told.push(text));
  assert.match(told.at(-1), /^1,500 of 1,500 stations, [\d,]+ a second$/);
  const counts = async dimension =>
    (await (await fetch(`${server.origin}/api/counts/${dimension}`)).json()).byStatus;
  const expected = countedByHand([...manyLocations(STATIONS, { now: began })], Date.now());
  assert.deepEqual(await counts('connection'), expected.connection);
  assert.deepEqual(await counts('station'), expected.station);
  assert.deepEqual(await counts('evse'), expected.evse);

  const toldBefore = told.length;
  await seed(example, STATIONS, text => told.push(text));
  assert.equal(told.length, toldBefore);

  const versionOf = async () => (await (await fetch(`${server.origin}/api/state`)).json()).version;
  const before = await versionOf();
  const stop = keepChanging(example, error => failures.push(error));
  while ((await versionOf()) === before && failures.length === 0)
    await new Promise(resolve => setTimeout(resolve, 50));
  await stop();
  assert.deepEqual(failures, []);
});
