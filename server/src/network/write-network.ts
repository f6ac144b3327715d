import { isDeepStrictEqual } from 'node:util';

import { listed, TOTAL_COLUMNS } from '../database/columns.js';
import type { Queries } from '../database/database.js';
import { add, contributionOf, mapAmounts } from './contribution.js';
import type { Amounts } from './contribution.js';
import type { Known } from './known.js';
import { LOCATION_COLUMNS, STATION_COLUMNS } from './records.js';
import type { LocationRecord, LocationRow, StationRecord } from './records.js';
import { CellChanges } from './write-cells.js';

/** What some locations and stations have come to. */
export interface Outcome {
  /** Locations that are there, by their ids: each whose stations are listed. */
  locations: ReadonlyMap<string, LocationRecord>;
  /** Stations that are there, by their ids. */
  stations: ReadonlyMap<string, { record: StationRecord; locationId: string }>;
  /** Those that were known and are left out above are removed, unless they are kept for now. */
  keeps?: boolean;
}

/** A location on its way from what it was to what it is. */
interface Place {
  before?: LocationRow;
  record?: LocationRecord;
  scope: number;
  amounts: Amounts;
}

/** The keys of scopes, by the countries and operators of some locations. */
async function scopesOf(
  queries: Queries,
  records: Iterable<LocationRecord>,
): Promise<(record: LocationRecord) => number> {
  const nameOf = ({ country, operator }: LocationRecord) => JSON.stringify([country, operator]);
  const byName = new Map([...records].map(record => [nameOf(record), record]));
  const scopes = [...byName].map(([name, { country, operator }]) => ({ name, country, operator }));
  // What conflicts takes a key of the sequence, too: only what is not there is inserted.
  await queries.query(
    `INSERT INTO scope (name, country, operator)
     SELECT name, country, operator FROM jsonb_to_recordset($1::text::jsonb) AS given (name text, country text, operator text)
     WHERE NOT EXISTS (SELECT FROM scope WHERE scope.name = given.name)
     ON CONFLICT (name) DO NOTHING`,
    [JSON.stringify(scopes)],
  );
  const rows = await queries.query<{ key: number; name: string }>(
    `SELECT key, name FROM scope WHERE name = ANY($1::text[])`,
    [[...byName.keys()]],
  );
  const keys = new Map(rows.map(({ key, name }) => [name, key]));
  return record => keys.get(nameOf(record))!;
}

/** Writes what locations and stations have come to, and adds the difference that they make to all counts. */
export async function writeNetwork(queries: Queries, known: Known, outcome: Outcome): Promise<void> {
  const { keeps = false } = outcome;
  const scopeOf = await scopesOf(queries, outcome.locations.values());
  const places = new Map<string, Place>();
  const totals = new Map<number, Amounts>();
  const total = (scope: number) => {
    let amounts = totals.get(scope);
    if (!amounts) totals.set(scope, (amounts = {}));
    return amounts;
  };
  const idOf = new Map(known.locations.map(({ key, id }) => [key, id]));
  for (const before of known.locations)
    places.set(before.id, {
      before,
      scope: before.scope,
      amounts: { ...mapAmounts(before), stations: before.stations },
    });
  for (const [id, record] of outcome.locations) {
    const place = places.get(id) ?? { amounts: {} };
    places.set(id, { ...place, record, scope: scopeOf(record) });
  }
  const isGone = (id: string) => !keeps && !outcome.stations.has(id);
  for (const station of known.stations) {
    if (!isGone(station.id) && !outcome.stations.has(station.id)) continue;
    const place = places.get(idOf.get(station.location)!)!;
    const amounts = contributionOf(station, place.before!.cell !== null);
    add(place.amounts, amounts, -1);
    add(total(place.before!.scope), amounts, -1);
  }
  for (const { record, locationId } of outcome.stations.values()) {
    const place = places.get(locationId)!;
    const amounts = contributionOf(record, place.record!.cell !== null);
    add(place.amounts, amounts, 1);
    add(total(place.scope), amounts, 1);
  }
  const removed = known.locations.filter(({ id }) => !keeps && !outcome.locations.has(id));
  await writeLocations(queries, places, new Set(removed.map(({ id }) => id)));
  await writeStations(queries, known, outcome, places);
  await remove(
    queries,
    'station',
    known.stations.filter(({ id }) => isGone(id)).map(({ key }) => key),
  );
  await remove(
    queries,
    'location',
    removed.map(({ key }) => key),
  );
  await writeTotals(queries, totals);
}

async function remove(queries: Queries, table: 'station' | 'location', keys: number[]): Promise<void> {
  if (keys.length > 0) await queries.query(`DELETE FROM ${table} WHERE key = ANY($1::int8[])`, [keys]);
}

/** Columns with their types, as a set of records is read from JSON by. */
function typed(types: Readonly<Record<string, string>>, names: readonly string[]): string {
  return listed(names, name => `${name} ${types[name]!}`);
}

/** What a row that is there already comes to say. */
function replaced(names: readonly string[]): string {
  return listed(names, name => `${name} = excluded.${name}`);
}

const LOCATION_NAMES = Object.keys(LOCATION_COLUMNS);

const WRITE_LOCATIONS = `
  INSERT INTO location (${listed(LOCATION_NAMES)})
  SELECT ${listed(LOCATION_NAMES)} FROM jsonb_to_recordset($1::text::jsonb) AS given (${typed(LOCATION_COLUMNS, LOCATION_NAMES)})
  ON CONFLICT (id) DO UPDATE SET ${replaced(LOCATION_NAMES.slice(1))}`;

async function writeLocations(
  queries: Queries,
  places: ReadonlyMap<string, Place>,
  removed: ReadonlySet<string>,
): Promise<void> {
  const cells = new CellChanges();
  const written: object[] = [];
  for (const [id, { before, record, scope, amounts }] of places) {
    if (removed.has(id)) {
      cells.change(before, undefined);
      continue;
    }
    const counted = { ...mapAmounts(amounts), stations: amounts.stations ?? 0 };
    const after = { ...(record ?? before!), scope, ...counted };
    const { key, ...was } = before ?? { key: undefined };
    if (key !== undefined && isDeepStrictEqual(was, { ...was, ...after })) continue;
    cells.change(before, after);
    written.push(after);
  }
  if (written.length > 0) await queries.query(WRITE_LOCATIONS, [JSON.stringify(written)]);
  await cells.write(queries);
}

/** What a record says of its station itself: its location and scope are those of the row that its location has by then. */
const STATED = Object.keys(STATION_COLUMNS).filter(name => name !== 'location' && name !== 'scope');

const WRITE_STATIONS = `
  INSERT INTO station (location, scope, ${listed(STATED)})
  SELECT location.key, location.scope, ${listed(STATED, name => `given.${name}`)}
  FROM jsonb_to_recordset($1::text::jsonb) AS given (location_id text, place int4, ${typed(STATION_COLUMNS, STATED)})
    JOIN location ON location.id = given.location_id
  ORDER BY place
  ON CONFLICT (id) DO UPDATE SET ${replaced(['location', 'scope', ...STATED.slice(1)])}`;

async function writeStations(
  queries: Queries,
  known: Known,
  { stations }: Outcome,
  places: ReadonlyMap<string, Place>,
): Promise<void> {
  const before = new Map(known.stations.map(row => [row.id, row]));
  const written: object[] = [];
  for (const [id, { record, locationId }] of stations) {
    // What is left out of a record by JSON is left out here too.
    const plain = { ...record, record: JSON.parse(JSON.stringify(record.record)) as StationRecord['record'] };
    const was = before.get(id);
    const { before: wasAt, scope } = places.get(locationId)!;
    const isThere = was !== undefined && was.location === wasAt?.key && was.scope === scope;
    if (isThere && isDeepStrictEqual(was, { ...was, ...plain })) continue;
    written.push({ ...plain, location_id: locationId, place: written.length });
  }
  if (written.length > 0) await queries.query(WRITE_STATIONS, [JSON.stringify(written)]);
}

const ADD_TOTALS = `
  INSERT INTO total AS known (scope, ${listed(TOTAL_COLUMNS)})
  SELECT scope, ${listed(TOTAL_COLUMNS, column => `coalesce(${column}, 0)`)}
  FROM jsonb_to_recordset($1::text::jsonb) AS change (scope int4, ${listed(TOTAL_COLUMNS, column => `${column} int4`)})
  ORDER BY scope
  ON CONFLICT (scope) DO UPDATE SET ${listed(TOTAL_COLUMNS, column => `${column} = known.${column} + excluded.${column}`)}`;

async function writeTotals(queries: Queries, totals: ReadonlyMap<number, Amounts>): Promise<void> {
  const changes = [...totals]
    .filter(([, amounts]) => Object.values(amounts).some(amount => amount !== 0))
    .map(([scope, amounts]) => ({ scope, ...amounts }));
  if (changes.length > 0) await queries.query(ADD_TOTALS, [JSON.stringify(changes)]);
}
