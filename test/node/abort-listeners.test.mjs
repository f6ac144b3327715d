import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { test } from 'node:test';

import { LAST_MESSAGE_BUCKETS } from '../../src/model/last-message.ts';
import { localProvider } from '../../src/provider/local-provider.ts';
import { remoteProvider } from '../../src/provider/remote-provider.ts';
import { WorkerEngine } from '../../src/provider/worker/worker-engine.ts';
import { json, networkOf, startServer } from '../support/faulty-server.mjs';

/** More than Node lets listen to one signal without a warning. */
const MANY = 20;

/** What Node warns of from now on. */
function warnings(t) {
  const warned = [];
  const note = ({ message }) => warned.push(message);
  process.on('warning', note);
  t.after(() => process.off('warning', note));
  return warned;
}

test('many questions at once to a provider in the tab have nobody warned of listeners', async t => {
  const warned = warnings(t);
  const provider = localProvider({ load: async () => networkOf(3) }, { worker: 'never' });
  t.after(() => provider.dispose());
  const answers = await Promise.all(Array.from({ length: MANY }, () => provider.counts('connection')));
  assert.deepEqual(new Set(answers.map(({ total }) => total)), new Set([3]));
  await setImmediate();
  assert.deepEqual(warned, []);
});

test('many questions at once to a server, before its code has come, have nobody warned of listeners', async t => {
  const warned = warnings(t);
  const { origin } = await startServer(t, ({ url }, answer) =>
    json(
      answer,
      url.includes('counts') ? { total: 3, byStatus: { online: 3 } } : { version: '1', now: 0, leftOut: 0 },
    ),
  );
  const provider = remoteProvider(origin);
  t.after(() => provider.dispose());
  const answers = await Promise.all(Array.from({ length: MANY }, () => provider.counts('connection')));
  assert.deepEqual(new Set(answers.map(({ total }) => total)), new Set([3]));
  await setImmediate();
  assert.deepEqual(warned, []);
});

test('what a worker has answered listens to no signal any more, however often one is used', async () => {
  const worker = {
    postMessage({ calls = [] }) {
      for (const { id, method } of calls) {
        const answer =
          method === 'fetch' ? { value: { asksHeaders: true } } : { error: new Error('Refused.') };
        queueMicrotask(() => worker.onmessage({ data: { id, ...answer } }));
      }
    },
    terminate: () => undefined,
  };
  const rules = { missedHeartbeats: 3, lastMessageBuckets: LAST_MESSAGE_BUCKETS };
  const engine = new WorkerEngine(
    worker,
    rules,
    () => Promise.reject(new Error()),
    () => undefined,
  );
  worker.onmessage({ data: { ready: true } });
  const { signal } = new AbortController();
  const answers = [engine.call('fetch', {}, 0, signal), engine.call('proceed', {}, signal)];
  assert.equal(getEventListeners(signal, 'abort').length, 2);
  assert.deepEqual(
    (await Promise.allSettled(answers)).map(({ status }) => status),
    ['fulfilled', 'rejected'],
  );
  assert.deepEqual(getEventListeners(signal, 'abort'), []);
  engine.dispose();
});
