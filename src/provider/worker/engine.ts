import { answerBounds, answerCounts, answerLocation, answerMapItems } from '../../engine/answers.js';
import type { Rules } from '../../engine/derivation.js';
import { Facets } from '../../engine/facets.js';
import { Network } from '../../engine/network.js';
import { StationLists } from '../../engine/station-lists.js';
import { answerTrend } from '../../engine/trend-answers.js';
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
} from '../../model/questions.js';
import type { Problems } from '../../model/problems.js';
import type { Dimension, NetworkChange, Problem, Scope, TrendPoint } from '../../model/records.js';
import type { FeedVersion, LoadFeed } from '../sources/load-feed.js';
import type { RequestOptions } from '../sources/request-options.js';
import { FeedFetch } from './feed-fetch.js';
import type { FetchedFeed, FetchProgress, PlainHeaders, PostedFeed } from './feed-fetch.js';

/** What a commit, a change or time did. */
export interface EngineReport {
  /** The earliest moment at which time alone may change an answer. */
  nextDeadline: number;
  /** Differs from the report before where an answer may have changed. */
  version: number;
  /** Differs from the report before where locations may have come, gone or moved. */
  locationsVersion: number;
  leftOut: number;
  firstLeftOut: readonly Problem[];
  problems: Problems;
  /** How many records of changes came late. */
  late: number;
}

function loaded(network: Network | undefined): Network {
  if (!network) throw new Error('Nothing is loaded yet; load a snapshot first.');
  return network;
}

/**
 * Holds the network and answers from it. Its methods are what an `EngineChannel` calls, in a worker or in the tab. `now` is the
 * network's clock in epoch milliseconds.
 */
export class Engine {
  private next?: Network;
  private network?: Network;
  private lists?: StationLists;
  private readonly facetValues = new Facets();
  /** What the versions of the networks before add up to. */
  private version = 0;
  private locationsVersion = 0;
  /** Of the feed that the network was loaded from, until a change makes it another. */
  private feedVersion?: FeedVersion;
  private nextFeedVersion?: FeedVersion;
  /** The feed that is being fetched. */
  private fetching?: FeedFetch;

  /** @param loadFeed reads the format that its feeds come in */
  constructor(
    private readonly rules: Rules,
    private readonly loadFeed: LoadFeed,
  ) {}

  /**
   * Starts a network beside the one that answers; one that was started before and not committed is dropped.
   * @param asOf when it was true: epoch milliseconds, where it says so
   * @param history of its counts, where it has one
   */
  begin(now: number, problems: readonly Problem[], asOf?: number, history?: unknown): void {
    this.start(now, problems, asOf).loadHistory(history);
  }

  /** Adds locations to the network that was started; the first of them stands at `from` in the snapshot. */
  add(locations: readonly unknown[], from: number): void {
    loaded(this.next).load(locations, from);
  }

  /** Starts a network and adds all of a feed to it, unless the network that answers is just that feed. */
  fetch(feed: PostedFeed, now: number, signal: AbortSignal): Promise<FetchProgress> {
    this.fetching?.cancel();
    this.fetching = new FeedFetch(feed, (options, aborted) => this.load(feed.url, options, now, aborted));
    return this.fetching.proceed(signal);
  }

  /** Goes on with the fetch of a feed that has asked for headers. */
  async proceed(headers: PlainHeaders, signal: AbortSignal): Promise<FetchProgress> {
    if (!this.fetching) throw new Error('No feed is being fetched.');
    return this.fetching.proceed(signal, headers);
  }

  /**
   * Puts the network that was started in the place of the one that answers.
   * @param loadBegan when its load began, by the network's clock
   */
  commit(now: number, loadBegan = now): EngineReport {
    const next = loaded(this.next);
    next.begin(now, this.network, loadBegan);
    if (this.network) {
      this.version += this.network.version + 1;
      this.locationsVersion += this.network.scopes.locationsVersion + 1;
    }
    this.network = next;
    this.feedVersion = this.nextFeedVersion;
    this.next = this.nextFeedVersion = undefined;
    if (this.lists) this.lists.follow(next);
    else this.lists = new StationLists(next, Math.random().toString(36).slice(2));
    return this.report(next);
  }

  /** @param isReplayed whether the network before this one took them too */
  change(changes: readonly NetworkChange[], now: number, isReplayed = false): EngineReport {
    const network = loaded(this.network);
    for (const change of changes) if (network.change(change, now, isReplayed)) this.feedVersion = undefined;
    return this.report(network);
  }

  tick(now: number): EngineReport {
    return this.report(this.at(now));
  }

  /** Sets the clock back, since it was found to be ahead. */
  rewind(now: number): EngineReport {
    const network = loaded(this.network);
    network.rewind(now);
    return this.report(network);
  }

  counts(now: number, dimension: Dimension, options?: { scope?: Scope; includeOffline?: boolean }): Counts {
    return answerCounts(this.at(now), dimension, options);
  }

  mapItems(now: number, view: MapView, scope?: Scope): MapItem[] {
    return answerMapItems(this.at(now), view, scope);
  }

  location(now: number, id: string, scope?: Scope): LocationDetail | undefined {
    return answerLocation(this.at(now), id, scope);
  }

  stations(now: number, query: StationQuery, scope?: Scope): StationPage {
    this.at(now);
    return this.lists!.page(query, scope);
  }

  bounds(now: number, scope?: Scope): BoundingBox | undefined {
    return answerBounds(this.at(now), scope);
  }

  trend(now: number, dimension: Dimension, options?: { from?: number; scope?: Scope }): TrendPoint[] {
    return answerTrend(this.at(now), dimension, options);
  }

  facets(now: number, facet: Facet, scope?: Scope): FacetValue[] {
    return this.facetValues.values(this.at(now), facet, scope);
  }

  private async load(
    url: string,
    options: RequestOptions,
    now: number,
    signal: AbortSignal,
  ): Promise<FetchedFeed> {
    let started: Network | undefined;
    const { asOf, version } = await this.loadFeed(
      { url, options, signal, known: this.feedVersion },
      (at, problems) => (started = this.start(now, problems, at)),
    );
    if (started && started === this.next) this.nextFeedVersion = version;
    return { asOf, isUnchanged: !started };
  }

  /** The first network starts the clock at its own `asOf`; those that follow never set it back. */
  private start(now: number, problems: readonly Problem[], asOf?: number): Network {
    const at = asOf ?? now;
    this.next = new Network(this.rules, this.network ? Math.max(now, at) : at, asOf);
    this.nextFeedVersion = undefined;
    this.next.problems.addAll(problems);
    return this.next;
  }

  private at(now: number): Network {
    const network = loaded(this.network);
    network.tick(now);
    return network;
  }

  private report(network: Network): EngineReport {
    const { nextDeadline, version, scopes, store, problems, firstLeftOut, news } = network;
    return {
      nextDeadline,
      version: this.version + version,
      locationsVersion: this.locationsVersion + scopes.locationsVersion,
      leftOut: scopes.tally().leftOut,
      firstLeftOut,
      problems: { ...problems.summary, uncounted: store.uncounted },
      late: news.late,
    };
  }
}
