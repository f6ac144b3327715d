import type {
  BoundingBox,
  Counts,
  LocationDetail,
  MapItem,
  MapView,
  StationPage,
  StationQuery,
} from '../model/answers.js';
import { epochOf } from '../model/time.js';
import type { Dimension, NetworkChange, Problem, Scope } from '../model/types.js';
import { answerBounds, answerCounts, answerLocation, answerMapItems } from '../network/answers.js';
import type { Rules } from '../network/derive.js';
import { Network } from '../network/network.js';
import { shown } from '../network/problem-log.js';
import { StationLists } from '../network/station-list.js';
import { loadFeed } from './feed.js';
import type { Feed, LoadedSnapshot } from './feed.js';

/** Where a load's data comes from: the page hands it over, or the engine fetches it. */
export type EngineInput = { snapshot: LoadedSnapshot } | { feed: Feed };

/** What a load, a change or time did. */
export interface EngineReport {
  /** When a loaded snapshot was true: epoch milliseconds, where it says so. */
  asOf?: number;
  /** The earliest moment at which time alone may change an answer. */
  nextDeadline: number;
  /** Differs from the report before where an answer may have changed. */
  version: number;
  leftOut: number;
  problems: { total: number; first: readonly Problem[] };
}

/** What the engine is asked; each question is answered as of a moment. */
export interface Questions {
  counts(dimension: Dimension, options?: { scope?: Scope; includeOffline?: boolean }): Counts;
  mapItems(view: MapView, scope?: Scope): MapItem[];
  location(id: string, scope?: Scope): LocationDetail | undefined;
  stations(query: StationQuery, scope?: Scope): StationPage;
  bounds(scope?: Scope): BoundingBox | undefined;
}

/** An engine in the tab or beyond it. Moments are the network's clock in epoch milliseconds. */
export interface EngineClient {
  /** Replaces the network. Rejects, and keeps the network before, where the input cannot be read. */
  load(input: EngineInput, now: number, signal: AbortSignal): Promise<EngineReport>;
  change(changes: readonly NetworkChange[], now: number): Promise<EngineReport>;
  tick(now: number): Promise<EngineReport>;
  ask<Q extends keyof Questions>(
    question: Q,
    args: Parameters<Questions[Q]>,
    now: number,
  ): Promise<ReturnType<Questions[Q]>>;
  dispose(): void;
}

/** The engine itself: holds the network and answers from it. */
export class Engine implements EngineClient {
  private network?: Network;
  private lists?: StationLists;
  private version = 0;

  constructor(private readonly rules: Rules) {}

  async load(input: EngineInput, now: number, signal: AbortSignal): Promise<EngineReport> {
    const { problems = [], ...snapshot } =
      'feed' in input ? await loadFeed(input.feed, signal) : input.snapshot;
    signal.throwIfAborted();
    if (!Array.isArray(snapshot.locations)) {
      throw new TypeError(
        `The snapshot's locations is ${shown(snapshot.locations)}; expected a list of locations.`,
      );
    }
    const asOf = snapshot.asOf == null ? undefined : epochOf(snapshot.asOf);
    if (Number.isNaN(asOf)) {
      throw new TypeError(
        `The snapshot's asOf is ${shown(snapshot.asOf)}; expected epoch milliseconds or ISO 8601 text.`,
      );
    }
    this.version += this.network?.version ?? 0;
    this.version++;
    this.network = new Network(snapshot, this.rules, asOf ?? now, this.network);
    this.network.problems.addAll(problems);
    this.lists = new StationLists(this.network);
    return { ...this.report(), asOf };
  }

  async change(changes: readonly NetworkChange[], now: number): Promise<EngineReport> {
    for (const change of changes) this.loaded.change(change, now);
    return this.report();
  }

  async tick(now: number): Promise<EngineReport> {
    this.loaded.tick(now);
    return this.report();
  }

  async ask<Q extends keyof Questions>(
    question: Q,
    args: Parameters<Questions[Q]>,
    now: number,
  ): Promise<ReturnType<Questions[Q]>> {
    const network = this.loaded;
    network.tick(now);
    const answers: Questions = {
      counts: (dimension, options) => answerCounts(network, dimension, options),
      mapItems: (view, scope) => answerMapItems(network, view, scope),
      location: (id, scope) => answerLocation(network, id, scope),
      stations: (query, scope) => this.lists!.page(query, scope),
      bounds: scope => answerBounds(network, scope),
    };
    const answer = answers[question] as (...args: Parameters<Questions[Q]>) => ReturnType<Questions[Q]>;
    return answer(...args);
  }

  dispose(): void {
    this.network = this.lists = undefined;
  }

  private get loaded(): Network {
    if (!this.network) throw new Error('Nothing is loaded yet; load a snapshot first.');
    return this.network;
  }

  private report(): EngineReport {
    const { nextDeadline, version, scopes, problems } = this.loaded;
    return {
      nextDeadline,
      version: this.version + version,
      leftOut: scopes.tally().leftOut,
      problems: { total: problems.total, first: problems.first },
    };
  }
}
