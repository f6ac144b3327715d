import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';

import { chromium } from 'playwright-core';

import { ensureChromium, WITHOUT_OWN_PAGES } from '../../scripts/chromium.mjs';

const NETWORK = JSON.stringify({
  asOf: '2026-06-07T12:00:00Z',
  locations: [{ id: 'l', latitude: 52, longitude: 5, stations: [{ id: 'a' }, { id: 'b' }] }],
});
const ENGINE = '/ev-widgets/engine-worker.js';
const TYPES = { js: 'text/javascript', mjs: 'text/javascript', html: 'text/html', json: 'application/json' };

const built = path => readFileSync(new URL(path.replace('/ev-widgets/', '../../dist/cdn/'), import.meta.url));
const misdeeds = readFileSync(new URL('../support/workers/misdeeds.js', import.meta.url), 'utf8');

let browser;
before(async () => {
  browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: ['--no-sandbox', WITHOUT_OWN_PAGES],
  });
});
after(() => browser.close());

/**
 * Serves the built library below `/ev-widgets/` for as long as a test runs.
 * @param answers what else it answers, by path: a text, or a function that is given the response
 * @param headers of every answer
 * @returns its origin, and the paths that it was asked for
 */
async function serve(t, answers = {}, headers = {}) {
  const asked = [];
  const server = createServer(({ url }, response) => {
    asked.push(url);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.setHeader('content-type', TYPES[url.split('.').at(-1)] ?? 'text/html');
    const answer = answers[url];
    if (typeof answer === 'function') answer(response);
    else if (answer !== undefined) response.end(answer);
    else if (url.startsWith('/ev-widgets/')) response.end(built(url));
    else response.writeHead(404).end();
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: `http://localhost:${server.address().port}`, asked };
}

/** A portal's page, which has the library from an origin and asks for a count. */
const pageOf = (library = '') => `<!doctype html><script type="module">
  import { jsonSource, localProvider } from '${library}/ev-widgets/ev-widgets.js';
  globalThis.provider = localProvider(jsonSource('/network.json'));
  globalThis.asked = provider.counts('connection').then(({ total }) => total);
</script>`;

const portal = (library, answers) => ({ '/': pageOf(library), '/network.json': NETWORK, ...answers });

/** Opens a page, whose timers run when the test says so; returns it, and what its console is warned of. */
async function open(t, url) {
  const page = await browser.newPage();
  t.after(() => page.close());
  const warnings = [];
  page.on('console', message => {
    if (message.type() === 'warning' && message.text().startsWith('ev-widgets'))
      warnings.push(message.text());
  });
  await page.clock.install();
  // How many messages workers have posted.
  await page.addInitScript(() => {
    globalThis.heard = 0;
    globalThis.Worker = class extends globalThis.Worker {
      constructor(...given) {
        super(...given);
        this.addEventListener('message', () => globalThis.heard++);
      }
    };
  });
  await page.goto(url);
  return { page, warnings };
}

/** What a page counts, and where its engine runs. */
const outcome = async page => {
  await page.waitForFunction(() => 'asked' in globalThis);
  return page.evaluate(async () => ({
    total: await globalThis.asked,
    engine: globalThis.provider.state.engine,
  }));
};

test('R23: a page that serves the library itself has its engine in a worker, and a console that is clean', async t => {
  const { origin } = await serve(t, portal());
  const { page, warnings } = await open(t, origin);
  assert.deepEqual(await outcome(page), { total: 2, engine: 'worker' });
  assert.deepEqual(warnings, []);
});

const FAULTS = [
  ['is missing', response => response.writeHead(404).end()],
  [
    'is answered with a page',
    response => response.setHeader('content-type', 'text/html').end('<p>Portal</p>'),
  ],
  ['fails', "throw new Error('Too old.');"],
];
for (const [fault, answer] of FAULTS) {
  test(`R23: where the worker’s file ${fault}, the engine runs in the tab, and the console says so once`, async t => {
    const { origin } = await serve(t, portal('', { [ENGINE]: answer }));
    const { page, warnings } = await open(t, origin);
    assert.deepEqual(await outcome(page), { total: 2, engine: 'tab' });
    assert.equal(warnings.length, 1);
    assert.ok(warnings[0].includes(`${origin}${ENGINE} did not start`), warnings[0]);
  });
}

test('R23: where the worker’s file is empty, the engine runs in the tab after 10 seconds', async t => {
  const { origin, asked } = await serve(t, portal('', { [ENGINE]: '' }));
  const { page, warnings } = await open(t, origin);
  await page.waitForFunction(() => 'asked' in globalThis);
  while (!asked.includes(ENGINE)) await page.waitForResponse(`${origin}${ENGINE}`);
  await page.clock.runFor(10_000);
  assert.deepEqual(await outcome(page), { total: 2, engine: 'tab' });
  assert.equal(warnings.length, 1);
  assert.match(warnings[0], /it was silent for 10 seconds/);
});

// Where else workers run is in strict-pages.test.mjs.
test('R23: from another origin with CORS, the worker that imports the engine’s file fetches it once', async t => {
  const cdn = await serve(t, {}, { 'access-control-allow-origin': '*' });
  const { origin } = await serve(t, portal(cdn.origin));
  const { page, warnings } = await open(t, origin);
  assert.deepEqual(await outcome(page), { total: 2, engine: 'worker' });
  assert.deepEqual(warnings, []);
  assert.equal(cdn.asked.filter(path => path === ENGINE).length, 1);
});

test('R23: from another origin that shares its script and not its worker, the engine runs in the tab', async t => {
  const share = path => response => response.setHeader('access-control-allow-origin', '*').end(built(path));
  const withoutWorker = new Proxy({}, { get: (_, path) => (path === ENGINE ? undefined : share(path)) });
  const cdn = await serve(t, withoutWorker);
  const { origin } = await serve(t, portal(cdn.origin));
  const { page, warnings } = await open(t, origin);
  assert.deepEqual(await outcome(page), { total: 2, engine: 'tab' });
  assert.equal(warnings.length, 1);
});

test('a worker that hangs is replaced after 30 seconds, and the feed is fetched again', async t => {
  let workers = 0;
  const engine = response => response.end(workers++ === 0 ? misdeeds + built(ENGINE) : built(ENGINE));
  const { origin, asked } = await serve(t, portal('', { [ENGINE]: engine }), { 'cache-control': 'no-store' });
  const { page, warnings } = await open(t, origin);
  assert.deepEqual(await outcome(page), { total: 2, engine: 'worker' });
  await page.evaluate(() => {
    globalThis.asked = globalThis.provider.location('hang').then(found => ({ found }));
  });
  await page.clock.runFor(30_000);
  assert.deepEqual(await page.evaluate(() => globalThis.asked), { found: undefined });
  assert.equal(asked.filter(path => path === '/network.json').length, 2);
  assert.deepEqual(warnings, ["ev-widgets: The engine's worker stopped (it was silent for 30 seconds)."]);
  assert.equal(await page.evaluate(() => globalThis.provider.state.status), 'ready');
});

test('a worker that waits minutes for a slow server is not taken for dead', async t => {
  let answer;
  const network = response => (answer = () => response.end(NETWORK));
  const { origin, asked } = await serve(t, portal('', { '/network.json': network }));
  const { page, warnings } = await open(t, origin);
  await page.waitForFunction(() => globalThis.heard > 0);
  for (let round = 0; round < 24; round++) {
    const heard = await page.evaluate(() => globalThis.heard);
    await page.clock.runFor(5000);
    await page.waitForFunction(before => globalThis.heard > before, heard, { polling: 10 });
  }
  answer();
  assert.deepEqual(await outcome(page), { total: 2, engine: 'worker' });
  assert.deepEqual(warnings, []);
  assert.equal(asked.filter(path => path === ENGINE).length, 1);
});
