import type {
  BoundingBox,
  Counts,
  LocationDetail,
  MapItem,
  MapView,
  StationPage,
  StationQuery,
} from '../../model/questions.js';
import type { Dimension, NetworkChange, Problem, Scope } from '../../model/records.js';
import { answerBounds, answerCounts, answerLocation, answerMapItems } from '../../engine/answers.js';
import type { Rules } from '../../engine/derivation.js';
import { Network } from '../../engine/network.js';
import { StationLists } from '../../engine/station-lists.js';
import type { Feed, LoadFeed } from '../sources/feed.js';

/** What a commit, a change or time did. */
export interface EngineReport {
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

/**
 * An engine in the tab or beyond it. Moments are the network's clock in epoch milliseconds. What is called first is done
 * first, so that a change that is sent after a commit is one of the new network.
 */
export interface EngineClient {
  /** Why it answers nothing any more, where that is so. */
  readonly failure?: Error;
  /** Starts a network beside the one that answers; one that was started before and not committed is dropped. */
  begin(now: number, problems: readonly Problem[]): Promise<void>;
  /** Adds locations to the network that was started; the first of them stands at `from` in the snapshot. */
  add(locations: readonly unknown[], from: number): Promise<void>;
  /**
   * Starts a network and adds all of a feed to it.
   * @param now of a feed that does not say when it was true
   * @returns when it was true: epoch milliseconds, where it says so
   */
  fetch(feed: Feed, now: number, signal: AbortSignal): Promise<number | undefined>;
  /** Puts the network that was started in the place of the one that answers. */
  commit(now: number): Promise<EngineReport>;
  change(changes: readonly NetworkChange[], now: number): Promise<EngineReport>;
  tick(now: number): Promise<EngineReport>;
  ask<Q extends keyof Questions>(
    question: Q,
    args: Parameters<Questions[Q]>,
    now: number,
  ): Promise<ReturnType<Questions[Q]>>;
  dispose(): void;
}

function loaded(network: Network | undefined): Network {
  if (!network) throw new Error('Nothing is loaded yet; load a snapshot first.');
  return network;
}

/** The engine itself: holds the network and answers from it. */
export class Engine implements EngineClient {
  private next?: Network;
  private network?: Network;
  private lists?: StationLists;
  /** What the versions of the networks before add up to. */
  private version = 0;

  /** @param loadFeed reads the format that its feeds come in */
  constructor(
    private readonly rules: Rules,
    private readonly loadFeed: LoadFeed,
  ) {}

  /** The network that was started and is not committed yet. */
  get started(): Network {
    return loaded(this.next);
  }

  async begin(now: number, problems: readonly Problem[]): Promise<void> {
    this.next = new Network(this.rules, now);
    this.next.problems.addAll(problems);
  }

  async add(locations: readonly unknown[], from: number): Promise<void> {
    this.started.load(locations, from);
  }

  async fetch(feed: Feed, now: number, signal: AbortSignal): Promise<number | undefined> {
    return this.loadFeed(this, feed.url, now, signal);
  }

  async commit(now: number): Promise<EngineReport> {
    const next = this.started;
    if (this.network) {
      next.follow(this.network);
      this.version += this.network.version + 1;
    }
    this.network = next;
    this.next = undefined;
    this.lists = new StationLists(next);
    return this.tick(now);
  }

  async change(changes: readonly NetworkChange[], now: number): Promise<EngineReport> {
    const network = loaded(this.network);
    for (const change of changes) network.change(change, now);
    return this.report();
  }

  async tick(now: number): Promise<EngineReport> {
    loaded(this.network).tick(now);
    return this.report();
  }

  async ask<Q extends keyof Questions>(
    question: Q,
    args: Parameters<Questions[Q]>,
    now: number,
  ): Promise<ReturnType<Questions[Q]>> {
    const network = loaded(this.network);
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
    this.next = this.network = this.lists = undefined;
  }

  private report(): EngineReport {
    const { nextDeadline, version, scopes, problems } = loaded(this.network);
    return {
      nextDeadline,
      version: this.version + version,
      leftOut: scopes.tally().leftOut,
      problems: { total: problems.total, first: problems.first },
    };
  }
}
