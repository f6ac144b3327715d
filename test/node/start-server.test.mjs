import assert from 'node:assert/strict';
import { readFile, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';

import { openFeed } from '../../examples/portal/server/file-network.mjs';
import { openSample } from '../../examples/portal/server/sample-network.mjs';
import { ask, serve, temporaryFolder } from '../support/portal.mjs';

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; worker-src 'self'; " +
  "img-src 'self' data: blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

const EVSE = { uid: '7', evse_id: 'NL*ABC*E1*1', status: 'AVAILABLE', last_updated: '2026-06-07T10:00:00Z' };
const OCPI = [
  {
    country_code: 'NL',
    party_id: 'ABC',
    id: '1',
    name: '<b>Dock & "Quay"</b>',
    coordinates: { latitude: '52.1', longitude: '5.1' },
    evses: [EVSE],
  },
];
const NETWORK = {
  asOf: 1_780_000_000_000,
  locations: [
    {
      id: 'a/b',
      name: 'A',
      latitude: 52,
      longitude: 5,
      stations: [{ id: 'S 1', lastMessageAt: 1_780_000_000_000 }],
    },
  ],
};

async function feedFile(t, content, name = 'feed.json') {
  const path = join(await temporaryFolder(t), name);
  await writeFile(path, content);
  return path;
}

const jsonOf = ({ body }) => JSON.parse(body);

test('R24: every answer forbids the page to load from or ask any other host', async t => {
  const port = await serve(t, openSample());
  const paths = [
    '/',
    '/page/portal.js',
    '/data/network.json',
    '/data/config.json',
    '/locations/HAL-NL-00001',
    '/nothing',
    '/%zz',
  ];
  for (const path of paths) {
    const { headers } = await ask(port, path);
    assert.equal(headers['content-security-policy'], POLICY, path);
    assert.equal(headers['x-content-type-options'], 'nosniff', path);
  }
});

test('the page and its files are served with their types', async t => {
  const port = await serve(t, openSample());
  const cases = [
    ['/', 'text/html; charset=utf-8'],
    ['/page/portal.js', 'text/javascript; charset=utf-8'],
    ['/page/portal.css', 'text/css; charset=utf-8'],
    ['/page/icon.svg', 'image/svg+xml'],
    ['/data/config.json', 'application/json; charset=utf-8'],
  ];
  for (const [path, type] of cases) {
    const { status, headers, body } = await ask(port, path);
    assert.deepEqual([status, headers['content-type']], [200, type], path);
    const head = await ask(port, path, { method: 'HEAD' });
    assert.deepEqual(
      [head.status, head.headers['content-length'], head.body.length],
      [200, String(body.length), 0],
      path,
    );
    const again = await ask(port, path, { headers: { 'If-None-Match': headers.etag } });
    assert.deepEqual([again.status, again.body.length], [304, 0], path);
  }
});

test('what is not there, is a folder or lies outside is not found', async t => {
  const port = await serve(t, openSample());
  const paths = [
    '/nothing',
    '/page/',
    '/page',
    '/dist/cdn/',
    '/page/../index.html',
    '/page/..%2findex.html',
    '/page/%2e%2e/%2e%2e/%2e%2e/package.json',
    '/dist/cdn/..%2f..%2fpackage.json',
    '/page/..%5cindex.html',
    '/page/portal.css%00.js',
    '//etc/hostname',
    '/server/handler.mjs',
    '/locations/none',
    '/stations/none',
  ];
  for (const path of paths) assert.equal((await ask(port, path)).status, 404, path);
  assert.equal((await ask(port, '/stations/%zz')).status, 400);
});

test('any method but GET and HEAD is refused', async t => {
  const port = await serve(t, openSample());
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
    const { status, headers } = await ask(port, '/data/network.json', { method });
    assert.deepEqual([status, headers.allow], [405, 'GET, HEAD'], method);
  }
});

test('the sample is a live network whose snapshot says when it was true, gzipped where that is accepted', async t => {
  const now = Date.UTC(2026, 5, 10, 8);
  const port = await serve(t, openSample({ clock: () => now }));
  assert.deepEqual(jsonOf(await ask(port, '/data/config.json')), {
    title: 'Halyard Charge Network',
    format: 'network',
    live: true,
  });
  const plain = await ask(port, '/data/network.json');
  assert.equal(jsonOf(plain).asOf, now);
  assert.equal(plain.headers.date, new Date(now).toUTCString());
  assert.equal(plain.headers['cache-control'], 'no-cache');
  for (const [accepted, coding] of [
    ['gzip, deflate, br', 'gzip'],
    ['deflate, gzip;q=0.5', 'gzip'],
    ['*', 'gzip'],
    ['gzip;q=0, br', undefined],
    ['br', undefined],
  ]) {
    const { headers, body } = await ask(port, '/data/network.json', {
      headers: { 'Accept-Encoding': accepted },
    });
    assert.equal(headers['content-encoding'], coding, accepted);
    assert.ok(plain.body.equals(coding ? gunzipSync(body) : body), accepted);
  }
});

test('a feed is told by its content, plain or gzipped, and is not live', async t => {
  const cases = [
    ['network', NETWORK],
    ['ocpi', OCPI],
    ['ocpi', { data: OCPI, timestamp: '2026-06-07T10:00:00Z' }],
  ];
  for (const [format, content] of cases) {
    const text = Buffer.from(JSON.stringify(content));
    for (const bytes of [text, gzipSync(text)]) {
      const port = await serve(t, await openFeed(await feedFile(t, bytes, 'feed.txt')));
      assert.deepEqual(jsonOf(await ask(port, '/data/config.json')), {
        title: 'feed.txt',
        format,
        live: false,
      });
      assert.ok((await ask(port, '/data/network.json')).body.equals(text));
      assert.equal((await ask(port, '/data/changes')).status, 404);
    }
  }
});

test('a gzipped feed is passed on as it is to who accepts gzip', async t => {
  const bytes = gzipSync(JSON.stringify(NETWORK));
  const port = await serve(t, await openFeed(await feedFile(t, bytes)));
  const { headers, body } = await ask(port, '/data/network.json', { headers: { 'Accept-Encoding': 'gzip' } });
  assert.equal(headers['content-encoding'], 'gzip');
  assert.ok(body.equals(bytes));
});

test('a file carries no HTTP Date, so that its newest last_updated is when it was true', async t => {
  const port = await serve(t, await openFeed(await feedFile(t, JSON.stringify(OCPI))));
  assert.equal('date' in (await ask(port, '/data/network.json')).headers, false);
});

test('R12: a file that changed is read again, and while it cannot be read that is told', async t => {
  const path = await feedFile(t, JSON.stringify(NETWORK));
  const port = await serve(t, await openFeed(path));
  const { headers } = await ask(port, '/data/network.json');
  const same = await ask(port, '/data/network.json', { headers: { 'If-None-Match': headers.etag } });
  assert.equal(same.status, 304);

  await writeFile(path, JSON.stringify({ ...NETWORK, asOf: 1_780_000_000_001 }));
  await utimes(path, 1, 1);
  const newer = await ask(port, '/data/network.json', { headers: { 'If-None-Match': headers.etag } });
  assert.deepEqual([newer.status, jsonOf(newer).asOf], [200, 1_780_000_000_001]);

  await writeFile(path, '{');
  const broken = await ask(port, '/data/network.json');
  assert.equal(broken.status, 502);
  assert.match(
    broken.body.toString(),
    /^feed ".*feed\.json": found no JSON .*; expected NetworkSnapshot JSON .*\n$/,
  );
});

test('R12: a URL is fetched for each request, and its HTTP Date is passed on', async t => {
  let asOf = 1;
  const upstream = createServer((request, response) => {
    response.setHeader('Date', new Date(asOf * 1000).toUTCString());
    response.end(gzipSync(JSON.stringify({ ...NETWORK, asOf: asOf++ })));
  });
  await new Promise(resolve => upstream.listen(0, '127.0.0.1', resolve));
  t.after(() => upstream.close());
  const network = await openFeed(`http://127.0.0.1:${upstream.address().port}/chargers.json?key=secret`);
  const port = await serve(t, network);
  for (const expected of [2, 3]) {
    const snapshot = await ask(port, '/data/network.json');
    assert.equal(jsonOf(snapshot).asOf, expected);
    assert.equal(snapshot.headers.date, new Date(expected * 1000).toUTCString());
  }
  assert.equal(network.title, 'chargers.json');
});

test('R18: the links of locations and stations lead to pages that show the record', async t => {
  const cases = [
    [NETWORK, '/locations/a%2Fb', '<h1>A</h1>', '/stations/S%201'],
    [NETWORK, '/stations/S%201', '<h1>S 1</h1>', '/locations/a%2Fb'],
    [OCPI, '/locations/NL*ABC*1', '<dd>AVAILABLE</dd>', '/stations/NL*ABC*E1'],
    [OCPI, '/stations/NL*ABC*E1', '<h1>NL*ABC*E1</h1>', '/locations/NL*ABC*1'],
    [OCPI, '/stations/NL*ABC*1%2FNL*ABC*E1', '<dd>AVAILABLE</dd>', '/locations/NL*ABC*1'],
  ];
  for (const [content, path, shown, link] of cases) {
    const port = await serve(t, await openFeed(await feedFile(t, JSON.stringify(content))));
    const { status, headers, body } = await ask(port, path);
    assert.deepEqual([status, headers['content-type']], [200, 'text/html; charset=utf-8'], path);
    assert.ok(body.includes(shown) && body.includes(`<a href="${link}">`), body.toString());
  }
});

test('text from data is text on a details page, never markup', async t => {
  const port = await serve(t, await openFeed(await feedFile(t, JSON.stringify(OCPI))));
  const { body } = await ask(port, '/locations/NL*ABC*1');
  assert.ok(body.includes('<h1>&lt;b&gt;Dock &amp; &quot;Quay&quot;&lt;/b&gt;</h1>'));
  assert.equal(body.includes('<b>'), false);
});

test('the page has one script of the library, and no script, style or handler of its own in the markup', async () => {
  const html = await readFile(new URL('../../examples/portal/index.html', import.meta.url), 'utf8');
  assert.equal(html.match(/\/dist\/cdn\/ev-widgets\.js/g).length, 1);
  assert.doesNotMatch(html, /<style|\sstyle=|\son\w+=|<script(?![^>]*src=)|https?:/);
});
