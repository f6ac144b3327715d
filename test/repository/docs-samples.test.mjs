import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { test } from 'node:test';

import ts from 'typescript';

import * as library from '../../src/index.ts';
import { PAGES, blocksIn } from '../support/docs.mjs';

/** The block of code on a page that holds a text. */
function sampleOf(page, text, ...languages) {
  const [sample, ...others] = blocksIn(PAGES.get(page), ...languages).filter(code => code.includes(text));
  assert.deepEqual([typeof sample, others.length], ['string', 0], `${page}: ${text}`);
  return sample;
}

/**
 * Runs a sample as it stands on its page, with the source in place of the package.
 * @param given what a reader has, by name
 * @param result what is answered: a name of the sample's
 */
function run(sample, given = {}, result = 'undefined') {
  const imported = [...sample.matchAll(/^import \{ ([^}]*) \} from 'ev-widgets';$/gm)].flatMap(([, names]) =>
    names.split(', '),
  );
  const code = sample.replace(/^import .*;$/gm, '');
  const { outputText } = ts.transpileModule(code, { compilerOptions: { target: ts.ScriptTarget.ES2022 } });
  const known = { ...Object.fromEntries(imported.map(name => [name, library[name]])), ...given };
  return new Function(...Object.keys(known), `${outputText}\nreturn ${result};`)(...Object.values(known));
}

/** A page whose `ev-data-provider` takes the provider that a sample makes. */
function pageFor(t) {
  const element = {};
  t.after(() => element.provider?.dispose());
  return {
    element,
    document: { querySelector: selector => (selector === 'ev-data-provider' ? element : null) },
  };
}

const PLACE = { id: 'depot', latitude: 52.37, longitude: 4.9 };

/** Waits until a provider's counts are these. */
async function untilCounts(provider, dimension, expected) {
  const isSo = async () =>
    JSON.stringify((await provider.counts(dimension)).byStatus) === JSON.stringify(expected);
  await new Promise((resolve, reject) => {
    const look = () => isSo().then(yes => yes && resolve(), reject);
    provider.subscribe(look);
    void look();
  });
}

test('R23: the array of docs/data.md is a network', async t => {
  const { element, document } = pageFor(t);
  run(sampleOf('docs/data.md', 'Depot North', 'ts'), { document });
  assert.deepEqual((await element.provider.counts('connection')).byStatus, {
    online: 1,
    offline: 0,
    unknown: 1,
  });
  assert.deepEqual((await element.provider.counts('evse')).byStatus, {
    available: 0,
    charging: 1,
    faulted: 0,
    undefined: 0,
  });
});

test('R23: the source of README loads, and follows its changes', async t => {
  const { element, document } = pageFor(t);
  const station = { id: 'CS-1', connection: 'online' };
  let tell;
  const given = {
    document,
    fetchMyLocations: async signal =>
      signal instanceof AbortSignal ? [{ ...PLACE, stations: [station] }] : [],
    mySocket: {
      on: (name, take, { signal }) => signal instanceof AbortSignal && name === 'station' && (tell = take),
    },
  };
  run(sampleOf('README.md', 'fetchMyLocations', 'js'), given);
  await untilCounts(element.provider, 'connection', { online: 1, offline: 0, unknown: 0 });
  tell({ ...station, connection: 'offline' });
  await untilCounts(element.provider, 'connection', { online: 0, offline: 1, unknown: 0 });
});

test('R23: the source of the page for coding assistants loads, follows its socket, and closes it', async t => {
  const { element, document } = pageFor(t);
  const station = { id: 'CS-1', connection: 'online' };
  const sockets = [];
  class WebSocket {
    constructor(url) {
      sockets.push(Object.assign(this, { url, isOpen: true }));
    }
    close() {
      this.isOpen = false;
    }
  }
  const fetch = async () => Response.json({ locations: [{ ...PLACE, stations: [station] }] });
  run(sampleOf('docs/coding-assistants.md', 'StationSource', 'ts'), { document, WebSocket, fetch });
  await untilCounts(element.provider, 'connection', { online: 1, offline: 0, unknown: 0 });
  assert.equal(sockets.length, 1);
  sockets[0].onmessage({ data: JSON.stringify({ stations: [{ id: 'CS-1', connection: 'offline' }] }) });
  await untilCounts(element.provider, 'connection', { online: 0, offline: 1, unknown: 0 });
  element.provider.dispose();
  assert.equal(sockets[0].isOpen, false);
});

/** A server that notes what it is asked, and answers each path with JSON. */
async function serverOf(t, answers) {
  const asked = [];
  const server = createServer((request, response) => {
    asked.push({ url: request.url, authorization: request.headers.authorization });
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answers(new URL(request.url, 'http://localhost').pathname) ?? null));
  }).listen(0, 'localhost');
  await once(server, 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: `http://localhost:${server.address().port}`, asked };
}

test('the headers of docs/data.md go with a request, with the token of the moment', async t => {
  const { origin, asked } = await serverOf(t, () => ({ locations: [] }));
  const sample = sampleOf('docs/data.md', "jsonSource('/api/network'", 'js').replace(
    '/api/network',
    `${origin}/api/network`,
  );
  const source = run(sample, { jsonSource: library.jsonSource, currentToken: async () => 'abc' }, 'source');
  await source.load({ signal: new AbortController().signal });
  assert.deepEqual(asked, [{ url: '/api/network', authorization: 'Bearer abc' }]);
});

test('the provider of docs/protocol.md asks its server, with the token of the moment', async t => {
  const counts = { total: 1, byStatus: { online: 1, offline: 0, unknown: 0 } };
  const { origin, asked } = await serverOf(t, path =>
    path.endsWith('/state') ? { version: '1', now: 0, asOf: 0, leftOut: 0 } : counts,
  );
  const sample = sampleOf('docs/protocol.md', "remoteProvider('/fleet/'", 'ts').replace(
    '/fleet/',
    `${origin}/fleet/`,
  );
  const provider = run(sample, { currentToken: async () => 'abc' }, 'provider');
  t.after(() => provider.dispose());
  assert.deepEqual(await provider.counts('connection'), counts);
  assert.ok(asked.some(({ url }) => url === '/fleet/counts/connection'));
  assert.deepEqual([...new Set(asked.map(({ authorization }) => authorization))], ['Bearer abc']);
});

test('the change of docs/data.md is that of the message that it is made of', () => {
  const pushed = [];
  const given = {
    push: change => pushed.push(change),
    stationId: 'CS-1',
    action: 'StatusNotification',
    payload: { connectorId: 1, status: 'Charging', errorCode: 'NoError' },
  };
  run(sampleOf('docs/data.md', 'ocppChange(stationId', 'js'), given);
  const [{ asOf, stations }] = pushed;
  assert.ok(Math.abs(asOf - Date.now()) < 60_000);
  assert.deepEqual(stations[0].evses, [
    { id: '1', status: null, connectors: [{ id: '1', status: 'Charging' }] },
  ]);
});

test("R21: the overview's state of docs/embedding.md survives the page's URL", () => {
  const state = { hidden: { evse: ['available'] }, maps: {}, scope: { country: ['NL'] } };
  const location = { hash: `#${encodeURIComponent(JSON.stringify(state))}` };
  const history = { replaceState: (_state, _title, hash) => (location.hash = hash) };
  const overview = new EventTarget();
  const sample = sampleOf('docs/embedding.md', 'ev-state-change', 'js');
  run(sample, { overview, history, location });
  assert.deepEqual(overview.state, state);
  const next = { hidden: {}, maps: { evse: { center: [4, 52], zoom: 6 } } };
  overview.dispatchEvent(new library.StateChangeEvent(next));
  run(sample, { overview, history, location });
  assert.deepEqual(overview.state, next);
});
