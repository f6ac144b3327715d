import type {
  BoundingBox,
  Counts,
  Facet,
  FacetValue,
  LocationDetail,
  MapItem,
  MapView,
  StationPage,
  StationQuery,
} from '../model/questions.js';
import type { Problems } from '../model/problems.js';
import type {
  Dimension,
  LastMessageMeaning,
  NetworkChange,
  NetworkSnapshot,
  Problem,
  Scope,
  TrendPoint,
} from '../model/records.js';

/** What a host writes to feed `localProvider`. */
export interface StationSource {
  /** What `lastMessageAt` of its stations is. Default `message`. */
  readonly lastMessageIs?: LastMessageMeaning;
  /**
   * Fetches the whole network. Rejects with an error that a person can read. Its signal aborts where another load takes its place, and after
   * ten minutes, when it counts as failed: give its requests a time-out of their own.
   */
  load(options: { signal: AbortSignal }): Promise<NetworkSnapshot>;
  /**
   * Reports changes, until the signal aborts. It is called once, before the first `load`. Where it returns a promise, that resolves as soon
   * as all that changes from then on will be pushed, and not when nothing more will be: the first load waits for it, for a second; where it
   * comes later, the network is loaded once more. The first push counts as that moment too, so an `async` function may push in a loop. One
   * whose loop ends says so by `interrupted`: that the promise resolves does not. What is pushed during a load is kept, and taken after it.
   */
  watch?(push: (change: NetworkChange) => void, options: WatchOptions): unknown;
}

/** What a source that watches is given. */
export interface WatchOptions {
  signal: AbortSignal;
  /** Nothing is pushed at the moment: the data is stale until `resumed`, or the next change, which may be `{}`. */
  interrupted?: (error: Error) => void;
  /** The interruption is over: changes are pushed again as they come. Unlike a change, it does not say that the data is true now. */
  resumed?: () => void;
  /** Changes were lost, for the reason that the error gives: the data is stale until the network is loaded anew, which follows by itself. */
  missed?: (error: Error) => void;
  /** Something came that is not understood, though nothing may be missing for it: `state.problems` tells it, once a path. */
  strange?: (problem: Problem) => void;
}

/** How far a provider is. While loading, stale or in error it goes on answering from the last good data (R14). */
export interface DataState {
  status: 'idle' | 'loading' | 'ready' | 'stale' | 'error';
  /** When the data was true: epoch milliseconds. */
  asOf?: number;
  error?: Error;
  /** Production stations without a usable position: counted, but on no map. */
  leftOut: number;
  /** The first of their locations: where they stood and what was expected. Absent where there are none, or the provider does not tell. */
  firstLeftOut?: readonly Problem[];
  /** Records that were skipped or read in part since the last load: how many, and the first of them. Absent where there are none. */
  problems?: Problems;
  /**
   * How many records of changes came late: they said that they were true before what was known by then, and undid nothing. Some are
   * normal with a stream beside snapshots; many mean that something delivers out of order. Absent where there were none.
   */
  late?: number;
  /** What `lastMessageAt` of the stations is, by which widgets name it (R7). Absent: `message`. */
  lastMessageIs?: LastMessageMeaning;
  /** When the provider will try again by itself what failed, in epoch milliseconds of the page's clock: nobody need ask it to before. Absent while it does. */
  retryAt?: number;
  /**
   * Whether a load is under way, whatever the `status`: another try of what failed leaves it `error`, and the load that follows the loss of
   * an engine `stale`. Absent where none is, or the provider does not tell.
   */
  isLoading?: boolean;
  /** Where `localProvider`'s engine runs, once it has started: in a worker, or where none can be had, in the tab. */
  engine?: 'worker' | 'tab';
}

/** What every question takes. */
export interface QuestionOptions {
  signal?: AbortSignal;
  /** Narrows the answer, as `ev-data-provider`'s `scope` asks. */
  scope?: Scope;
}

/** What widgets ask. `localProvider` answers from an engine in the tab; a server that aggregates answers the same questions. */
export interface DataProvider {
  readonly state: DataState;
  /** Calls back when an answer may have changed, coalesced. Returns what ends it. */
  subscribe(onChange: () => void): () => void;
  /** Fetches the data of now or later (R12), so a fetch that is under way is aborted. Resolves when done, whether it went well or not: see `state`. */
  refresh(options?: { signal?: AbortSignal }): Promise<void>;
  counts(dimension: Dimension, options?: QuestionOptions & { includeOffline?: boolean }): Promise<Counts>;
  mapItems(view: MapView, options?: QuestionOptions): Promise<MapItem[]>;
  location(id: string, options?: QuestionOptions): Promise<LocationDetail | undefined>;
  /**
   * A page of a list. Rejects with a RangeError where the query's cursor is of a list that is not known any more: whoever reads it starts
   * again without a cursor.
   */
  stations(query: StationQuery, options?: QuestionOptions): Promise<StationPage>;
  /** The network's `now` in epoch milliseconds; without it the page's clock, started at `state.asOf`, stands in. */
  now?(): number;
  /** The box around all locations, for "fit to my network"; without it a map starts with the world. */
  bounds?(options?: QuestionOptions): Promise<BoundingBox | undefined>;
  /**
   * How many were in each status of a dimension before now, oldest first, at steps of 5 minutes for a day at most (R28); `at` in epoch milliseconds. It does not reach
   * further back than was observed, or than the source told.
   */
  trend?(dimension: Dimension, options?: QuestionOptions & { from?: number }): Promise<TrendPoint[]>;
  /** The countries or operators of the network's production stations, most stations first, for a reader to choose from (R32). */
  facets?(facet: Facet, options?: QuestionOptions): Promise<FacetValue[]>;
}
