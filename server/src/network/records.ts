import type { Fields } from '../../../src/model/fields.js';
import type { Problem } from '../../../src/model/records.js';
import { MAP_COLUMNS } from '../database/columns.js';

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
  /** When time alone may change what follows: epoch milliseconds; null for never. */
  due: number | null;
  /** What a search looks at, in lower case. */
  search: string;
}

/** A station's row. */
export type StationRow = StationRecord & { key: number; location: number; scope: number };

const LOCATION_COLUMNS = [
  'key',
  'id',
  'name',
  'href',
  'country',
  'operator',
  'longitude',
  'latitude',
  'cell',
  'x',
  'y',
  'scope',
  'problem',
  'changed_at',
  'stations',
  ...MAP_COLUMNS,
];

const STATION_COLUMNS = [
  'key',
  'id',
  'location',
  'scope',
  'record',
  'changed_at',
  'given',
  'ahead_at',
  'offline_seen_at',
  'fault_seen_at',
  'deployment',
  'connection',
  'status',
  'bucket',
  'available',
  'charging',
  'faulted',
  'undefined',
  'evse_matches',
  'last_message_at',
  'in_trouble',
  'trouble_since',
  'due',
  'search',
];

/** Selects whole rows. */
export const SELECT_LOCATIONS = `SELECT ${LOCATION_COLUMNS.join(', ')} FROM location`;
export const SELECT_STATIONS = `SELECT ${STATION_COLUMNS.join(', ')} FROM station`;
