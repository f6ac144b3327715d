import assert from 'node:assert/strict';
import { test } from 'node:test';

import { localProvider } from '../../src/provider/local-provider.ts';
import { networkOf } from '../support/faulty-server.mjs';
import { failImport } from '../support/failing-import.mjs';

failImport('/pushed-changes.js', 1);

test('R14: changes that could not be taken, as the code for it did not arrive, are taken from the next load on', async t => {
  let push;
  const source = { load: async () => networkOf(2), watch: taker => (push = taker) };
  const provider = localProvider(source, { worker: 'never' });
  t.after(() => provider.dispose());
  provider.subscribe(() => undefined);
  const offline = async () => (await provider.counts('connection')).byStatus.offline;
  assert.equal(await offline(), 0);
  assert.equal(provider.state.status, 'stale');
  assert.match(provider.state.error.message, /The code did not arrive/);
  assert.equal(push, undefined);
  await provider.refresh();
  assert.deepEqual([provider.state.status, provider.state.error], ['ready', undefined]);
  const taken = new Promise(resolve => provider.subscribe(resolve));
  push({ stations: [{ id: 'S0', connection: 'offline' }] });
  await taken;
  assert.equal(await offline(), 1);
});
