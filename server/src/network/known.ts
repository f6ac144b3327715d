import type { Queries } from '../database/database.js';
import { SELECT_LOCATIONS, SELECT_STATIONS } from './records.js';
import type { LocationRow, StationRow } from './records.js';

/** Some of what is known of the network: locations, and stations at them, though not all of each. */
export interface Known {
  locations: LocationRow[];
  stations: StationRow[];
}

/** Adds the locations of stations that are not there yet. */
async function withLocations(
  queries: Queries,
  locations: LocationRow[],
  stations: StationRow[],
): Promise<Known> {
  const there = new Set(locations.map(({ key }) => key));
  const missing = [...new Set(stations.map(({ location }) => location))].filter(key => !there.has(key));
  if (missing.length === 0) return { locations, stations };
  const others = await queries.query<LocationRow>(`${SELECT_LOCATIONS} WHERE key = ANY($1::int8[])`, [
    missing,
  ]);
  return { locations: [...locations, ...others], stations };
}

/** What is known of locations, with all of their stations, and of stations, wherever they are. */
export async function knownByIds(
  queries: Queries,
  locationIds: readonly string[],
  stationIds: readonly string[],
): Promise<Known> {
  // Of no id there is nothing to ask, of which most changes are; for an empty list PostgreSQL goes through an index of others.
  const locations =
    locationIds.length > 0
      ? await queries.query<LocationRow>(`${SELECT_LOCATIONS} WHERE id = ANY($1::text[])`, [locationIds])
      : [];
  const stations = await queries.query<StationRow>(
    `${SELECT_STATIONS} WHERE location = ANY($1::int8[]) OR id = ANY($2::text[]) ORDER BY key`,
    [locations.map(({ key }) => key), stationIds],
  );
  return withLocations(queries, locations, stations);
}

/** What is known of stations, in the order of their keys as given; those that are gone are left out. */
export async function knownByKeys(queries: Queries, keys: readonly number[]): Promise<Known> {
  const stations = await queries.query<StationRow>(`${SELECT_STATIONS} WHERE key = ANY($1::int8[])`, [keys]);
  const place = new Map(keys.map((key, index) => [key, index]));
  stations.sort((one, other) => place.get(one.key)! - place.get(other.key)!);
  return withLocations(queries, [], stations);
}
