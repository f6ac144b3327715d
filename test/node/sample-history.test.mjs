import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createDay } from '../../examples/portal/sample/day.mjs';
import { countStations } from '../../examples/portal/sample/counts.mjs';
import { createHistory } from '../../examples/portal/sample/history.mjs';
import { createNetwork } from '../../examples/portal/sample/network.mjs';
import { localProvider } from '../../src/provider/local-provider.ts';

const NOW = Date.UTC(2026, 5, 10, 16, 2);
const HOUR = 3_600_000;
const DIMENSIONS = ['connection', 'evse', 'last-message', 'station'];

function provide(t, snapshot) {
  const provider = localProvider(
    { load: async () => snapshot },
    { worker: 'never', now: () => snapshot.asOf },
  );
  t.after(() => provider.dispose());
  return provider;
}

const sum = byStatus => Object.values(byStatus).reduce((total, count) => total + count, 0);

test('the sample counts its stations as the overview does, at first and hours later', async t => {
  const network = createNetwork({ seed: 8, now: NOW });
  const day = createDay(network, { seed: 8, now: NOW });
  for (const now of [NOW, NOW + 7 * HOUR]) {
    day.step(now);
    const counts = countStations(
      network.locations.flatMap(({ stations }) => stations),
      now,
    );
    const provider = provide(t, structuredClone({ ...network, asOf: now }));
    for (const dimension of DIMENSIONS)
      assert.deepEqual((await provider.counts(dimension)).byStatus, counts[dimension], dimension);
  }
});

test('R28: the sample tells of the whole day before, which leads to how it is now and shows an operator that was away', async t => {
  const network = createNetwork({ seed: 8, now: NOW });
  const provider = provide(t, { ...network, history: createHistory(network, NOW) });
  for (const dimension of DIMENSIONS) {
    const trend = await provider.trend(dimension);
    assert.equal(trend.length, 288, dimension);
    const { byStatus } = await provider.counts(dimension);
    for (const { counts } of trend)
      if (dimension !== 'evse') assert.equal(sum(counts[dimension]), sum(byStatus), dimension);
    for (const [status, count] of Object.entries(byStatus)) {
      const last = trend.at(-1).counts[dimension][status];
      assert.ok(
        Math.abs(last - count) <= 0.03 * count + 30,
        `${dimension} ${status}: ${last}, then ${count}`,
      );
    }
  }
  const offline = (await provider.trend('connection')).map(({ at, counts }) => [
    at,
    counts.connection.offline,
  ]);
  const now = (await provider.counts('connection')).byStatus.offline;
  const most = Math.max(...offline.map(([, count]) => count));
  assert.ok(most > 3 * now, `${most} of now ${now}`);
  const away = offline.filter(([, count]) => count > 2 * now).map(([at]) => (NOW - at) / HOUR);
  assert.ok(Math.min(...away) > 3 && Math.max(...away) < 5, `${away}`);
  assert.equal(provider.state.problems, undefined);
});
