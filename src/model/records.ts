import type { Reason } from './reason.js';

/** What the four sections of the overview show. */
export type Dimension = 'connection' | 'evse' | 'last-message' | 'station';

/** How a station is connected (R3). */
export type ConnectionStatus = 'online' | 'offline' | 'unknown';

/** What an EVSE does (R5). */
export type EvseStatus = 'available' | 'charging' | 'faulted' | 'undefined';

/** What a station says of itself as a whole (R8). */
export type StationStatus = 'enabled' | 'disabled' | 'faulted' | 'unknown';

/**
 * A moment of the years 1970 to 9999: milliseconds since 1970-01-01 UTC, or ISO 8601 text. In a change it is at most a day ahead
 * of the network's clock. What is not is reported in `state.problems` and not read.
 */
export type Instant = number | string;

/**
 * What `lastMessageAt` is: when the last OCPP message came, or where the source knows of no messages, as OCPI does not, when the record was last
 * updated.
 */
export type LastMessageMeaning = 'message' | 'update';

/**
 * How it is known since when a station is in trouble (R27): as the source states it; as it was seen to begin; or as it follows from when the
 * station was last heard of.
 */
export type SinceMeaning = 'stated' | 'observed' | 'derived';

/** A place with one Charge Station or more. */
export interface Location {
  /** Unique in the network. */
  id: string;
  name?: string;
  /** Degrees, -90 to 90. Without a usable position the location's stations are counted, but not on the map. */
  latitude: number;
  /** Degrees; past ±180 it is wrapped. */
  longitude: number;
  /** As the host writes countries, for `scope` and filters. */
  country?: string;
  /** Who operates it, for `scope` and filters. */
  operator?: string;
  /** Its details page in the host portal: http, https or relative. */
  href?: string;
  stations: Station[];
}

/** A Charge Station (OCPP: Charge Point in 1.6, Charging Station in 2.x). */
export interface Station {
  /** Unique in the network. */
  id: string;
  /** `production`, `stock` or `deprecated`, in any letter case. Only `production` is counted (R2), which is the default. */
  deploymentState?: string;
  /** Seconds between two heartbeats, as the station reported it. Absent: it has not communicated its settings (R4). */
  heartbeatInterval?: number;
  /**
   * When any OCPP message last came from it. Absent: never. It does not go back where later data states an older one or none, and
   * one in the future counts as now, once (R4).
   */
  lastMessageAt?: Instant;
  /** What the host itself knows; wins over what R4 derives. */
  connection?: ConnectionStatus;
  /** The newest OCPP status of the station as a whole (1.6: connector 0; 2.x: its AvailabilityState). */
  status?: string;
  /** Its details page in the host portal: http, https or relative. */
  href?: string;
  evses?: Evse[];
  /** Since when it is offline (R27). Not read of a station that is not. */
  offlineSince?: Instant;
  /** Since when it, or an EVSE or connector of it, is faulted (R27). Not read of a station that is not. */
  faultedSince?: Instant;
  /** OCPP's `errorCode` (1.6) or the like, for people. `NoError` is none. */
  errorCode?: string;
  /** OCPP's `info` (1.6) or the like, for people. */
  info?: string;
}

/** One place to charge one vehicle at a time. In OCPP 1.6 each connector is an EVSE. */
export interface Evse {
  /** Unique in its station. */
  id: string;
  /** OCPP or OCPI status of the EVSE, in any letter case; wins over what its connectors say. */
  status?: string;
  connectors?: Connector[];
}

/** One of an EVSE's outlets. */
export interface Connector {
  /** Unique in its EVSE. */
  id: string;
  /** OCPP or OCPI status, in any letter case. */
  status?: string;
}

/** A whole network at one moment. */
export interface NetworkSnapshot {
  /** When it was true. The network's clock starts at that of the first snapshot; a newer one moves it forward, never back. */
  asOf?: Instant;
  locations: Location[];
  /** How the whole network's counts were before, oldest first: where its trend begins (R28). */
  history?: TrendPoint[];
}

/** How many were in each status at a moment (R28); a dimension, or a status, of which that is not known is absent. */
export interface TrendPoint {
  at: Instant;
  counts: Partial<Record<Dimension, Partial<StatusCounts>>>;
}

/**
 * A station of which only some fields are known anew: given fields replace, EVSEs and connectors merge by id, null clears. A
 * status without a `lastMessageAt` is a sign of life (R4), and so is a change of nothing but an id. A station that the network does not have is a problem, and not added.
 */
export type StationChange = { id: string; evses?: EvseChange[] | null } & {
  [Field in keyof Omit<Station, 'id' | 'evses'>]?: Station[Field] | null;
};

/** An EVSE in a change; with a status of null it no longer states one itself, and is as its connectors are. */
export type EvseChange = Omit<Evse, 'status'> & { status?: string | null };

/** What became different since the snapshot or the change before. Taken twice, it changes nothing the second time. */
export interface NetworkChange {
  /**
   * When it was true; moves the network's clock forward, never back. Of each station the newest wins: a record that is older than what is
   * known is late, undoes nothing, and is counted in `state.late`; what it says holds against snapshots that are older. Without it
   * the clock stays as it is, and the change is taken whenever it comes.
   */
  asOf?: Instant;
  /** Added, or replacing the location of the same id with all of its stations, but those of which something newer is known. */
  locations?: Location[];
  stations?: StationChange[];
  removed?: { locations?: string[]; stations?: string[] };
}

/** What `ev-data-provider`'s `scope` narrows everything to. */
export interface Scope {
  country?: string | string[];
  operator?: string | string[];
}

/** Which stations: each field's list are alternatives, and every field given is required. Plain data, so that it survives a URL. */
export interface StationFilter {
  connection?: string[];
  /**
   * Stations with an EVSE in one of these statuses; for `faulted` also those that are faulted themselves or have a
   * connector that is (R20).
   */
  evse?: string[];
  lastMessage?: string[];
  station?: string[];
  locationIds?: string[];
  country?: string[];
  operator?: string[];
  /** Default `['production']` (R2). */
  deploymentState?: string[];
  /** Only stations that are in trouble (R26), for longer than this: seconds, 0 or more (R27). */
  troubleFor?: number;
}

/** How many stations (or EVSEs) are in each status, in the fixed order of the dimension, zeros included (R22). */
export type StatusCounts = Record<string, number>;

/** What a record is: in a snapshot by the list that it stands in, `change` in a change. */
export type RecordKind = 'location' | 'station' | 'evse' | 'connector' | 'change';

/** A record, or a part of one, that could not be read: what stood where, and what was expected. */
export interface Problem {
  /** For example `locations[3].stations[0].lastMessageAt`; of a change, where it stands in the change. */
  path: string;
  message: string;
  /** What `message` says, for readers of other languages (docs/languages.md). Absent where only who made it knows. */
  reason?: Reason;
  /** The record that is missing for it, with all that is in it. Absent where only a part of a record could not be read. */
  skipped?: RecordKind;
  /** The station is read, but in no figure for it (R2). */
  uncounted?: true;
  /** How often it came, where more than once. */
  count?: number;
}
