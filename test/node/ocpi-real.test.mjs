import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';

import { build } from 'esbuild';

const FILES = ['ocpi-locations-breda.json.gz', 'ocpi-locations-nl.json.gz'];
const project = new URL('../../', import.meta.url);

async function importSource(path) {
  const { outputFiles } = await build({
    entryPoints: [new URL(path, project).pathname],
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
  return {
    locations: new Set(kept.map(evse => evse.at)).size,
    stations: [...stateOf.keys()].sort(),
    evses: kept.length,
    byStatus: tally(kept.map(evse => evse.status)),
    byState: tally([...stateOf.values()]),
    byConnection: tally([...stateOf.keys()].map(station => (known.has(station) ? 'online' : 'unknown'))),
    lastMessages: heard,
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

  test(`R5: every figure of ${file} is what a count by hand gives`, { skip }, async () => {
    const { networkFromOcpi } = await importSource('src/model/ocpi/network-from-ocpi.ts');
    const feed = JSON.parse(gunzipSync(readFileSync(data)));
    const { snapshot, problems } = networkFromOcpi(feed);
    const { stations, ...figures } = countByHand(feed.data ?? feed);
    assert.deepEqual(count(snapshot), { stations, ...figures });
    assert.deepEqual(problems, []);
    assert.ok(stations.length > 1000, 'the file has stations');
    assert.equal(new Set(stations).size, stations.length, 'station ids are unique');
  });
}
