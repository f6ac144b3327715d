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
  /** Its location's, once that is written. */
  key?: number;
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
      key: before.key,
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
  const cells = await writeLocations(queries, places, new Set(removed.map(({ id }) => id)));
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
  // Boxes of cells are told by the locations that are left.
  await cells.write(queries);
  await writeTotals(queries, totals);
}

/** Whether a row says already what it is to say; what is JSON in it, only where all else is the same. */
function isSameRow<Row extends object>(before: Row, after: Partial<Row>): boolean {
  const names = Object.keys(after) as (keyof Row)[];
  const isJson = (name: keyof Row) => typeof after[name] === 'object' && after[name] !== null;
  return (
    names.every(name => isJson(name) || before[name] === after[name]) &&
    names.every(
      // What JSON leaves out of it is not there.
      name => !isJson(name) || isDeepStrictEqual(before[name], JSON.parse(JSON.stringify(after[name]))),
    )
  );
}

async function remove(queries: Queries, table: 'station' | 'location', keys: number[]): Promise<void> {
  if (keys.length > 0) await queries.query(`DELETE FROM ${table} WHERE key = ANY($1::int8[])`, [keys]);
}

/** Columns with their types, as a set of records is read from JSON by. */
function typed(types: Readonly<Record<string, string>>, names: readonly string[]): string {
  return listed(names, name => `${name} ${types[name]!}`);
}

/** Rows that come as JSON. Their keys are a list beside it too, by which parts of a database that is divided find theirs. */
const given = (types: Readonly<Record<string, string>>, names: readonly string[]) =>
  `jsonb_to_recordset($1::text::jsonb) AS given (${typed(types, names)})`;

const LOCATION_NAMES = Object.keys(LOCATION_COLUMNS);

const ADD_LOCATIONS = `
  INSERT INTO location (${listed(LOCATION_NAMES)})
  SELECT ${listed(LOCATION_NAMES)} FROM ${given(LOCATION_COLUMNS, LOCATION_NAMES)}
  RETURNING key, id`;

const UPDATE_LOCATIONS = `
  UPDATE location SET ${listed(LOCATION_NAMES, name => `${name} = given.${name}`)}
  FROM ${given({ ...LOCATION_COLUMNS, key: 'int8' }, ['key', ...LOCATION_NAMES])}
  WHERE location.key = given.key AND location.key = ANY($2::int8[])`;

/**
 * Writes what locations have come to; each place has its location's key afterwards.
 * @returns what that changes of the map's cells
 */
async function writeLocations(
  queries: Queries,
  places: ReadonlyMap<string, Place>,
  removed: ReadonlySet<string>,
): Promise<CellChanges> {
  const cells = new CellChanges();
  const added: object[] = [];
  const updated: { key: number }[] = [];
  for (const [id, place] of places) {
    const { before, record, scope, amounts } = place;
    if (removed.has(id)) {
      cells.change(before, undefined);
      continue;
    }
    const counted = { ...mapAmounts(amounts), stations: amounts.stations ?? 0 };
    const after = { ...(record ?? before!), scope, ...counted };
    if (before && isSameRow(before, after)) continue;
    cells.change(before, after);
    if (before) updated.push({ ...after, key: before.key });
    else added.push(after);
  }
  if (added.length > 0) {
    const rows = await queries.query<{ key: number; id: string }>(ADD_LOCATIONS, [JSON.stringify(added)]);
    for (const { key, id } of rows) places.get(id)!.key = key;
  }
  if (updated.length > 0)
    await queries.query(UPDATE_LOCATIONS, [JSON.stringify(updated), updated.map(({ key }) => key)]);
  return cells;
}

const STATION_NAMES = Object.keys(STATION_COLUMNS);

const ADD_STATIONS = `
  INSERT INTO station (${listed(STATION_NAMES)})
  SELECT ${listed(STATION_NAMES)} FROM ${given({ ...STATION_COLUMNS, place: 'int4' }, [...STATION_NAMES, 'place'])}
  ORDER BY place`;

/** Those that have moved to another location keep their keys, by which lists know them. */
const MOVE_STATIONS = `
  INSERT INTO station (key, ${listed(STATION_NAMES)}) OVERRIDING SYSTEM VALUE
  SELECT key, ${listed(STATION_NAMES)} FROM ${given({ ...STATION_COLUMNS, key: 'int8' }, ['key', ...STATION_NAMES])}`;

/** All but the location: that says in which part of a database that is divided a station is. */
const STAYING = STATION_NAMES.filter(name => name !== 'location');

const UPDATE_STATIONS = `
  UPDATE station SET ${listed(STAYING, name => `${name} = given.${name}`)}
  FROM ${given({ ...STATION_COLUMNS, key: 'int8' }, ['key', ...STAYING])}
  WHERE station.key = given.key AND station.key = ANY($2::int8[])`;

async function writeStations(
  queries: Queries,
  known: Known,
  { stations }: Outcome,
  places: ReadonlyMap<string, Place>,
): Promise<void> {
  const before = new Map(known.stations.map(row => [row.id, row]));
  const added: object[] = [];
  const moved: { key: number }[] = [];
  const updated: { key: number }[] = [];
  for (const [id, { record, locationId }] of stations) {
    const { key: location, scope } = places.get(locationId)!;
    const after = { ...record, location: location!, scope };
    const was = before.get(id);
    if (!was) added.push({ ...after, place: added.length });
    else if (was.location !== location) moved.push({ ...after, key: was.key });
    else if (!isSameRow(was, after)) updated.push({ ...after, key: was.key });
  }
  if (updated.length > 0)
    await queries.query(UPDATE_STATIONS, [JSON.stringify(updated), updated.map(({ key }) => key)]);
  await remove(
    queries,
    'station',
    moved.map(({ key }) => key),
  );
  if (moved.length > 0) await queries.query(MOVE_STATIONS, [JSON.stringify(moved)]);
  if (added.length > 0) await queries.query(ADD_STATIONS, [JSON.stringify(added)]);
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
