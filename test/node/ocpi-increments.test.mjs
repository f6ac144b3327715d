import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';

import { createNetwork } from '../../examples/sources/server/network.mjs';
import { ocpiPage } from '../../examples/sources/server/ocpi.mjs';
import { networkFromOcpi } from '../../src/model/ocpi/network-from-ocpi.ts';
import { ocpiSource } from '../../src/provider/sources/ocpi-source.ts';

const HOUR = 3_600_000;
const signal = new AbortController().signal;

/** A server of OCPI 2.2.1 Locations whose clock a test sets, and which notes what it was asked for and how much it sent. */
async function serveOcpi(t, { fail = () => false, change = answer => answer } = {}) {
  const clock = () => clock.now;
  clock.now = Date.UTC(2026, 5, 7, 12);
  const network = createNetwork({ clock });
  const asked = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url, `http://${request.headers.host}`);
    if (fail()) return response.writeHead(503).end();
    const { headers, body } = change(ocpiPage(network.snapshot(), '2.2.1', url));
    asked.push({ from: url.searchParams.get('date_from'), sent: body.data.map(({ id }) => id) });
    response.writeHead(200, headers).end(JSON.stringify(body));
  });
  await new Promise(resolve => server.listen(0, 'localhost', resolve));
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const whole = () =>
    networkFromOcpi(ocpiPage(network.snapshot(), '2.2.1', new URL('http://localhost/?limit=1000')).body)
      .snapshot;
  const source = ocpiSource(`http://localhost:${server.address().port}/locations?tariffs=0`, {
    increments: true,
  });
  return {
    ...{ clock, network, whole },
    load: () => source.load({ signal }),
    /** What was asked since the last time. */
    takeAsked: () => asked.splice(0),
  };
}

test('after the whole feed, only Locations that were updated since are asked for, and the network is that of the whole feed', async t => {
  const { clock, load, network, takeAsked, whole } = await serveOcpi(t);
  clock.now += HOUR;
  assert.deepEqual(await load(), whole());
  const first = takeAsked();
  assert.ok(first.length > 1);
  assert.ok(first.every(({ from }) => from === null));
  for (let refresh = 0; refresh < 5; refresh++) {
    clock.now += 600_000;
    network.step();
    assert.deepEqual(await load(), whole());
    const asked = takeAsked();
    assert.equal(asked.length, 1);
    assert.ok(asked[0].sent.length > 0 && asked[0].sent.length <= 6);
    const since = clock.now - 600_000 - Date.parse(asked[0].from);
    assert.ok(since >= 60_000 && since < 600_000, `${since} ms before the load before`);
  }
  clock.now += 1_200_000;
  await load();
  takeAsked();
  assert.deepEqual(await load(), whole());
  assert.deepEqual(
    takeAsked().map(({ sent }) => sent),
    [[]],
  );
});

test('what an increment that failed would have brought comes with the next', async t => {
  let isDown = false;
  const { clock, load, network, whole } = await serveOcpi(t, { fail: () => isDown });
  await load();
  for (isDown of [true, true, false]) {
    clock.now += 600_000;
    network.step();
    if (isDown) await assert.rejects(load(), /503/);
  }
  assert.deepEqual(await load(), whole());
});

test('the whole feed is fetched once an hour, for servers that do not touch a Location when an EVSE changes', async t => {
  const { load, takeAsked } = await serveOcpi(t);
  const { now } = performance;
  let passed = 0;
  t.mock.method(performance, 'now', () => now.call(performance) + passed);
  const isWhole = async () => {
    await load();
    return takeAsked()[0].from === null;
  };
  assert.equal(await isWhole(), true);
  passed = HOUR - 60_000;
  assert.equal(await isWhole(), false);
  passed = HOUR;
  assert.equal(await isWhole(), true);
  assert.equal(await isWhole(), false);
});

test('a Location of an increment that has no id is reported, and does not stay', async t => {
  let isOdd = false;
  const change = ({ headers, body }) => {
    if (!isOdd) return { headers, body };
    return { headers: {}, body: { ...body, data: [...body.data, { name: 'no id' }] } };
  };
  const { clock, load, whole } = await serveOcpi(t, { change });
  clock.now += HOUR;
  await load();
  isOdd = true;
  const { problems, ...snapshot } = await load();
  assert.deepEqual(snapshot, whole());
  assert.deepEqual(
    problems.map(({ message }) => message.includes('expected the id of a Location')),
    [true],
  );
  isOdd = false;
  assert.equal((await load()).problems, undefined);
});

test('what is updated is asked for, though the timestamp of the feed is one of local time, hours ahead', async t => {
  const clock = () => clock.now;
  const change = ({ headers, body }) => ({
    headers: { ...headers, Date: new Date(clock.now).toUTCString() },
    body: { ...body, timestamp: new Date(clock.now + 2 * HOUR).toISOString().slice(0, -1) },
  });
  const served = await serveOcpi(t, { change });
  clock.now = served.clock.now;
  await served.load();
  served.clock.now = clock.now += 600_000;
  served.network.step();
  assert.deepEqual((await served.load()).locations, served.whole().locations);
  assert.ok(served.takeAsked().at(-1).sent.length > 0);
});
