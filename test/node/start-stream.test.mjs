import assert from 'node:assert/strict';
import { once } from 'node:events';
import { get } from 'node:http';
import { test } from 'node:test';

import { openSample } from '../../examples/portal/server/sample-network.mjs';
import { applyChange } from '../support/apply-change.mjs';
import { ask, serve } from '../support/portal.mjs';

/** Listens to the stream: `next()` gives one event after the other, `leave()` hangs up. */
async function listenTo(port, headers = {}) {
  const asked = get({ host: '127.0.0.1', port, path: '/data/changes', headers, agent: false });
  const [answer] = await once(asked, 'response');
  const chunks = answer.setEncoding('utf8')[Symbol.asyncIterator]();
  let text = '';
  const nextBlock = async () => {
    while (!text.includes('\n\n')) text += (await chunks.next()).value;
    const end = text.indexOf('\n\n');
    const block = text.slice(0, end);
    text = text.slice(end + 2);
    return Object.fromEntries(block.split('\n').map(line => /^(\w*): (.*)$/s.exec(line).slice(1)));
  };
  const next = async () => {
    const { id, data } = await nextBlock();
    return { id, change: JSON.parse(data) };
  };
  return { answer, nextBlock, next, leave: () => asked.destroy() };
}

/** The snapshot, but for its history, which no change carries. */
async function snapshotOf(port) {
  const { history, ...snapshot } = JSON.parse((await ask(port, '/data/network.json')).body);
  assert.equal(history.length, 288);
  return snapshot;
}

/** A clock that a test sets forward. */
function createClock() {
  const clock = () => clock.now;
  clock.now = Date.UTC(2026, 5, 10, 8);
  return clock;
}

test('the stream says how to come back, and each change is an event with its moment as ID', async t => {
  const clock = createClock();
  const port = await serve(t, openSample({ clock, every: 5 }));
  const stream = await listenTo(port);
  t.after(stream.leave);
  assert.equal(stream.answer.headers['content-type'], 'text/event-stream');
  assert.deepEqual(await stream.nextBlock(), { retry: '2000' });
  await stream.next();
  clock.now += 60_000;
  const { id, change } = await stream.next();
  assert.equal(id, String(clock.now));
  assert.equal(change.asOf, clock.now);
  assert.ok(change.stations.length > 0);
});

test('a page that loads the snapshot and then listens is where the server is', async t => {
  const clock = createClock();
  const sample = openSample({ clock, every: 5 });
  const port = await serve(t, sample);
  clock.now += 3_600_000;
  const page = await snapshotOf(port);
  clock.now += 20_000;
  // Another page looks meanwhile: what happened up to here is in its snapshot only.
  await snapshotOf(port);
  const stream = await listenTo(port);
  await stream.nextBlock();
  applyChange(page, (await stream.next()).change);
  clock.now += 60_000;
  applyChange(page, (await stream.next()).change);
  stream.leave();
  assert.equal(page.asOf, clock.now);
  assert.deepEqual(page, await snapshotOf(port));
});

test('every listener is sent the same changes, and a snapshot that is read meanwhile takes none away', async t => {
  const clock = createClock();
  const port = await serve(t, openSample({ clock, every: 5 }));
  const streams = [await listenTo(port), await listenTo(port)];
  for (const stream of streams) {
    t.after(stream.leave);
    await stream.nextBlock();
    await stream.next();
  }
  clock.now += 60_000;
  await snapshotOf(port);
  const [one, other] = [await streams[0].next(), await streams[1].next()];
  assert.ok(one.change.stations.length > 0);
  assert.deepEqual(one, other);
});

test('a listener that comes back with its last event ID gets what it missed', async t => {
  const clock = createClock();
  const port = await serve(t, openSample({ clock, every: 5 }));
  const page = await snapshotOf(port);
  const stream = await listenTo(port);
  await stream.nextBlock();
  const { id, change } = await stream.next();
  applyChange(page, change);
  stream.leave();
  clock.now += 7_200_000;
  const again = await listenTo(port, { 'Last-Event-ID': id });
  t.after(again.leave);
  await again.nextBlock();
  applyChange(page, (await again.next()).change);
  assert.deepEqual(page, await snapshotOf(port));
});

test('no timer runs when the last listener has left, and the network catches up when somebody looks', async t => {
  const started = t.mock.method(globalThis, 'setInterval');
  const ended = t.mock.method(globalThis, 'clearInterval');
  const clock = createClock();
  const sample = openSample({ clock, every: 5 });
  const port = await serve(t, sample);
  assert.equal(started.mock.callCount(), 0);
  const stream = await listenTo(port);
  await stream.nextBlock();
  const timers = started.mock.calls.map(({ result }) => result);
  assert.equal(timers.length, 2);
  stream.leave();
  while (sample.live.listeners() > 0) await new Promise(setImmediate);
  const cleared = ended.mock.calls.map(({ arguments: [timer] }) => timer);
  assert.ok(timers.every(timer => cleared.includes(timer)));
  clock.now += 3_600_000;
  assert.equal((await snapshotOf(port)).asOf, clock.now);
});
