import { listed, TOTAL_COLUMNS } from '../database/columns.js';
import type { Queries } from '../database/database.js';
import { Sent } from '../database/sent.js';
import { amountsOf, count, nothing, writeAmounts } from './contribution.js';
import type { Amounts } from './contribution.js';
import type { Known } from './known.js';
import { LOCATION_COLUMNS, STATION_COLUMNS } from './records.js';
import type { LocationRecord, LocationRow, StationRecord, StationRow } from './records.js';
import { RowUpdates } from './row-updates.js';
import { CellChanges } from './write-cells.js';

/** What some locations and stations have come to. */
export interface Outcome {
  /** The network's clock. */
  now: number;
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

/** The keys of scopes, by the countries and operators of some locations, of which some are known. */
async function scopesOf(
  sent: Sent,
  known: ReadonlyMap<string, LocationRow>,
  records: Iterable<LocationRecord>,
): Promise<(record: LocationRecord) => number> {
  const knownOf = ({ id, country, operator }: LocationRecord) => {
    const before = known.get(id);
    return before?.country === country && before.operator === operator ? before.scope : undefined;
  };
  const nameOf = ({ country, operator }: LocationRecord) => JSON.stringify([country, operator]);
  const unknown = [...records].filter(record => knownOf(record) === undefined);
  const byName = new Map(unknown.map(record => [nameOf(record), record]));
  const keys = byName.size > 0 ? await keysOf(sent, byName) : undefined;
  return record => knownOf(record) ?? keys!.get(nameOf(record))!;
}

/** The keys of scopes by their names, of a location each: those that are not there are added. */
async function keysOf(
  sent: Sent,
  byName: ReadonlyMap<string, LocationRecord>,
): Promise<ReadonlyMap<string, number>> {
  const scopes = [...byName].map(([name, { country, operator }]) => ({ name, country, operator }));
  // What conflicts takes a key of the sequence, too: only what is not there is inserted.
  void sent.send(
    `INSERT INTO scope (name, country, operator)
     SELECT name, country, operator FROM jsonb_to_recordset($1::text::jsonb) AS given (name text, country text, operator text)
     WHERE NOT EXISTS (SELECT FROM scope WHERE scope.name = given.name)
     ON CONFLICT (name) DO NOTHING`,
    [JSON.stringify(scopes)],
  );
  const rows = await sent.ask<{ key: number; name: string }>(
    `SELECT key, name FROM scope WHERE name = ANY($1::text[])`,
    [[...byName.keys()]],
  );
  return new Map(rows.map(({ key, name }) => [name, key]));
}

/**
 * Writes what locations and stations have come to, and adds the difference that they make to all counts.
 * @returns whether a station that stays has come to anything else, but for when it is to be looked at
 */
export async function writeNetwork(queries: Queries, known: Known, outcome: Outcome): Promise<boolean> {
  const { keeps = false } = outcome;
  const sent = new Sent(queries);
  const knownLocations = new Map(known.locations.map(row => [row.id, row]));
  const scopeOf = await scopesOf(sent, knownLocations, outcome.locations.values());
  const places = new Map<string, Place>();
  const totals = new Map<number, Amounts>();
  const total = (scope: number) => {
    let amounts = totals.get(scope);
    if (!amounts) totals.set(scope, (amounts = nothing()));
    return amounts;
  };
  const idOf = new Map(known.locations.map(({ key, id }) => [key, id]));
  for (const before of known.locations)
    places.set(before.id, {
      before,
      key: before.key,
      scope: before.scope,
      amounts: amountsOf(before),
    });
  for (const [id, record] of outcome.locations) {
    const scope = scopeOf(record);
    const place = places.get(id);
    if (place) Object.assign(place, { record, scope });
    else places.set(id, { record, scope, amounts: nothing() });
  }
  const isGone = (id: string) => !keeps && !outcome.stations.has(id);
  for (const station of known.stations) {
    if (!isGone(station.id) && !outcome.stations.has(station.id)) continue;
    const place = places.get(idOf.get(station.location)!)!;
    for (const amounts of [place.amounts, total(place.before!.scope)])
      count(amounts, station, place.before!.cell !== null, -1);
  }
  for (const { record, locationId } of outcome.stations.values()) {
    const place = places.get(locationId)!;
    for (const amounts of [place.amounts, total(place.scope)])
      count(amounts, record, place.record!.cell !== null, 1);
  }
  const removed = known.locations.filter(({ id }) => !keeps && !outcome.locations.has(id));
  const cells = await writeLocations(sent, places, new Set(removed.map(({ id }) => id)));
  // It takes the longest, and stations are made ready meanwhile.
  cells.add(sent);
  const isOther = await writeStations(sent, known, outcome, places);
  remove(
    sent,
    'station',
    known.stations.filter(({ id }) => isGone(id)).map(({ key }) => key),
  );
  remove(
    sent,
    'location',
    removed.map(({ key }) => key),
  );
  // Boxes of cells are told by the locations that are left.
  await cells.narrow(sent);
  writeTotals(sent, totals);
  await sent.all();
  return isOther;
}

function remove(sent: Sent, table: 'station' | 'location', keys: number[]): void {
  if (keys.length > 0) void sent.send(`DELETE FROM ${table} WHERE key = ANY($1::int8[])`, [keys]);
}

/** Columns with their types, as a set of records is read from JSON by. */
function typed(types: Readonly<Record<string, string>>, names: readonly string[]): string {
  return listed(names, name => `${name} ${types[name]!}`);
}

/** Rows that come as JSON. */
const given = (types: Readonly<Record<string, string>>, names: readonly string[]) =>
  `jsonb_to_recordset($1::text::jsonb) AS given (${typed(types, names)})`;

const LOCATION_NAMES = Object.keys(LOCATION_COLUMNS);

const ADD_LOCATIONS = `
  INSERT INTO location (${listed(LOCATION_NAMES)})
  SELECT ${listed(LOCATION_NAMES)} FROM ${given(LOCATION_COLUMNS, LOCATION_NAMES)}
  RETURNING key, id`;

/**
 * Writes what locations have come to; each place has its location's key afterwards.
 * @returns what that changes of the map's cells
 */
async function writeLocations(
  sent: Sent,
  places: ReadonlyMap<string, Place>,
  removed: ReadonlySet<string>,
): Promise<CellChanges> {
  const cells = new CellChanges();
  const added: object[] = [];
  const updates = new RowUpdates<Omit<LocationRow, 'key'>>('location', LOCATION_COLUMNS);
  for (const [id, place] of places) {
    const { before, record, scope, amounts } = place;
    if (removed.has(id)) {
      cells.change(before, undefined);
      continue;
    }
    // Added to what is there already: a copy of so many fields is dear.
    const after = writeAmounts(Object.assign(record ?? { ...before! }, { scope }), amounts);
    if (before && !updates.add(before, after)) continue;
    cells.change(before, after);
    if (!before) added.push(after);
  }
  if (added.length > 0) {
    const rows = await sent.ask<{ key: number; id: string }>(ADD_LOCATIONS, [JSON.stringify(added)]);
    for (const { key, id } of rows) places.get(id)!.key = key;
  }
  updates.write(sent);
  return cells;
}

const STATION_NAMES = Object.keys(STATION_COLUMNS);

const ADD_STATIONS = `
  INSERT INTO station (${listed(STATION_NAMES)})
  SELECT ${listed(STATION_NAMES)} FROM ${given({ ...STATION_COLUMNS, place: 'int4' }, [...STATION_NAMES, 'place'])}
  ORDER BY place
  RETURNING key, due`;

/** Those that have moved to another location keep their keys, by which lists know them. */
const MOVE_STATIONS = `
  INSERT INTO station (key, ${listed(STATION_NAMES)}) OVERRIDING SYSTEM VALUE
  SELECT key, ${listed(STATION_NAMES)} FROM ${given({ ...STATION_COLUMNS, key: 'int8' }, ['key', ...STATION_NAMES])}`;

/** All but the location: that says in which part of a database that is divided a station is. */
const STAYING = Object.fromEntries(
  Object.entries(STATION_COLUMNS).filter(([name]) => name !== 'location'),
) as Omit<typeof STATION_COLUMNS, 'location'>;

/**
 * When a station is noted to be looked at. What is noted already for a moment before, which is to come, is left at that: most changes put off what time does, and
 * write nothing of it.
 */
function notedDue(before: StationRow | undefined, { due }: StationRecord, now: number): number | null {
  const noted = before?.due ?? null;
  return noted !== null && noted > now && noted <= (due ?? Infinity) ? noted : due;
}

/** Returns whether one of them has come to anything else, but for when it is to be looked at. */
async function writeStations(
  sent: Sent,
  known: Known,
  { now, stations }: Outcome,
  places: ReadonlyMap<string, Place>,
): Promise<boolean> {
  const before = new Map(known.stations.map(row => [row.id, row]));
  const added: object[] = [];
  const moved: { key: number }[] = [];
  const updates = new RowUpdates<Omit<StationRow, 'key' | 'location'>>('station', STAYING);
  const due: Due[] = [];
  for (const [id, { record, locationId }] of stations) {
    const { key: location, scope } = places.get(locationId)!;
    const was = before.get(id);
    const after = Object.assign(record, { location: location!, scope, due: notedDue(was, record, now) });
    if (!was) {
      added.push(Object.assign(after, { place: added.length }));
      continue;
    }
    if (was.location !== location) moved.push({ ...after, key: was.key });
    else updates.add(was, after);
    if (after.due !== was.due) due.push({ key: was.key, due: after.due });
  }
  updates.write(sent);
  remove(
    sent,
    'station',
    moved.map(({ key }) => key),
  );
  if (moved.length > 0) void sent.send(MOVE_STATIONS, [JSON.stringify(moved)]);
  if (added.length > 0) due.push(...(await sent.ask<Due>(ADD_STATIONS, [JSON.stringify(added)])));
  noteDue(sent, due);
  return added.length > 0 || moved.length > 0 || updates.differsBut('due');
}

/** A station, and when it is to be looked at. */
interface Due {
  key: number;
  due: number | null;
}

function noteDue(sent: Sent, stations: readonly Due[]): void {
  const noted = stations.filter(({ due }) => due !== null);
  if (noted.length > 0)
    void sent.send(
      'INSERT INTO due (at, station) SELECT * FROM unnest($1::float8[], $2::int8[]) ON CONFLICT DO NOTHING',
      [noted.map(({ due }) => due), noted.map(({ key }) => key)],
    );
}

const ADD_TOTALS = `
  INSERT INTO total AS known (scope, ${listed(TOTAL_COLUMNS)})
  SELECT scope, ${listed(TOTAL_COLUMNS)}
  FROM jsonb_to_recordset($1::text::jsonb) AS change (scope int4, ${listed(TOTAL_COLUMNS, column => `${column} int4`)})
  ORDER BY scope
  ON CONFLICT (scope) DO UPDATE SET ${listed(TOTAL_COLUMNS, column => `${column} = known.${column} + excluded.${column}`)}`;

function writeTotals(sent: Sent, totals: ReadonlyMap<number, Amounts>): void {
  const changes = [...totals]
    .filter(([, amounts]) => amounts.some(amount => amount !== 0))
    .map(([scope, amounts]) => ({
      scope,
      ...Object.fromEntries(TOTAL_COLUMNS.map((column, place) => [column, amounts[place]])),
    }));
  if (changes.length > 0) void sent.send(ADD_TOTALS, [JSON.stringify(changes)]);
}
