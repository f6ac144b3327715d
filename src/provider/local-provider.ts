/*
 * A change's way, from a source's `push` to a pie that is redrawn:
 *
 *  1. The source calls `push`: PushedChanges (pushed-changes.ts) has it queued.
 *  2. ChangeQueue gathers what comes within 100 ms, less what a later one leaves nothing of, and keeps what comes during a load for the new network.
 *  3. `PushedChanges.apply` moves the clock forward to the change's `asOf`, and calls `change` of the engine, 250 records at a time.
 *  4. WorkerEngine posts that call; in the worker `serveEngine` has EngineRunner call `Engine.change`. (TabEngine calls it directly.)
 *  5. `Network.change` writes the records, and adds the difference they make to the counts.
 *  6. The engine answers with an EngineReport, which EngineSession keeps: its version, and when time alone will change an answer.
 *  7. `LocalProvider.publish` makes the new `state`, sets DeadlineTimer to that moment, and notifies the subscribers.
 *  8. Each element's DataController asks its question again. Questions of one turn cross to the worker in one message.
 *  9. The worker answers counts first, and posts each answer as soon as it has it; a map's groups come after.
 * 10. The pie's DataController takes the counts, and Lit renders the pie.
 */
import { isFields, shown } from '../model/fields.js';
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
import type { Dimension, TrendPoint } from '../model/records.js';
import type { DataProvider, DataState, QuestionOptions, StationSource } from './data-provider.js';
import { DeadlineTimer } from './deadline-timer.js';
import { disposed } from './disposed.js';
import { EngineSession } from './engine-session.js';
import { LiveChanges } from './live-changes.js';
import { rulesOf } from './local-provider-options.js';
import type { LocalProviderOptions } from './local-provider-options.js';
import { Loads } from './loads.js';
import { NetworkLoader } from './network-loader.js';
import { pageTime, timeOfHost } from './page-clock.js';
import { ProviderClock } from './provider-clock.js';
import { EngineQuestions } from './engine-questions.js';
import type { FetchedSource } from './sources/feed-source.js';
import { Subscribers } from './subscribers.js';
import { connectEngine } from './worker/connect-engine.js';

export type { LocalProviderOptions } from './local-provider-options.js';

/** A provider that a host can end. */
export type DisposableProvider = DataProvider &
  Required<Pick<DataProvider, 'now' | 'bounds' | 'trend' | 'facets'>> & { dispose(): void };

class LocalProvider implements DisposableProvider {
  state: DataState;
  private readonly subscribers = new Subscribers();
  private readonly lifetime = new AbortController();
  private readonly clock: ProviderClock;
  private readonly session: EngineSession;
  private readonly changes: LiveChanges;
  private readonly loads: Loads;
  private readonly deadlines: DeadlineTimer;
  private readonly questions: EngineQuestions;

  constructor(
    private readonly source: StationSource,
    options: LocalProviderOptions,
  ) {
    const { lastMessageIs } = source;
    const rules = { ...rulesOf(options), lastMessageIs };
    this.state = { status: 'idle', leftOut: 0, ...(lastMessageIs && { lastMessageIs }) };
    const { signal } = this.lifetime;
    const publish = () => {
      this.publish();
    };
    this.clock = new ProviderClock(options.now ? timeOfHost(options.now) : pageTime, () => {
      // After the turn, in which the engine is told of the data that showed it.
      queueMicrotask(() => void this.rewind());
    });
    const { feed } = source as FetchedSource;
    this.session = new EngineSession(
      onLost => connectEngine(rules, options.worker ?? 'auto', onLost, feed?.format),
      () => {
        this.reload();
      },
    );
    const reload = () => void this.loads.refresh();
    this.changes = new LiveChanges(source, this.session, this.clock, signal, publish, reload);
    const loader = new NetworkLoader(source, this.session, this.clock, this.changes);
    this.loads = new Loads(loader, publish, signal);
    this.deadlines = new DeadlineTimer(this.session, this.clock, options.now !== undefined, publish);
    this.questions = new EngineQuestions(this.session, this.loads, this.clock, signal);
  }

  now(): number {
    return this.clock.now();
  }

  subscribe(onChange: () => void): () => void {
    const stop = this.subscribers.add(onChange);
    void this.loads.whenLoaded().catch(() => undefined);
    this.follow();
    return () => {
      stop();
      this.follow();
    };
  }

  refresh({ signal }: { signal?: AbortSignal } = {}): Promise<void> {
    return this.loads.refresh(signal);
  }

  counts(
    dimension: Dimension,
    { signal, ...options }: QuestionOptions & { includeOffline?: boolean } = {},
  ): Promise<Counts> {
    return this.questions.ask('counts', [dimension, options], signal);
  }

  mapItems(view: MapView, { signal, scope }: QuestionOptions = {}): Promise<MapItem[]> {
    return this.questions.ask('mapItems', [view, scope], signal);
  }

  location(id: string, { signal, scope }: QuestionOptions = {}): Promise<LocationDetail | undefined> {
    return this.questions.ask('location', [id, scope], signal);
  }

  stations(query: StationQuery, { signal, scope }: QuestionOptions = {}): Promise<StationPage> {
    return this.questions.ask('stations', [query, scope], signal);
  }

  bounds({ signal, scope }: QuestionOptions = {}): Promise<BoundingBox | undefined> {
    return this.questions.askBounds(scope, signal);
  }

  trend(
    dimension: Dimension,
    { signal, ...options }: QuestionOptions & { from?: number } = {},
  ): Promise<TrendPoint[]> {
    return this.questions.ask('trend', [dimension, options], signal);
  }

  facets(facet: Facet, { signal, scope }: QuestionOptions = {}): Promise<FacetValue[]> {
    return this.questions.ask('facets', [facet, scope], signal);
  }

  dispose(): void {
    this.lifetime.abort(disposed());
    this.changes.close();
    this.subscribers.clear();
    this.follow();
    this.session.dispose();
  }

  /** Time is followed, and what failed tried again, only for those who would be notified. */
  private follow(): void {
    const isFollowed = this.subscribers.size > 0 && !this.lifetime.signal.aborted;
    if (isFollowed) this.deadlines.schedule();
    else this.deadlines.cancel();
    this.loads.follow(isFollowed);
  }

  /** The engine was lost: those who wait for a load or follow the data are given another. Questions see to themselves. */
  private reload(): void {
    this.changes.close();
    if (this.loads.isLoading || this.subscribers.size > 0) void this.loads.refresh();
    else this.publish();
  }

  /** The clock was found to be ahead and went back: the engine, which holds one that goes back, is told to follow. */
  private async rewind(): Promise<void> {
    const { clock, session } = this;
    try {
      session.take(await session.engine.call('rewind', clock.now()));
    } catch (error) {
      session.fail(error);
    }
    this.publish();
  }

  private publish(): void {
    const { failure, hasNetwork, interruption: loss, report } = this.session;
    const { asOf } = this.clock;
    const interruption = loss ?? (hasNetwork ? this.changes.interruption : undefined);
    const settled = failure ? 'error' : interruption ? 'stale' : hasNetwork ? 'ready' : 'idle';
    // What is shown while a lost engine is loaded again is stale, not merely about to be renewed.
    const isStale = settled === 'stale' && !hasNetwork && asOf !== undefined;
    this.state = {
      status: this.loads.isLoading && !isStale ? 'loading' : settled,
      asOf,
      error: failure ?? interruption,
      leftOut: report?.leftOut ?? 0,
      firstLeftOut: report && report.firstLeftOut.length > 0 ? report.firstLeftOut : undefined,
      problems: this.changes.problemsWith(report && report.problems.total > 0 ? report.problems : undefined),
      late: report && report.late > 0 ? report.late : undefined,
      lastMessageIs: this.source.lastMessageIs,
      retryAt: this.loads.retryAt,
      isLoading: this.loads.isUnderWay || undefined,
      engine: this.session.place,
    };
    this.follow();
    this.subscribers.notify();
  }
}

/** @throws TypeError naming what a host gave in place of a source, or of its functions */
function expectSource(source: unknown): void {
  if (!isFields(source))
    throw new TypeError(
      `source is ${shown(source)}; expected an object with load(), as jsonSource(url) makes one.`,
    );
  const { load, watch } = source;
  if (typeof load !== 'function')
    throw new TypeError(`source.load is ${shown(load)}; expected a function that resolves to a snapshot.`);
  if (watch != null && typeof watch !== 'function')
    throw new TypeError(`source.watch is ${shown(watch)}; expected a function that pushes changes, or none.`);
}

/**
 * Answers widgets from an engine in the tab, in a worker where one can be had. Loads when first asked or subscribed to.
 * @param source what the host has: `jsonSource`, `ocpiSource` or its own
 * @throws TypeError where the source is none; RangeError where an option is not as documented
 */
export function localProvider(source: StationSource, options: LocalProviderOptions = {}): DisposableProvider {
  expectSource(source);
  return new LocalProvider(source, options);
}
