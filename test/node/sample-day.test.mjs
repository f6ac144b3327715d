import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createDay } from '../../examples/portal/sample/day.mjs';
import { createNetwork } from '../../examples/portal/sample/network.mjs';
import { applyChange } from '../support/apply-change.mjs';

const NOW = Date.UTC(2026, 5, 10, 3);
const SECOND = 1000;
const HOUR = 3600 * SECOND;

const createPair = seed => {
  const network = createNetwork({ seed, now: NOW });
  return { network, day: createDay(network, { seed, now: NOW }) };
};

const stationsOf = network => network.locations.flatMap(location => location.stations);
const isOffline = now => station => now - station.lastMessageAt >= 3 * station.heartbeatInterval * SECOND;

test('the snapshot after any steps equals the one before with their changes applied', () => {
  const { network, day } = createPair(3);
  const copy = structuredClone(network);
  const moments = [1, 2, 3, 11, 3600, 40_000];
  for (const seconds of moments) {
    applyChange(copy, JSON.parse(JSON.stringify(day.step(NOW + seconds * SECOND))));
    assert.deepEqual(copy, network);
  }
});

test('the same seed and steps make the same day', () => {
  const [one, other] = [createPair(4).day, createPair(4).day];
  for (const seconds of [1, 2, 60, 7200]) {
    assert.deepEqual(one.step(NOW + seconds * SECOND), other.step(NOW + seconds * SECOND));
  }
});

test('a step a second changes some tens of stations, and names each of them once', () => {
  const { day } = createPair(5);
  const sizes = Array.from({ length: 60 }, (_, second) => {
    const { stations } = day.step(NOW + (second + 1) * SECOND);
    assert.equal(new Set(stations.map(({ id }) => id)).size, stations.length);
    return stations.length;
  });
  const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  assert.ok(mean >= 30 && mean <= 300, `${mean} a step`);
});

test('messages come in order of time and never from the future', () => {
  const { network, day } = createPair(6);
  const heard = new Map(stationsOf(network).map(({ id, lastMessageAt }) => [id, lastMessageAt]));
  for (const seconds of [1, 5, 700, 701, 30_000]) {
    const { asOf, stations } = day.step(NOW + seconds * SECOND);
    for (const { id, lastMessageAt } of stations) {
      assert.ok(
        lastMessageAt >= heard.get(id) && lastMessageAt <= asOf,
        `${id}: ${heard.get(id)} to ${lastMessageAt} at ${asOf}`,
      );
      heard.set(id, lastMessageAt);
    }
  }
});

test('stations fall silent and become offline by time alone, others come back, and the share stays that of an ordinary day', () => {
  const { network, day } = createPair(7);
  const followed = stationsOf(network).filter(
    ({ heartbeatInterval, deploymentState }) => heartbeatInterval && !deploymentState,
  );
  const atFirst = new Set(followed.filter(isOffline(NOW)));
  let now = NOW;
  for (let step = 0; step < 24; step++) day.step((now += HOUR));
  const atLast = new Set(followed.filter(isOffline(now)));
  assert.ok([...atLast].some(station => !atFirst.has(station)));
  assert.ok([...atFirst].some(station => !atLast.has(station)));
  const share = atLast.size / followed.length;
  assert.ok(share > 0.03 && share < 0.08, `${share} offline`);
});

test('charging follows the hour of the place', () => {
  const { network, day } = createPair(8);
  const dutch = { locations: network.locations.filter(({ country }) => country === 'NL') };
  const isCharging = ({ status }) => ['Charging', 'SuspendedEV', 'Occupied'].includes(status);
  const charging = () =>
    stationsOf(dutch).flatMap(({ evses }) => evses.flatMap(({ connectors }) => connectors.filter(isCharging)))
      .length;
  const at = {};
  for (const hour of [4, 19, 28]) {
    for (let minute = -120; minute <= 0; minute += 10)
      day.step(NOW + (hour - 3) * HOUR + minute * 60 * SECOND);
    at[hour] = charging();
  }
  assert.ok(at[19] > 1.7 * at[4] && at[19] > 1.7 * at[28], JSON.stringify(at));
});

test('what is in stock, deprecated or was never heard of does not change', () => {
  const { network, day } = createPair(9);
  const apart = stationsOf(network).filter(
    ({ deploymentState, lastMessageAt }) => deploymentState || lastMessageAt === undefined,
  );
  const before = structuredClone(apart);
  for (let step = 1; step <= 5; step++) day.step(NOW + step * HOUR);
  assert.ok(apart.length > 1000);
  assert.deepEqual(apart, before);
});

test('a clock that goes back takes nothing back', () => {
  const { network, day } = createPair(10);
  day.step(NOW + HOUR);
  const before = structuredClone(network);
  const change = day.step(NOW);
  assert.equal(change.asOf, NOW + HOUR);
  assert.deepEqual(change.stations, []);
  assert.deepEqual(network, before);
});
