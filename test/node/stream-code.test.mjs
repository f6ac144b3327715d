import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';

import { localProvider } from '../../src/provider/local-provider.ts';
import { jsonSource } from '../../src/provider/sources/json-source.ts';
import { withLive } from '../../src/provider/sources/live.ts';
import { json, networkOf, startServer } from '../support/faulty-server.mjs';
import { failImport } from '../support/failing-import.mjs';

failImport('/follow-stream.js', 2);

test('R14: where the code that follows a live stream does not arrive, it is told and asked for again, until changes come', async t => {
  const streams = [];
  const server = await startServer(t, (request, answer) => {
    if (request.url !== '/live') return json(answer, networkOf(2));
    answer.writeHead(200, { 'Content-Type': 'text/event-stream' }).write('data: {}\n\n');
    streams.push(answer);
  });
  const provider = localProvider(withLive(jsonSource(`${server.origin}/network`), `${server.origin}/live`), {
    worker: 'never',
  });
  t.after(() => provider.dispose());
  const told = new Set();
  const changes = new EventTarget();
  provider.subscribe(() => {
    if (provider.state.error) told.add(provider.state.error.message);
    changes.dispatchEvent(new Event('change'));
  });
  const until = async condition => {
    while (!(await condition())) await once(changes, 'change');
  };
  await until(() => provider.state.status === 'stale');
  assert.equal((await provider.counts('connection')).total, 2);
  assert.equal(
    [...told][0],
    `The code that follows the live stream ${server.origin}/live could not be loaded (The code did not arrive.). It is asked for again.`,
  );
  // What changed before the stream was open is in a load of its own.
  const loads = () => server.requests.filter(({ url }) => url === '/network').length;
  await until(() => loads() === 2 && provider.state.status === 'ready');
  assert.equal(provider.state.error, undefined);
  streams[0].write('data: {"stations":[{"id":"S0","connection":"offline"}]}\n\n');
  await until(async () => (await provider.counts('connection')).byStatus.offline === 1);
});

test('a stream that is no longer wanted has its code asked for no more', async () => {
  const told = [];
  const lifetime = new AbortController();
  const source = withLive(jsonSource('http://127.0.0.1:9/network'), 'http://127.0.0.1:9/live');
  const interrupted = error => {
    told.push(error.message);
    lifetime.abort();
  };
  lifetime.abort();
  await source.watch(() => undefined, { signal: lifetime.signal, interrupted });
  assert.deepEqual(told, []);
});
