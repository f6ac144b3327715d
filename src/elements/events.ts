import type { BoundingBox, MapDimension } from '../model/questions.js';
import type { ListNarrowing } from '../model/list-narrowing.js';
import type { ListTab } from '../model/list-tabs.js';
import type { Dimension, Scope, StationFilter } from '../model/records.js';
import type { DataState } from '../provider/data-provider.js';

/** Detail of `ev-drill-down`: the slice, and the filter for the stations behind it. Plain data. */
export interface DrillDownDetail {
  dimension: Dimension;
  status: string;
  filter: StationFilter;
  /** What the slice shows: stations, or EVSEs on the EVSE pie. */
  count: number;
}

/** Detail of `ev-navigate`: the link that was followed. Plain data. */
export interface NavigateDetail {
  kind: 'location' | 'station';
  id: string;
  href: string;
}

/** Detail of `ev-filter-change`: the statuses of a dimension that are hidden now. Plain data. */
export interface FilterChangeDetail {
  dimension: Dimension;
  hidden: string[];
}

/** Detail of `ev-view-change`: what the map shows after a move. Plain data. */
export interface ViewChangeDetail {
  /** Longitude, latitude. */
  center: [number, number];
  zoom: number;
  bbox: BoundingBox;
}

/** Where a map looks. */
export interface MapPlace {
  /** Longitude, latitude. */
  center: [number, number];
  zoom: number;
}

/** The state of `ev-overview`, which can be set again. Plain data. */
export interface OverviewState {
  /** The statuses that each dimension hides; none where it hides none. */
  hidden: Partial<Record<Dimension, string[]>>;
  /** Where the maps look, once they have moved; absent, they show the whole network. */
  maps: Partial<Record<MapDimension, MapPlace>>;
  /** The countries and operators that the reader chose (R32); absent where that is all. */
  scope?: Scope;
  /** The list that is open. */
  list?: {
    filter: StationFilter;
    tab?: ListTab;
    /** The slice that it is behind. */
    dimension?: Dimension;
    status?: string;
    /** What the slice showed when it was selected. */
    count?: number;
  };
}

/** Detail of `ev-tab-change`: the tab that the list shows now. Plain data. */
export interface TabChangeDetail {
  tab: ListTab;
}

/** Detail of `ev-narrowing-change`: all that the list is narrowed to now, on top of its filter. Plain data. */
export interface NarrowingChangeDetail {
  narrowing: ListNarrowing;
}

function options<T>(detail: T, cancelable: boolean): CustomEventInit<T> {
  return { detail, bubbles: true, composed: true, cancelable };
}

/** R19: a slice or its number was selected. A host that prevents the default shows the list itself. */
export class DrillDownEvent extends CustomEvent<DrillDownDetail> {
  constructor(detail: DrillDownDetail) {
    super('ev-drill-down', options(detail, true));
  }
}

/** R18: a link to a details page was clicked. A single-page host prevents the default and routes it. */
export class NavigateEvent extends CustomEvent<NavigateDetail> {
  constructor(detail: NavigateDetail) {
    super('ev-navigate', options(detail, true));
  }
}

/** R21: a legend hid a status or showed it again. */
export class FilterChangeEvent extends CustomEvent<FilterChangeDetail> {
  constructor(detail: FilterChangeDetail) {
    super('ev-filter-change', options(detail, false));
  }
}

/** A map's view changed. */
export class ViewChangeEvent extends CustomEvent<ViewChangeDetail> {
  constructor(detail: ViewChangeDetail) {
    super('ev-view-change', options(detail, false));
  }
}

/** R14: the provider's state changed. */
export class DataStateEvent extends CustomEvent<DataState> {
  constructor(detail: DataState) {
    super('ev-data-state', options(detail, false));
  }
}

/** The overview's state changed. */
export class StateChangeEvent extends CustomEvent<OverviewState> {
  constructor(detail: OverviewState) {
    super('ev-state-change', options(detail, false));
  }
}

/** The list shows another tab. */
export class TabChangeEvent extends CustomEvent<TabChangeDetail> {
  constructor(detail: TabChangeDetail) {
    super('ev-tab-change', options(detail, false));
  }
}

/** R27, R32: the list is narrowed to another country or operator, or to stations that are in trouble for longer. */
export class NarrowingChangeEvent extends CustomEvent<NarrowingChangeDetail> {
  constructor(detail: NarrowingChangeDetail) {
    super('ev-narrowing-change', options(detail, false));
  }
}

declare global {
  /** Of elements, of `document` and of `window`. */
  interface GlobalEventHandlersEventMap {
    'ev-drill-down': DrillDownEvent;
    'ev-navigate': NavigateEvent;
    'ev-filter-change': FilterChangeEvent;
    'ev-view-change': ViewChangeEvent;
    'ev-data-state': DataStateEvent;
    'ev-state-change': StateChangeEvent;
    'ev-tab-change': TabChangeEvent;
    'ev-narrowing-change': NarrowingChangeEvent;
  }
}
