import type {
  ConnectionStatus,
  Dimension,
  EvseStatus,
  SinceMeaning,
  StationFilter,
  StationStatus,
  StatusCounts,
} from './records.js';

/** West, south, east, north in degrees; east of 180 or west past east spans the antimeridian. */
export type BoundingBox = [west: number, south: number, east: number, north: number];

/** The dimensions that have a map (R1). */
export type MapDimension = Extract<Dimension, 'connection' | 'evse'>;

/** What a map shows: the dimension, where, and how near (MapLibre's zoom). */
export interface MapView {
  dimension: MapDimension;
  bbox: BoundingBox;
  zoom: number;
}

/** Several locations, drawn as a small pie (R15). */
export interface MapGroup {
  longitude: number;
  latitude: number;
  counts: StatusCounts;
  /** How many locations it holds. */
  locations: number;
  /** The zoom at which it splits; absent where zooming never splits it. */
  expansionZoom?: number;
  /** The box around its locations, for a click that goes as near as it allows (R16); without it, to `expansionZoom`. */
  bbox?: BoundingBox;
  /** The locations of a group that zooming never splits (R16). */
  locationIds?: string[];
}

/** One location, drawn as a pin (R16). */
export interface MapLocation {
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

/** Tells the two kinds of map item apart by what they hold. */
export function isGroup(item: MapItem): item is MapGroup {
  return !('id' in item);
}

/** A station's EVSE as popups and lists show it. */
export interface EvseDetail {
  id: string;
  status: EvseStatus;
  /** The word that it stated itself, as its source writes it. */
  reported?: string;
  connectors?: ConnectorDetail[];
}

/** A connector as lists show it. */
export interface ConnectorDetail {
  id: string;
  /** The word that it stated, as its source writes it. */
  reported?: string;
}

/** A station as popups and lists show it. */
export interface StationDetail {
  id: string;
  connection: ConnectionStatus;
  status: StationStatus;
  evses: EvseDetail[];
  /** Epoch milliseconds. */
  lastMessageAt?: number;
  /** Since when it is offline, where it is and that is known: epoch milliseconds (R27). */
  offlineSince?: number;
  offlineSinceIs?: SinceMeaning;
  /** Since when it reports a fault of itself, an EVSE or a connector, where that is known: epoch milliseconds (R27). */
  faultedSince?: number;
  faultedSinceIs?: SinceMeaning;
  /** Since when it is in trouble of any kind (R26), where it is and that is known: epoch milliseconds. The earliest of its troubles counts. */
  troubleSince?: number;
  troubleSinceIs?: SinceMeaning;
  /** What it says of its fault, for people. */
  errorCode?: string;
  info?: string;
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
  country?: string;
  operator?: string;
}

/**
 * What `stations` can be ordered by. By `troubleSince` those that are in trouble for the longest come first; those that are in none, or of which that is not
 * known, come last in either direction.
 */
export type StationSortKey = 'id' | 'location' | 'connection' | 'status' | 'lastMessageAt' | 'troubleSince';

/** The order of a list. */
export interface StationSort {
  by: StationSortKey;
  descending?: boolean;
  /** The language that has texts in this order, as `lang` names it (`nb`): a view gives that of the page around it. Default English. */
  language?: string;
}

/** Which stations, and which of them now. */
export interface StationQuery {
  filter: StationFilter;
  /** Part of a station's ID, location ID or location name, in any case. */
  search?: string;
  sort?: StationSort;
  /** Where the page before ended, as it said; all else but `limit` is as it was then. */
  cursor?: string;
  /** Rows a page. Default 100. */
  limit?: number;
}

/**
 * A page of the list behind a figure. The pages of a list are of one moment, however long it is read: its stations and their order are
 * those of its first page, though the network changes or is loaded anew meanwhile. Each is shown as it is when its page is asked for.
 */
export interface StationPage {
  /** Without those that were removed since the first page. */
  stations: StationRow[];
  /** How many matched when the first page was asked for, on all pages together. */
  total: number;
  /** For the next page; absent on the last. */
  cursor?: string;
}

/** How many there are in all and in each status. */
export interface Counts {
  total: number;
  byStatus: StatusCounts;
}

/** What a network can be narrowed to (R32). */
export type Facet = 'country' | 'operator';

/** A country or an operator, and how many production stations it has. */
export interface FacetValue {
  value: string;
  stations: number;
}
