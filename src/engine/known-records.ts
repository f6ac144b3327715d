import type { Fields } from '../model/fields.js';
import { orNothing } from '../model/time.js';
import { CONNECTION_STATUSES } from '../model/statuses.js';
import { ALL_GIVEN, GIVEN } from './news.js';
import type { Store } from './store/store.js';
import { NONE } from './store/tables.js';
import type { PartTable } from './store/tables.js';

function partRecords(store: Store, table: PartTable, first: number): Fields[] {
  const records: Fields[] = [];
  for (let part = first; part !== NONE; part = table.next.get(part)) {
    const record = { id: table.ids.get(part), status: store.dictionary.textOf(table.word.get(part)) };
    records.push(
      table === store.evses
        ? { ...record, connectors: partRecords(store, store.connectors, table.firstPart.get(part)) }
        : record,
    );
  }
  return records;
}

/** What is known of a station, as a record of the given fields; null in place of what is not known. */
export function stationRecord(store: Store, station: number, given: number = ALL_GIVEN): Fields {
  const { dictionary, evses, stations } = store;
  const fields = {
    href: stations.hrefs.get(station),
    deploymentState: dictionary.textOf(stations.deployment.get(station)),
    heartbeatInterval: stations.heartbeatInterval.get(station),
    lastMessageAt: orNothing(stations.lastMessageAt.get(station)),
    connection: CONNECTION_STATUSES[stations.statedConnection.get(station) - 1],
    status: dictionary.textOf(stations.word.get(station)),
    evses: partRecords(store, evses, stations.firstEvse.get(station)),
    offlineSince: stations.offlineSince.get(station),
    faultedSince: stations.faultedSince.get(station),
    errorCode: stations.errorCodes.get(station),
    info: stations.infos.get(station),
  };
  const record: Record<string, unknown> = { id: stations.ids.get(station) };
  for (const [field, bit] of Object.entries(GIVEN))
    if (given & bit) record[field] = fields[field as keyof typeof fields] ?? null;
  return record;
}

/** What is known of a location, and something of each of its stations in their order, less those of which `recordOf` says nothing. */
export function locationOf<T>(store: Store, location: number, recordOf: (station: number) => T | undefined) {
  const { dictionary, locations } = store;
  const stations: T[] = [];
  store.forEachStation(location, station => {
    const record = recordOf(station);
    if (record !== undefined) stations.push(record);
  });
  return {
    id: locations.ids.get(location)!,
    name: locations.names.get(location),
    latitude: locations.latitude.get(location),
    longitude: locations.longitude.get(location),
    country: dictionary.textOf(locations.country.get(location)),
    operator: dictionary.textOf(locations.operator.get(location)),
    href: locations.hrefs.get(location),
    // A new station is put first in its location's chain.
    stations: stations.reverse(),
  };
}

/** What is known of a location and all of its stations, as a record. */
export function locationRecord(store: Store, location: number): Fields {
  return locationOf(store, location, station => stationRecord(store, station));
}
