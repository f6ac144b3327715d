import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';

import { build } from 'esbuild';

const FILES = ['ocpi-locations-breda.json.gz', 'ocpi-locations-nl.json.gz'];
const project = new URL('../../', import.meta.url);

async function importSource(...paths) {
  const contents = paths.map(path => `export * from './${path}';`).join('\n');
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: project.pathname, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

function tally(words) {
  const counts = {};
  for (const word of words.sort()) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

const newestFirst = (a, b) => b.moment - a.moment || a.order - b.order;

/** The oracle: one rule after another over flat rows, sorting instead of comparing on the way. */
function countByHand(published) {
  const firstOf = (rows, key) => {
    const taken = new Set();
    return [...rows].sort(newestFirst).filter(row => !taken.has(row[key]) && taken.add(row[key]));
  };
  const locations = firstOf(
    published.map((location, order) => ({
      ...location,
      order,
      moment: Date.parse(location.last_updated),
      key: [location.country_code, location.party_id, location.id].join('*'),
    })),
    'key',
  ).sort((a, b) => a.order - b.order);
  let order = 0;
  const rows = locations.flatMap(location =>
    location.evses.map(evse => ({
      ...evse,
      order: order++,
      moment: Date.parse(evse.last_updated),
      at: location.key,
      known: evse.evse_id
        ? evse.evse_id.replaceAll('*', '').replaceAll('-', '').replaceAll(' ', '').toUpperCase()
        : `${location.key} ${evse.uid}`,
    })),
  );
  const evses = firstOf(rows, 'known').sort((a, b) => a.order - b.order);

  const owners = new Map();
  for (const evse of evses) {
    const pieces = (evse.evse_id ?? '').split('*');
    const numbered = pieces.length > 1 && /^c?[0-9]{1,3}$/i.test(pieces.pop()) && pieces.join('*') !== '';
    const published = numbered ? pieces.join('*') : evse.uid;
    if (!owners.has(published)) owners.set(published, evse.at);
    evse.station = owners.get(published) === evse.at ? published : `${evse.at}/${published}`;
    evse.state = { PLANNED: 'stock', REMOVED: 'deprecated' }[evse.status] ?? 'production';
  }
  const stateOf = new Map();
  for (const state of ['deprecated', 'stock', 'production']) {
    for (const evse of evses) if (evse.state === state) stateOf.set(evse.station, state);
  }
  const kept = evses.filter(evse => stateOf.get(evse.station) === evse.state);
  const known = new Set(kept.filter(evse => evse.status !== 'UNKNOWN').map(evse => evse.station));
  const heard = new Map();
  for (const evse of kept) {
    if (!(heard.get(evse.station) >= evse.moment)) heard.set(evse.station, evse.moment);
  }
  const words = new Map();
  for (const { station, state, status } of kept)
    if (state === 'production') words.set(station, [...(words.get(station) ?? []), status]);
  return {
    locations: new Set(kept.map(evse => evse.at)).size,
    stations: [...stateOf.keys()].sort(),
    evses: kept.length,
    byStatus: tally(kept.map(evse => evse.status)),
    byState: tally([...stateOf.values()]),
    byConnection: tally([...stateOf.keys()].map(station => (known.has(station) ? 'online' : 'unknown'))),
    lastMessages: heard,
    words: [...words.values()],
  };
}

/** The table "How statuses are read", and R8 by the words of a station's EVSEs. */
const EVSE_STATUS = { AVAILABLE: 'available', CHARGING: 'charging', OUTOFORDER: 'faulted' };
const WORKS = ['AVAILABLE', 'CHARGING', 'BLOCKED', 'RESERVED'];

/** The connection, EVSE and station pies, from the status words of each production station's EVSEs. */
function piesByHand(stations) {
  const isOnline = words => words.some(word => word !== 'UNKNOWN');
  return {
    connection: tally(stations.map(words => (isOnline(words) ? 'online' : 'unknown'))),
    evse: tally(
      stations.filter(isOnline).flatMap(words => words.map(word => EVSE_STATUS[word] ?? 'undefined')),
    ),
    station: tally(
      stations.map(words => {
        if (words.some(word => WORKS.includes(word))) return 'enabled';
        if (words.includes('OUTOFORDER')) return 'faulted';
        return words.includes('INOPERATIVE') ? 'disabled' : 'unknown';
      }),
    ),
  };
}

function count({ locations }) {
  const stations = locations.flatMap(location => location.stations);
  const evses = stations.flatMap(station => station.evses);
  return {
    locations: locations.length,
    stations: stations.map(station => station.id).sort(),
    evses: evses.length,
    byStatus: tally(evses.map(evse => evse.status)),
    byState: tally(stations.map(station => station.deploymentState)),
    byConnection: tally(stations.map(station => station.connection)),
    lastMessages: new Map(stations.map(station => [station.id, station.lastMessageAt])),
  };
}

for (const file of FILES) {
  const data = new URL(`../shared/data/${file}`, project);
  const skip =
    !existsSync(data) && `SKIPPED: ${data.pathname} is not here; OCPI is not checked against real data`;
  if (skip) console.warn(skip);

  test(`OCPI of ${file}`, { skip }, async t => {
    const { networkFromOcpi, Network, answerCounts } = await importSource(
      'src/model/ocpi/network-from-ocpi.ts',
      'src/engine/network.ts',
      'src/engine/answers.ts',
    );
    const feed = JSON.parse(gunzipSync(readFileSync(data)));
    const { snapshot, problems } = networkFromOcpi(feed);
    const { words, ...figures } = countByHand(feed.data ?? feed);

    await t.test(`R5: every figure of ${file} is what a count by hand gives`, () => {
      const { stations } = figures;
      assert.deepEqual(count(snapshot), figures);
      assert.deepEqual(problems, []);
      assert.ok(stations.length > 1000, 'the file has stations');
      assert.ok(words.length > 1000, 'most of them are in production');
      assert.equal(new Set(stations).size, stations.length, 'station ids are unique');
    });

    await t.test(
      `R3 R5 R8: every pie of ${file} is what a count by hand gives: no OCPI word is read in another way than published`,
      () => {
        const rules = { missedHeartbeats: 3, lastMessageBuckets: [900] };
        const network = new Network(rules, snapshot.asOf);
        network.load(snapshot.locations);
        assert.deepEqual(network.problems.first, [], 'each word is in a table');
        const expected = piesByHand(words);
        for (const dimension of ['connection', 'evse', 'station']) {
          const { byStatus } = answerCounts(network, dimension);
          for (const [status, number] of Object.entries(byStatus))
            assert.equal(number, expected[dimension][status] ?? 0, `${dimension} ${status}`);
        }
      },
    );
  });
}
