import type { Rules } from '../../../src/engine/derivation.js';
import { Network } from '../../../src/engine/network.js';
import { ProblemLog } from '../../../src/engine/store/problem-log.js';
import { RecordReader } from '../../../src/engine/store/record-reader.js';
import type { Fields } from '../../../src/model/fields.js';
import type { Known } from './known.js';

/** A network of the tab's own engine that knows what some rows say, as of now: the rules are applied to it, and its rows written back. */
export function restored(rules: Rules, now: number, { locations, stations }: Known): Network {
  const network = new Network(rules, now);
  const { store } = network;
  // What could not be read of the records was told when they came.
  const reader = new RecordReader(new ProblemLog());
  const places = new Map<number, number>();
  for (const row of locations) {
    const location = store.addLocation(row.id);
    store.writeLocation(location, row as unknown as Fields, reader);
    store.locations.changedAt.set(location, row.changed_at);
    places.set(row.key, location);
  }
  for (const row of stations) {
    const station = store.addStation(row.id, places.get(row.location)!);
    store.writeStation(station, row.record, reader);
    store.stations.lastMessageAt.set(station, row.last_message_at ?? NaN);
    store.stations.aheadAt.set(station, row.ahead_at);
    store.stations.changedAt.set(station, row.changed_at);
    store.stations.given.set(station, row.given);
    store.stations.offlineSeenAt.set(station, row.offline_seen_at ?? NaN);
    store.stations.faultSeenAt.set(station, row.fault_seen_at ?? NaN);
  }
  network.deriveAll();
  return network;
}
