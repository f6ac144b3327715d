import type { NetworkColumns } from '../model/columns/layout.js';
import { say } from '../model/record-reasons.js';
import type { Network } from './network.js';

/** The rows from where those of the owner before end. */
function rowsOf(ends: Uint32Array, owner: number): number[] {
  const start = owner === 0 ? 0 : ends[owner - 1]!;
  return Array.from({ length: ends[owner]! - start }, (_, index) => start + index);
}

/** As much of a station's record as says what is lost with it. */
function stationRecord({ evsesEnd, connectorsEnd }: NetworkColumns, station: number): object {
  return { evses: rowsOf(evsesEnd, station).map(evse => ({ connectors: rowsOf(connectorsEnd, evse) })) };
}

/** What an id is expected to be. */
const NEW_ID = { location: 'newLocationId', station: 'newStationId' } as const;

/** Leaves a location or a station out whose id one before it has, with all that is in it, and notes that, as of records. */
export function leaveOutRepeated({ store, problems }: Network, columns: NetworkColumns): void {
  const { locations, stations } = store;
  const skip = (kind: keyof typeof NEW_ID, record: object, path: string, value: unknown) => {
    problems.skip(kind, record, { path, value, expected: say(NEW_ID[kind]) });
  };
  const repeated = locations.index.repeatedRows();
  const lost = repeated.flatMap(location => rowsOf(columns.stationsEnd, location));
  // Whoever else has their ids is the first that does.
  for (const station of lost) stations.ids.set(station, undefined);
  for (const location of repeated) {
    const record = {
      stations: rowsOf(columns.stationsEnd, location).map(station => stationRecord(columns, station)),
    };
    skip('location', record, `locationIdEnd[${location}]`, locations.ids.get(location));
  }
  const isLost = new Set(lost);
  for (const station of stations.index.repeatedRows()) {
    if (isLost.has(station)) continue;
    skip('station', stationRecord(columns, station), `stationIdEnd[${station}]`, stations.ids.get(station));
    lost.push(station);
  }
  for (const station of lost) store.removeStation(station);
  for (const location of repeated) store.removeLocation(location);
  stations.giveBackRemoved();
}
