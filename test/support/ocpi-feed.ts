import { expect } from 'chai';

import { networkFromOcpi } from '../../src/model/ocpi/network-from-ocpi.js';
import type { OcpiOptions } from '../../src/model/ocpi/network-from-ocpi.js';
import type { Location, Station } from '../../src/model/records.js';

/** Minutes past noon of one day, as OCPI writes them. */
export const at = (minute: number) => new Date(Date.UTC(2026, 5, 7, 12, minute)).toISOString();
/** The same in epoch milliseconds. */
export const epoch = (minute: number) => Date.parse(at(minute));

export type Fields = Record<string, unknown>;

/** An EVSE that is AVAILABLE since noon, with what is different. */
export const evse = (evse_id: string | undefined, fields: Fields = {}): Fields => ({
  uid: `uid of ${evse_id}`,
  ...(evse_id !== undefined && { evse_id }),
  status: 'AVAILABLE',
  last_updated: at(0),
  ...fields,
});

/** A Location of one party, updated at noon, with what is different. */
export const place = (id: string, evses: unknown, fields: Fields = {}): Fields => ({
  country_code: 'NL',
  party_id: 'ABC',
  id,
  name: `Place ${id}`,
  coordinates: { latitude: '52.5', longitude: '4.75' },
  evses,
  last_updated: at(0),
  ...fields,
});

/** Reads a feed in which all can be read. */
export function read(
  feed: unknown,
  options?: OcpiOptions,
): { locations: Location[]; stations: Station[]; ids: string[] } {
  const { snapshot, problems } = networkFromOcpi(feed, options);
  expect(problems).to.deep.equal([]);
  const stations = snapshot.locations.flatMap(location => location.stations);
  return { locations: snapshot.locations, stations, ids: stations.map(station => station.id) };
}
