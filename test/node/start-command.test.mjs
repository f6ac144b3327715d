import assert from 'node:assert/strict';
import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { openFeed } from '../../examples/portal/server/file-network.mjs';
import { edgeCaseNetwork } from '../support/edge-cases.mjs';
import { runStart, temporaryFolder } from '../support/portal.mjs';

const isRunning = ({ stdout }) => stdout.includes('http://localhost:');

async function listening(t, handler) {
  const server = createServer(handler);
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  return server.address().port;
}

/** A run that fails says so in one line that names everything in `mentions`, prints nothing else and builds nothing. */
async function assertOneLine(given, mentions) {
  const { status, stdout, stderr } = await runStart(given);
  assert.deepEqual([status, stdout], [1, ''], stderr);
  assert.equal(stderr.trimEnd().split('\n').length, 1, stderr);
  for (const mention of mentions) assert.ok(stderr.includes(mention), `${mention} is not in: ${stderr}`);
}

test('a feed that cannot be used ends the start in one line: which, what was found, what was expected', async t => {
  const folder = await temporaryFolder(t);
  const files = [
    ['empty.json', '', 'found nothing, 0 bytes'],
    ['text.json', 'hello\nworld', 'found no JSON'],
    ['cut.json', '{"locations": [', 'found no JSON'],
    ['cut.json.gz', gzipSync('[]').subarray(0, 15), 'found gzip that cannot be unpacked'],
    ['object.json', '{"name": "x"}', 'found an object of name'],
    ['nothing.json', '{}', 'found an empty object'],
    ['number.json', '42', 'found 42'],
    ['null.json', 'null', 'found null'],
    ['numbers.json', '[1, 2]', 'found 2 records, none with the coordinates'],
    ['bad-locations.json', '{"locations": 3}', 'found an object of locations'],
    ['no-location.json', '{"locations": []}', 'found no location in it'],
    ['no-ocpi-location.json', '{"data": []}', 'found no location in it'],
    ['rows.csv', 'id,name\n1,x\n', 'found no JSON'],
  ];
  for (const [name, content, found] of files) {
    const path = join(folder, name);
    await writeFile(path, content);
    await assertOneLine([path], [path, found, 'expected']);
  }
  await mkdir(join(folder, 'folder'));
  await assertOneLine([join(folder, 'folder')], ['folder', 'found a directory', 'expected a readable file']);
  await assertOneLine(
    [join(folder, 'none.json')],
    ['none.json', 'found no such file', 'expected a readable file'],
  );
});

test('a URL that cannot be used ends the start in one line', async t => {
  const port = await listening(t, (request, response) => {
    response.statusCode = request.url === '/page' ? 200 : 503;
    response.end('<!doctype html>');
  });
  await assertOneLine(
    [`http://127.0.0.1:${port}/busy`],
    ['/busy', 'found HTTP 503 Service Unavailable', 'expected HTTP 200'],
  );
  await assertOneLine(
    [`http://127.0.0.1:${port}/page`],
    ['/page', 'found no JSON', 'expected NetworkSnapshot JSON'],
  );
  await assertOneLine(['http://127.0.0.1:1/'], ['http://127.0.0.1:1/', 'cannot be fetched', 'expected']);
});

test('an option that is not understood ends the start in one line', async () => {
  const cases = [
    [['--colour'], ["'--colour'", 'expected [FEED] [--port N]']],
    [['--port'], ["'--port", 'expected [FEED] [--port N]']],
    [['--no-build=yes'], ["'--no-build'", 'expected [FEED] [--port N]']],
    [
      ['a', 'b'],
      ['2 feeds (a, b)', 'expected one'],
    ],
    ...['http', '', '-1', '65536', '80.5', '1e3'].map(port => [
      [`--port=${port}`],
      [`--port is "${port}"`, 'from 0 to 65535'],
    ]),
  ];
  for (const [given, mentions] of cases) await assertOneLine(given, mentions);
});

test('--help says what can be given', async () => {
  const { status, stdout, stderr } = await runStart(['--help']);
  assert.deepEqual([status, stderr], [0, '']);
  for (const word of ['FEED', '--port N', '--no-build', '--help']) assert.ok(stdout.includes(word), word);
});

test('a port that is asked for and taken ends the start; without asking, the next free one is found', async t => {
  const feed = join(await temporaryFolder(t), 'feed.json');
  await writeFile(
    feed,
    JSON.stringify({ locations: [{ id: 'a', latitude: 1, longitude: 1, stations: [] }] }),
  );
  const taken = await listening(t);
  await assertOneLine(
    [feed, '--no-build', '--port', String(taken)],
    [`port ${taken} is taken`, 'expected a free one'],
  );

  const usual = createServer();
  await new Promise(resolve => usual.once('error', resolve).listen(4173, '127.0.0.1', resolve));
  t.after(() => usual.close());
  const { stdout } = await runStart([feed, '--no-build'], { until: isRunning });
  const [, port] = /^feed\.json: http:\/\/localhost:(\d+)\/\n$/.exec(stdout);
  assert.ok(Number(port) > 4173, port);
});

test('without a feed the sample network is served', async () => {
  const { stdout } = await runStart(['--no-build', '--port', '0'], { until: isRunning });
  assert.match(stdout, /^Halyard Charge Network: http:\/\/localhost:\d+\/\n$/);
});

const real = name => fileURLToPath(new URL(`../../../shared/data/${name}`, import.meta.url));
const isThere = name =>
  access(real(name)).then(
    () => true,
    () => false,
  );

test('a real OCPI response is recognised', async t => {
  const name = 'ocpi-locations-breda.json.gz';
  if (!(await isThere(name))) return t.skip(`${name} is absent: NOT tested with a real feed`);
  const network = await openFeed(real(name));
  assert.equal(network.format, 'ocpi');
  assert.equal((await network.details())('station', 'NL*UB2*E92').record.evses.length, 2);
});

test('the real edge cases make a feed that is served with its bad values as they are', async t => {
  if (!(await isThere('edge-cases.csv')))
    return t.skip('edge-cases.csv is absent: NOT tested with real bad rows');
  const edgeCases = edgeCaseNetwork(await readFile(real('edge-cases.csv'), 'utf8'));
  const feed = join(await temporaryFolder(t), 'edge-cases.json');
  await writeFile(feed, JSON.stringify(edgeCases));
  const network = await openFeed(feed);
  assert.equal(network.format, 'network');
  const find = await network.details();
  assert.equal(find('location', 'ocm:176147').record.name, 'ביג, אילת Supercharger');
  assert.equal('latitude' in find('location', '.').record, false);
  assert.equal(find('station', 'nl:utrecht:605c78ca328c19d48ac2c5b4').record.evses.length, 124);
});
