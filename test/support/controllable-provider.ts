import type {
  BoundingBox,
  Counts,
  LocationDetail,
  MapItem,
  MapView,
  StationPage,
  StationQuery,
} from '../../src/model/questions.js';
import type { Dimension, StatusCounts, TrendPoint } from '../../src/model/records.js';
import type { DataProvider, DataState, QuestionOptions } from '../../src/provider/data-provider.js';

/** When the data of a controllable provider was true, unless a test says otherwise: epoch milliseconds. */
export const AS_OF = Date.UTC(2026, 0, 15, 12);

type Question = 'refresh' | 'counts' | 'mapItems' | 'location' | 'stations' | 'bounds' | 'trend';

/** What a provider was asked, and what it was asked with. */
export interface Asked {
  question: Question;
  about?: unknown;
  options?: QuestionOptions & { includeOffline?: boolean };
}

/** A question that waits until the test answers it. */
export interface HeldQuestion extends Asked {
  resolve(): void;
  reject(error: Error): void;
}

/** What a provider answers: each by itself can be set by a test. */
export interface Answers {
  counts(dimension: Dimension, options: Asked['options']): StatusCounts;
  mapItems(view: MapView): MapItem[];
  location(id: string): LocationDetail | undefined;
  stations(query: StationQuery): StationPage;
  bounds(): BoundingBox | undefined;
}

const COUNTS: Readonly<Record<Dimension, StatusCounts>> = {
  connection: { online: 40, offline: 8, unknown: 2 },
  evse: { available: 60, charging: 25, faulted: 10, undefined: 5 },
  'last-message': { 'under-15m': 30, 'under-1h': 9, 'under-24h': 5, 'under-7d': 3, older: 1 },
  station: { enabled: 36, disabled: 6, faulted: 4, unknown: 4 },
};

/**
 * A provider whose answers a test sets, holds back, resolves and rejects, and that knows what it was asked. As from a
 * server, every answer is a fresh copy.
 */
export class ControllableProvider implements DataProvider {
  state: DataState = { status: 'ready', asOf: AS_OF, leftOut: 0 };
  now?: () => number = () => AS_OF;
  /** Not there until `keepTrend`: not every provider has one. */
  trend?: DataProvider['trend'];
  readonly answers: Answers = {
    counts: dimension => COUNTS[dimension],
    mapItems: () => [],
    location: () => undefined,
    stations: () => ({ stations: [], total: 0 }),
    bounds: () => undefined,
  };
  readonly asked: Asked[] = [];
  /** The questions that wait, oldest first. */
  readonly held: HeldQuestion[] = [];
  /** Whether questions wait for `resolve` or `reject`. */
  isPaused = false;
  private failure?: Error;
  private readonly subscribers = new Set<() => void>();

  get subscriptions(): number {
    return this.subscribers.size;
  }

  /** What was asked so far of one kind. */
  questions(question: Question): Asked[] {
    return this.asked.filter(asked => asked.question === question);
  }

  subscribe(onChange: () => void): () => void {
    this.subscribers.add(onChange);
    return () => {
      this.subscribers.delete(onChange);
    };
  }

  /** Tells that an answer may have changed. */
  tell(): void {
    for (const subscriber of this.subscribers) subscriber();
  }

  /** Takes on another state, and tells. */
  become(status: DataState['status'], more: Partial<DataState> = {}): void {
    this.state = { ...this.state, error: undefined, status, ...more };
    this.tell();
  }

  refresh = (options?: { signal?: AbortSignal }): Promise<void> =>
    this.answer({ question: 'refresh', options }, () => undefined);

  counts = (dimension: Dimension, options?: Asked['options']): Promise<Counts> =>
    this.answer({ question: 'counts', about: dimension, options }, () => {
      const byStatus = this.answers.counts(dimension, options);
      return { byStatus, total: Object.values(byStatus).reduce((sum, count) => sum + count, 0) };
    });

  mapItems = (view: MapView, options?: QuestionOptions): Promise<MapItem[]> =>
    this.answer({ question: 'mapItems', about: view, options }, () => this.answers.mapItems(view));

  location = (id: string, options?: QuestionOptions): Promise<LocationDetail | undefined> =>
    this.answer({ question: 'location', about: id, options }, () => this.answers.location(id));

  stations = (query: StationQuery, options?: QuestionOptions): Promise<StationPage> =>
    this.answer({ question: 'stations', about: query, options }, () => this.answers.stations(query));

  bounds = (options?: QuestionOptions): Promise<BoundingBox | undefined> =>
    this.answer({ question: 'bounds', options }, () => this.answers.bounds());

  /** Has a trend from now on. */
  keepTrend(trend: (dimension: Dimension) => TrendPoint[]): void {
    this.trend = (dimension, options) =>
      this.answer({ question: 'trend', about: dimension, options }, () => trend(dimension));
  }

  /** Answers all that wait and all that is asked from now on. */
  resume(): void {
    this.isPaused = false;
    this.failure = undefined;
    for (const question of this.held.splice(0)) question.resolve();
  }

  /** Refuses all that wait and all that is asked from now on, until `resume`. */
  fail(error: Error): void {
    this.isPaused = false;
    this.failure = error;
    for (const question of this.held.splice(0)) question.reject(error);
  }

  private async answer<T>(asked: Asked, give: () => T): Promise<T> {
    this.asked.push(asked);
    if (this.failure && asked.question !== 'refresh') throw this.failure;
    if (this.isPaused) {
      await new Promise<void>((resolve, reject) => this.held.push({ ...asked, resolve, reject }));
    }
    return structuredClone(give());
  }
}
