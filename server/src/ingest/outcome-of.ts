import type { Network } from '../../../src/engine/network.js';
import { NONE } from '../../../src/engine/store/tables.js';
import { locationRecordOf, positionProblems, stationRecordOf } from '../network/extract.js';
import type { Known } from '../network/known.js';
import type { LocationRecord, StationRecord } from '../network/records.js';
import type { Outcome } from '../network/write-network.js';

/**
 * What a network's locations and stations have come to.
 * @param known what its locations were
 * @param without locations that stand for ones elsewhere
 */
export function outcomeOf(network: Network, known: Known, without: ReadonlySet<number> = new Set()): Outcome {
  const { store } = network;
  const problems = positionProblems(network);
  const before = new Map(known.locations.map(row => [row.id, row]));
  const locations = new Map<string, LocationRecord>();
  for (let location = 0; location < store.locations.rows.end; location++) {
    const id = store.locations.ids.get(location)!;
    if (without.has(location) || store.locations.index.rowOf(id) !== location) continue;
    const problem = problems.get(id) ?? before.get(id)?.problem ?? null;
    locations.set(id, locationRecordOf(network, location, problem));
  }
  const stations = new Map<string, { record: StationRecord; locationId: string }>();
  for (let station = 0; station < store.stations.rows.end; station++) {
    const location = store.stations.location.get(station);
    if (location === NONE || without.has(location)) continue;
    const id = store.stations.ids.get(station)!;
    if (store.stations.index.rowOf(id) !== station) continue;
    stations.set(id, {
      record: stationRecordOf(network, station),
      locationId: store.locations.ids.get(location)!,
    });
  }
  return { now: network.now, locations, stations };
}
