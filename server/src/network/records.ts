import type { Fields } from '../../../src/model/fields.js';
import type { Problem } from '../../../src/model/records.js';
import { listed, MAP_COLUMNS } from '../database/columns.js';

export type MapCounts = Record<(typeof MAP_COLUMNS)[number], number>;

/** What a location's row says, but for what is counted of it. */
export interface LocationRecord {
  id: string;
  name: string | null;
  href: string | null;
  country: string | null;
  operator: string | null;
  /** Degrees; null without a usable position. */
  longitude: number | null;
  latitude: number | null;
  /** Where it stands on the map: see cells.ts. */
  cell: number | null;
  x: number | null;
  y: number | null;
  /** Why it has no usable position. */
  problem: Problem | null;
  /** When the newest change of it was true: epoch milliseconds; 0 where there was none. */
  changed_at: number;
}

/** A location's row. */
export type LocationRow = LocationRecord &
  MapCounts & {
    key: number;
    scope: number;
    /** Production stations. */
    stations: number;
  };

/** What a station's row says: its record, what is remembered of it, and what follows from both. */
export interface StationRecord {
  id: string;
  record: Fields;
  changed_at: number;
  /** The fields that changes gave, as bits. */
  given: number;
  ahead_at: number;
  offline_seen_at: number | null;
  fault_seen_at: number | null;
  deployment: string;
  /** Indices of the statuses. */
  connection: number;
  status: number;
  /** Null where it was never heard of. */
  bucket: number | null;
  available: number;
  charging: number;
  faulted: number;
  undefined: number;
  /** Bit by EVSE status: it is in the list behind that slice (R20). */
  evse_matches: number;
  last_message_at: number | null;
  in_trouble: boolean;
  trouble_since: number | null;
  /** No later than when time alone may change what follows: epoch milliseconds; null for never. The table of what is due says so too. */
  due: number | null;
  /** What a search looks at, in lower case. */
  search: string;
}

/** A station's row. */
export type StationRow = StationRecord & { key: number; location: number; scope: number };

/** Columns of a table by their names, and their types: what is written, all but the key. */
type Columns<Row> = Readonly<Record<Exclude<keyof Row, 'key'>, string>>;

export const LOCATION_COLUMNS: Columns<LocationRow> = {
  id: 'text',
  name: 'text',
  href: 'text',
  country: 'text',
  operator: 'text',
  longitude: 'float8',
  latitude: 'float8',
  cell: 'int8',
  x: 'int4',
  y: 'int4',
  scope: 'int4',
  problem: 'jsonb',
  changed_at: 'float8',
  stations: 'int4',
  ...(Object.fromEntries(MAP_COLUMNS.map(column => [column, 'int4'])) as Record<keyof MapCounts, string>),
};

export const STATION_COLUMNS: Columns<StationRow> = {
  id: 'text',
  location: 'int8',
  scope: 'int4',
  record: 'jsonb',
  changed_at: 'float8',
  given: 'int4',
  ahead_at: 'float8',
  offline_seen_at: 'float8',
  fault_seen_at: 'float8',
  deployment: 'text',
  connection: 'int2',
  status: 'int2',
  bucket: 'int2',
  available: 'int4',
  charging: 'int4',
  faulted: 'int4',
  undefined: 'int4',
  evse_matches: 'int2',
  last_message_at: 'float8',
  in_trouble: 'boolean',
  trouble_since: 'float8',
  due: 'float8',
  search: 'text',
};

/** Selects whole rows. */
export const SELECT_LOCATIONS = `SELECT key, ${listed(Object.keys(LOCATION_COLUMNS))} FROM location`;
export const SELECT_STATIONS = `SELECT key, ${listed(Object.keys(STATION_COLUMNS))} FROM station`;
