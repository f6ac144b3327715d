import type {
  ConnectionStatus,
  Dimension,
  EvseStatus,
  NetworkChange,
  NetworkSnapshot,
  Problem,
  Scope,
  StationFilter,
  StationStatus,
  StatusCounts,
} from '../model/types.js';

/** What a host writes to feed `localProvider`. */
export interface StationSource {
  /** Fetches the whole network. Rejects with an error that a person can read. */
  load(options: { signal: AbortSignal }): Promise<NetworkSnapshot>;
  /**
   * Reports changes from the load on, until the signal aborts. `interrupted` says that changes may be missed (the data is
   * stale) until the next one is pushed.
   */
  watch?(push: (change: NetworkChange) => void, options: WatchOptions): void;
}

/** What a source that watches is given. */
export interface WatchOptions {
  signal: AbortSignal;
  interrupted?: (error: Error) => void;
}

/** How far a provider is. While loading, stale or in error it goes on answering from the last good data (R14). */
export interface DataState {
  status: 'idle' | 'loading' | 'ready' | 'stale' | 'error';
  /** When the data was true: epoch milliseconds. */
  asOf?: number;
  error?: Error;
  /** Production stations without a usable position: counted, but on no map. */
  leftOut: number;
  /** Records that were skipped or read in part: how many, and the first of them. */
  problems?: { total: number; first: readonly Problem[] };
}

/** What every question takes. */
export interface QuestionOptions {
  signal?: AbortSignal;
  /** Narrows the answer, as `ev-data-provider`'s `scope` asks. */
  scope?: Scope;
}

/** West, south, east, north in degrees; east of 180 or west past east spans the antimeridian. */
export type BoundingBox = [west: number, south: number, east: number, north: number];

/** What a map shows: the dimension, where, and how near (MapLibre's zoom). */
export interface MapView {
  dimension: 'connection' | 'evse';
  bbox: BoundingBox;
  zoom: number;
}

/** Several locations, drawn as a small pie (R15). */
export interface MapGroup {
  kind: 'group';
  longitude: number;
  latitude: number;
  counts: StatusCounts;
  /** How many locations it holds. */
  locations: number;
  /** The zoom at which it splits; absent where zooming never splits it. */
  expansionZoom?: number;
  /** The locations of a group that zooming never splits (R16). */
  locationIds?: string[];
}

/** One location, drawn as a pin (R16). */
export interface MapLocation {
  kind: 'location';
  longitude: number;
  latitude: number;
  id: string;
  name?: string;
  counts: StatusCounts;
  /** How many production stations it has. */
  stations: number;
}

/** What a map draws. */
export type MapItem = MapGroup | MapLocation;

/** A station's EVSE as popups and lists show it. */
export interface EvseDetail {
  id: string;
  status: EvseStatus;
}

/** A station as popups and lists show it. */
export interface StationDetail {
  id: string;
  connection: ConnectionStatus;
  status: StationStatus;
  evses: EvseDetail[];
  /** Epoch milliseconds. */
  lastMessageAt?: number;
  /** Since when it reports a fault of itself or of an EVSE, where that was seen to begin: epoch milliseconds. */
  faultedSince?: number;
  href?: string;
}

/** A location with its production stations (R17). */
export interface LocationDetail {
  id: string;
  name?: string;
  longitude: number;
  latitude: number;
  country?: string;
  operator?: string;
  href?: string;
  stations: StationDetail[];
}

/** A row of the list behind a figure. */
export interface StationRow extends StationDetail {
  locationId: string;
  locationName?: string;
  /** The location's own details page. */
  locationHref?: string;
}

/** What `stations` can be ordered by. */
export type StationSortKey = 'id' | 'location' | 'connection' | 'status' | 'lastMessageAt';

/** Which stations, and which of them now. */
export interface StationQuery {
  filter: StationFilter;
  /** Part of a station's ID, location ID or location name, in any case. */
  search?: string;
  sort?: { by: StationSortKey; descending?: boolean };
  /** Where the page before ended, as it said. */
  cursor?: string;
  /** Rows a page. Default 100. */
  limit?: number;
}

/** A page of the list behind a figure. */
export interface StationPage {
  stations: StationRow[];
  /** How many match on all pages together. */
  total: number;
  /** For the next page; absent on the last. */
  cursor?: string;
}

/** A location or station found by a search. */
export interface SearchHit {
  kind: 'location' | 'station';
  id: string;
  /** The location to open: the hit itself, or the station's. */
  locationId: string;
  name?: string;
  longitude: number;
  latitude: number;
}

/** How many there are in all and in each status. */
export interface Counts {
  total: number;
  byStatus: StatusCounts;
}

/** What widgets ask. `localProvider` answers from an engine in the tab; a server that aggregates answers the same questions. */
export interface DataProvider {
  readonly state: DataState;
  /** Calls back when an answer may have changed, coalesced. Returns what ends it. */
  subscribe(onChange: () => void): () => void;
  /** Fetches the latest data (R12); the refresh before is aborted. Resolves when done, whether it went well or not: see `state`. */
  refresh(options?: { signal?: AbortSignal }): Promise<void>;
  counts(dimension: Dimension, options?: QuestionOptions & { includeOffline?: boolean }): Promise<Counts>;
  mapItems(view: MapView, options?: QuestionOptions): Promise<MapItem[]>;
  location(id: string, options?: QuestionOptions): Promise<LocationDetail | undefined>;
  stations(query: StationQuery, options?: QuestionOptions): Promise<StationPage>;
  /** The network's `now` in epoch milliseconds; without it the page's clock, started at `state.asOf`, stands in. */
  now?(): number;
  /** The box around all locations, for "fit to my network"; without it a map starts with the world. */
  bounds?(options?: QuestionOptions): Promise<BoundingBox | undefined>;
}
