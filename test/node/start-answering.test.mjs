import assert from 'node:assert/strict';
import { test } from 'node:test';

import { startAnsweringServer } from '../../examples/portal/server/answering-server.mjs';
import { readArguments } from '../../examples/portal/server/arguments.mjs';
import { json, networkOf, startServer } from '../support/faulty-server.mjs';
import { ask, serve } from '../support/portal.mjs';

test('a portal whose questions a server answers passes them on, and has its page ask there', async t => {
  const { origin, requests } = await startServer(t, (request, answer) => {
    if (request.url === '/api/gone') answer.socket.destroy();
    else json(answer, { total: 7 }, { ETag: '"1"', 'X-Own': 'yes' });
  });
  const port = await serve(t, { title: 'A network', format: 'ocpi', answers: origin });
  const { body } = await ask(port, '/data/config.json');
  assert.deepEqual(JSON.parse(body), { title: 'A network', format: 'remote', live: false, src: '/api/' });
  const answer = await ask(port, '/api/counts/evse?scope=%7B%7D', { headers: { 'If-None-Match': '"0"' } });
  assert.deepEqual([answer.status, answer.headers.etag, JSON.parse(answer.body)], [200, '"1"', { total: 7 }]);
  assert.match(answer.headers['content-security-policy'], /default-src 'none'/);
  assert.equal(requests[0].url, '/api/counts/evse?scope=%7B%7D');
  assert.equal(requests[0].headers['if-none-match'], '"0"');
  assert.equal((await ask(port, '/api/gone')).status, 502);
  assert.equal((await ask(port, '/api/changes', { method: 'POST' })).status, 405);
});

test('a stream is passed on as it comes, and ended with the page', async t => {
  let end;
  const ended = new Promise(resolve => (end = resolve));
  const { origin } = await startServer(t, (_, answer) => {
    answer.writeHead(200, { 'Content-Type': 'text/event-stream' }).write('data: 1\n\n');
    answer.on('close', end);
  });
  const port = await serve(t, { title: 'A network', format: 'network', answers: origin });
  const page = new AbortController();
  const response = await fetch(`http://127.0.0.1:${port}/api/changes`, { signal: page.signal });
  const { value } = await response.body.getReader().read();
  assert.equal(new TextDecoder().decode(value), 'data: 1\n\n');
  page.abort();
  await ended;
});

test('a database is named only for a server that answers', () => {
  assert.throws(
    () => readArguments(['--database', 'postgres://localhost']),
    /--database is given without --server/,
  );
  const given = readArguments(['--server', '--database', 'postgres://localhost']);
  assert.deepEqual([given.server, given.database], [true, 'postgres://localhost']);
});

test('a portal has ev-widgets-server answer from the feed that it follows, until it is closed', async t => {
  const { origin: feed } = await startServer(t, (_, answer) => json(answer, networkOf(3)));
  const answering = await startAnsweringServer();
  await answering.follow(`${feed}/network.json`, 'network');
  const stream = await fetch(`${answering.origin}/api/changes`);
  const counts = await (await fetch(`${answering.origin}/api/counts/connection`)).json();
  assert.deepEqual(counts, { total: 3, byStatus: { online: 3, offline: 0, unknown: 0 } });
  await answering.close();
  // The stream ends with it, and nobody listens any more.
  assert.match(await stream.text(), /^data: \{/);
  await assert.rejects(fetch(`${answering.origin}/api/state`));
});
