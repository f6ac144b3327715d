import assert from 'node:assert/strict';
import { test } from 'node:test';

import { localProvider } from '../../src/provider/local-provider.ts';
import { Polling } from '../../src/provider/polling.ts';
import { columnsSource } from '../../src/provider/sources/columns-source.ts';
import { jsonSource } from '../../src/provider/sources/json-source.ts';
import { writeColumns } from '../../src/model/columns/write-columns.ts';
import { ocpiSource } from '../../src/provider/sources/ocpi-source.ts';
import { json, networkOf, place, startServer } from '../support/faulty-server.mjs';

/** A provider for as long as a test runs, and each of its states in turn. */
function provide(t, source, follow = true) {
  const provider = localProvider(source);
  const states = [];
  t.after(() => provider.dispose());
  const watch = () =>
    provider.subscribe(() => {
      if (states.at(-1) !== provider.state) states.push(provider.state);
    });
  if (follow) watch();
  /** Waits for a state, from now on. */
  const reach = holds =>
    new Promise(resolve => {
      const stop = provider.subscribe(look);
      function look() {
        if (!holds(provider.state)) return;
        queueMicrotask(() => stop());
        resolve(provider.state);
      }
      look();
    });
  const total = async () => (await provider.counts('connection')).total;
  return { provider, states, reach, total, watch };
}

const isReady = ({ status }) => status === 'ready';
const isFailed = ({ status }) => status === 'error';
const waitOf = ({ retryAt }) => retryAt - (performance.timeOrigin + performance.now());

test('R14: a first load that fails is told, answers what was asked, and is tried again until it goes well', async t => {
  const { origin, requests } = await startServer(t, (request, answer, number) => {
    if (number < 2) request.socket.destroy();
    else json(answer, networkOf(3));
  });
  const { states, reach, total } = provide(t, jsonSource(`${origin}/n.json`));
  await assert.rejects(total(), { message: `GET ${origin}/n.json got no answer: fetch failed.` });
  const { retryAt, error } = await reach(isFailed);
  assert.ok(retryAt > 0);
  assert.match(error.message, /got no answer/);
  await assert.rejects(total(), /got no answer/);
  const ready = await reach(isReady);
  assert.deepEqual([ready.error, ready.retryAt], [undefined, undefined]);
  assert.equal(await total(), 3);
  assert.equal(requests.length, 3);
  const statuses = states
    .map(({ status }) => status)
    .filter((status, index, all) => status !== all[index - 1]);
  assert.deepEqual(statuses, ['loading', 'error', 'ready'], 'another try is no loading');
});

test('Retry-After of a server that is busy is waited for', async t => {
  const { origin, requests } = await startServer(t, (_, answer, number) => {
    if (number === 0) answer.writeHead(503, { 'Retry-After': '2' }).end();
    else json(answer, networkOf(1));
  });
  const { reach } = provide(t, jsonSource(`${origin}/n.json`));
  const state = await reach(isFailed);
  assert.match(state.error.message, /answered 503 Service Unavailable/);
  assert.ok(waitOf(state) > 1000);
  await reach(isReady);
  assert.ok(requests[1].at - requests[0].at >= 2000);
});

test('a feed that is refused, or is no network, is tried again about once a minute', async t => {
  const { origin } = await startServer(t, ({ url }, answer) => {
    if (url === '/404') answer.writeHead(404).end();
    else if (url === '/page') answer.writeHead(200).end('<!doctype html>');
    else json(answer, { places: [] });
  });
  const sources = ['404', 'page', 'shape'].map(path => jsonSource(`${origin}/${path}`));
  for (const source of [...sources, { load: async () => ({ locations: 'none' }) }]) {
    const wait = waitOf(await provide(t, source).reach(isFailed));
    assert.ok(wait > 25_000 && wait <= 60_000, `${wait} ms`);
  }
});

test("a host's own load that fails is tried again as well", async t => {
  let loads = 0;
  const load = async () => {
    if (++loads < 2) throw new TypeError('Failed to fetch');
    return networkOf(2);
  };
  const { reach, total } = provide(t, { load });
  assert.ok(waitOf(await reach(isFailed)) <= 1000);
  await reach(isReady);
  assert.equal(await total(), 2);
});

test('what failed is tried again only while somebody follows', async t => {
  const { origin, requests } = await startServer(t, (_, answer, number) => {
    if (number === 0) answer.writeHead(503).end();
    else json(answer, networkOf(1));
  });
  const { provider, reach, total, watch } = provide(t, jsonSource(`${origin}/n.json`), false);
  await assert.rejects(total(), /answered 503/);
  while (waitOf(provider.state) > -200) await new Promise(resolve => setTimeout(resolve, 50));
  assert.equal(requests.length, 1);
  watch();
  await reach(isReady);
  assert.equal(requests.length, 2);
});

test('R14: a server that flaps leaves the last good data, and a refresh does not wait for another try', async t => {
  const { origin } = await startServer(t, (_, answer, number) => {
    if (number % 2) answer.writeHead(502, { 'Retry-After': '3600' }).end();
    else json(answer, networkOf(number + 1));
  });
  const { provider, reach, total } = provide(t, jsonSource(`${origin}/n.json`));
  await reach(isReady);
  for (const count of [1, 3]) {
    assert.equal(await total(), count);
    await provider.refresh();
    assert.ok(waitOf(provider.state) > 3_000_000);
    assert.equal(provider.state.status, 'error');
    assert.equal(await total(), count);
    await provider.refresh();
    assert.equal(provider.state.status, 'ready');
  }
});

test('R12: polls wait for a load that is slower than their interval, and for the interval after it', async t => {
  let open = 0;
  let most = 0;
  const { origin, requests, asked } = await startServer(t, (_, answer) => {
    most = Math.max(most, ++open);
    setTimeout(() => {
      open--;
      json(answer, networkOf(2));
    }, 400);
  });
  const { provider, reach, total } = provide(t, jsonSource(`${origin}/n.json`));
  const polling = new Polling(provider, 100);
  t.after(() => polling.stop());
  await reach(isReady);
  assert.equal(await total(), 2);
  await asked(4);
  assert.equal(most, 1);
  for (const [index, { at }] of requests.slice(1).entries()) assert.ok(at - requests[index].at >= 500);
});

test('polls give way to the tries of a provider whose loads fail', async t => {
  const { origin, requests, asked } = await startServer(t, (_, answer) => answer.writeHead(500).end());
  const { provider, reach } = provide(t, jsonSource(`${origin}/n.json`));
  const polling = new Polling(provider, 10);
  t.after(() => polling.stop());
  await asked(3);
  await reach(isFailed);
  for (const [index, { at }] of requests.slice(1).entries())
    assert.ok(at - requests[index].at >= 500 * 2 ** index, 'ever more slowly');
});

test('polls give way to another try that is under way, of which no moment to come is told', async t => {
  const { origin, requests, asked } = await startServer(t, (_, answer, number) => {
    if (number === 0) answer.writeHead(503).end();
    else setTimeout(() => json(answer, networkOf(2)), 400);
  });
  const { provider, reach } = provide(t, jsonSource(`${origin}/n.json`));
  const polling = new Polling(provider, 100);
  t.after(() => polling.stop());
  await asked(2);
  const { status, retryAt, isLoading } = provider.state;
  assert.deepEqual([status, retryAt, isLoading], ['error', undefined, true]);
  assert.equal((await reach(isReady)).isLoading, undefined);
  assert.equal(requests.length, 2);
});

test('what failed is tried again where a refresh in its place was aborted', async t => {
  const { origin } = await startServer(t, (_, answer, number) => {
    if (number === 0) answer.writeHead(503).end();
    else if (number > 1) json(answer, networkOf(2));
  });
  const { provider, reach } = provide(t, jsonSource(`${origin}/n.json`));
  const { retryAt } = await reach(isFailed);
  const abort = new AbortController();
  const refreshed = provider.refresh({ signal: abort.signal });
  assert.equal(provider.state.retryAt, undefined);
  abort.abort();
  await refreshed;
  assert.equal(provider.state.retryAt, retryAt);
  await reach(isReady);
});

test("a host's own provider is polled ever more slowly while it fails", async () => {
  const times = [];
  const told = new Set();
  await new Promise(resolve => {
    const provider = {
      state: { status: 'ready', leftOut: 0 },
      subscribe(onChange) {
        told.add(onChange);
        return () => told.delete(onChange);
      },
      async refresh() {
        times.push(performance.now());
        provider.state = { status: 'error', leftOut: 0 };
        if (times.length < 3) return;
        polling.stop();
        resolve();
      },
    };
    const polling = new Polling(provider, 10);
  });
  assert.ok(times[1] - times[0] >= 500);
  assert.ok(times[2] - times[1] >= 1000);
  assert.equal(told.size, 0);
});

test('a function is asked for the headers of each request that the engine makes, and again after a 401', async t => {
  const { origin, requests } = await startServer(t, ({ url, headers }, answer) => {
    if (headers.authorization === 'Token 2') answer.writeHead(401).end();
    else json(answer, [place(url)], url === '/1' ? { Link: '</2>; rel="next"' } : {});
  });
  let token = 0;
  const headers = async () => ({ Authorization: `Token ${++token}` });
  const { provider, reach, total } = provide(t, ocpiSource(`${origin}/1`, { headers }));
  await reach(isReady);
  assert.equal(await total(), 2);
  await provider.refresh();
  assert.deepEqual(
    requests.map(({ url, headers: sent }) => `${url} ${sent.authorization}`),
    ['/1 Token 1', '/2 Token 2', '/2 Token 3', '/1 Token 4', '/2 Token 5'],
  );
});

test('headers that cannot be had, or do not come, are told', async t => {
  const { origin, requests } = await startServer(t, (_, answer) => json(answer, networkOf(1)));
  for (const [headers, reason] of [
    [() => Promise.reject(new Error('Log in again.')), /: Log in again\.$/],
    [() => new Promise(() => undefined), /aborted due to timeout/],
    [() => ({ Authorization: 'SECRET\n' + 'x' }), /: The header "Authorization" cannot be sent/],
  ]) {
    const { reach } = provide(t, jsonSource(`${origin}/n.json?token=SECRET`, { headers, timeout: 0.2 }));
    const { error } = await reach(isFailed);
    assert.ok(error.message.startsWith(`The headers for GET ${origin}/n.json could not be had: `));
    assert.match(error.message, reason);
    assert.doesNotMatch(error.message, /SECRET/);
  }
  assert.equal(requests.length, 0);
});

test('a refresh does not wait for the headers of the load before', async t => {
  const { origin } = await startServer(t, (_, answer) => json(answer, networkOf(1)));
  let calls = 0;
  const headers = () => (++calls === 1 ? new Promise(() => undefined) : {});
  const { provider, total } = provide(t, jsonSource(`${origin}/n.json`, { headers }));
  while (calls === 0) await new Promise(resolve => setTimeout(resolve, 10));
  await provider.refresh();
  assert.equal(provider.state.status, 'ready');
  assert.equal(await total(), 1);
});

for (const [format, sourceOf, bodyOf] of [
  ['JSON', jsonSource, network => JSON.stringify(network)],
  ['columns', columnsSource, network => Buffer.from(writeColumns(network))],
]) {
  test(`R14: a feed of ${format} that has not changed is not read again, and is true as of its answer`, async t => {
    const dates = [
      'Sun, 07 Jun 2026 13:00:00 GMT',
      'Sun, 07 Jun 2026 13:05:00 GMT',
      'Sun, 07 Jun 2026 13:10:00 GMT',
    ];
    const { origin } = await startServer(t, (_, answer, number) => {
      const headers = { ETag: number < 2 ? '"one"' : '"two"', Date: dates[number] };
      // Were it read, it would fail.
      answer.writeHead(200, headers).end(number === 1 ? 'nothing' : bodyOf(networkOf(number + 1)));
    });
    const { provider, reach, total } = provide(t, sourceOf(`${origin}/feed`));
    assert.equal((await reach(isReady)).asOf, Date.parse(dates[0]));
    await provider.refresh();
    assert.deepEqual([provider.state.status, provider.state.error], ['ready', undefined]);
    assert.equal(provider.state.asOf, Date.parse(dates[1]));
    assert.equal(await total(), 1);
    await provider.refresh();
    assert.equal(await total(), 3);
  });

  test(`R14: a feed of ${format} that has an id twice counts the first, and tells of the other`, async t => {
    const at = (id, ...stations) => {
      return { id, latitude: 52, longitude: 5, stations: stations.map(station => ({ id: station })) };
    };
    const network = { locations: [at('one', 'A', 'B'), at('one', 'C'), at('two', 'A', 'D')] };
    const { origin } = await startServer(t, (_, answer) => answer.writeHead(200).end(bodyOf(network)));
    const { reach, total } = provide(t, sourceOf(`${origin}/feed`));
    const { problems } = await reach(isReady);
    assert.equal(await total(), 3);
    assert.deepEqual([problems.total, problems.skipped.location, problems.skipped.station], [2, 1, 2]);
    const [location, station] = problems.first;
    assert.match(location.message, /is ".+"; expected an id that no location before it has\.$/);
    assert.match(station.message, /is ".+"; expected an id that no station before it has\.$/);
  });
}

test('R14: OCPI of one page that has not changed is not read again; of more, it always is', async t => {
  const date = 'Sun, 07 Jun 2026 13:00:00 GMT';
  let second = [place('2')];
  let link = {};
  const { origin, requests } = await startServer(t, ({ url }, answer, number) => {
    if (url === '/2') return json(answer, second);
    const headers = { ETag: '"one"', Date: date, ...link };
    // Were it read, it would fail.
    return answer.writeHead(200, headers).end(number === 1 ? 'nothing' : JSON.stringify([place('1')]));
  });
  const { provider, reach, total } = provide(t, ocpiSource(`${origin}/1`));
  assert.equal((await reach(isReady)).asOf, Date.parse(date));
  await provider.refresh();
  assert.equal(provider.state.status, 'ready');
  assert.equal(await total(), 1);
  link = { Link: '</2>; rel="next"' };
  await provider.refresh();
  assert.equal(await total(), 2);
  second = [place('2'), place('3')];
  await provider.refresh();
  assert.equal(await total(), 3);
  assert.deepEqual(
    requests.map(({ url }) => url),
    ['/1', '/1', '/1', '/2', '/1', '/2'],
  );
});

test('a feed that has not changed is read again where changes have come in between', async t => {
  const { origin } = await startServer(t, (_, answer) => json(answer, networkOf(2), { ETag: '"one"' }));
  let push;
  const source = { ...jsonSource(`${origin}/n.json`), watch: given => (push = given) };
  const { provider, reach, total } = provide(t, source);
  await reach(isReady);
  push({ removed: { stations: ['S0'] } });
  while ((await total()) !== 1) await new Promise(resolve => provider.subscribe(resolve));
  await provider.refresh();
  assert.equal(await total(), 2);
});

test('a Last-Modified tells versions apart only where its second was over', async t => {
  const modified = 'Sun, 07 Jun 2026 13:00:00 GMT';
  let date = modified;
  const { origin } = await startServer(t, (_, answer, number) =>
    json(answer, networkOf(number + 1), { 'Last-Modified': modified, Date: date }),
  );
  const { provider, reach, total } = provide(t, jsonSource(`${origin}/n.json`));
  await reach(isReady);
  date = 'Sun, 07 Jun 2026 13:00:01 GMT';
  await provider.refresh();
  assert.equal(await total(), 2, 'it may have changed in that second');
  await provider.refresh();
  assert.equal(await total(), 2, 'it has not changed since');
});
