import { advanceClock, readClock, startClock } from '../model/clock.js';
import type { NetworkClock } from '../model/clock.js';
import { epochOf } from '../model/time.js';
import type { NetworkChange } from '../model/records.js';
import type { Rules } from '../engine/derivation.js';
import { abortable } from './abortable.js';
import { ChangeQueue, inParts } from './change-queue.js';
import { connectEngine } from './worker/connect-engine.js';
import type { EngineClient, EngineReport, Questions } from './worker/engine.js';
import type { FetchedSource } from './sources/feed.js';
import { rulesOf } from './local-provider-options.js';
import type { LocalProviderOptions } from './local-provider-options.js';
import { Paced } from './paced.js';
import { Subscribers } from './subscribers.js';
import type { DataProvider, DataState, StationSource } from './data-provider.js';

export type { LocalProviderOptions } from './local-provider-options.js';

/** A provider that a host can end. */
export type DisposableProvider = DataProvider &
  Required<Pick<DataProvider, 'now' | 'bounds'>> & { dispose(): void };

/** How often time is followed at most, and how often a clock that is not the page's own is read. */
const TICKS_EVERY = 250;

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

const monotonic = () => performance.timeOrigin + performance.now();

class LocalProvider implements DisposableProvider {
  state: DataState = { status: 'idle', leftOut: 0 };
  private readonly rules: Rules;
  private readonly pageNow: () => number;
  private readonly subscribers = new Subscribers();
  private readonly lifetime = new AbortController();
  private connecting?: Promise<EngineClient>;
  private engine?: EngineClient;
  private clock: NetworkClock = startClock(undefined, 0);
  private asOf?: number;
  private report?: EngineReport;
  /** The load that is under way, and what aborts it. */
  private loading?: AbortController;
  private loaded?: Promise<void>;
  private hasData = false;
  private isWatching = false;
  /** What the last load, or the engine, failed with. */
  private failure?: Error;
  /** What the source was interrupted by, until it pushes again. */
  private interruption?: Error;
  private readonly changes = new ChangeQueue(changes => this.takeChanges(changes));
  private readonly tickTimer = new Paced(TICKS_EVERY, () => void this.tick());

  constructor(
    private readonly source: StationSource,
    private readonly options: LocalProviderOptions,
  ) {
    this.rules = rulesOf(options);
    this.pageNow = options.now ?? monotonic;
  }

  now(): number {
    return readClock(this.clock, this.pageNow());
  }

  subscribe(onChange: () => void): () => void {
    this.subscribers.add(onChange);
    void this.whenLoaded().catch(() => undefined);
    this.scheduleTick();
    return () => {
      this.subscribers.remove(onChange);
      this.scheduleTick();
    };
  }

  refresh({ signal }: { signal?: AbortSignal } = {}): Promise<void> {
    if (signal?.aborted || this.lifetime.signal.aborted) return Promise.resolve();
    this.loading?.abort();
    const loading = (this.loading = new AbortController());
    this.changes.beginLoad();
    this.publish();
    const signals = [loading.signal, this.lifetime.signal, ...(signal ? [signal] : [])];
    this.loaded = this.load(loading, AbortSignal.any(signals));
    this.watch();
    return this.loaded;
  }

  counts: DataProvider['counts'] = (dimension, options = {}) => {
    const { signal, ...rest } = options;
    return this.ask('counts', [dimension, rest], signal);
  };

  mapItems: DataProvider['mapItems'] = (view, options) =>
    this.ask('mapItems', [view, options?.scope], options?.signal);

  location: DataProvider['location'] = (id, options) =>
    this.ask('location', [id, options?.scope], options?.signal);

  stations: DataProvider['stations'] = (query, options) =>
    this.ask('stations', [query, options?.scope], options?.signal);

  bounds: NonNullable<DataProvider['bounds']> = options =>
    this.ask('bounds', [options?.scope], options?.signal);

  dispose(): void {
    this.lifetime.abort();
    this.changes.close();
    this.tickTimer.cancel();
    this.subscribers.clear();
    this.connecting?.then(
      engine => {
        engine.dispose();
      },
      () => undefined,
    );
  }

  private async ask<Q extends keyof Questions>(
    question: Q,
    args: Parameters<Questions[Q]>,
    asked?: AbortSignal,
  ): Promise<ReturnType<Questions[Q]>> {
    const { signal: ended } = this.lifetime;
    const signal = asked ? AbortSignal.any([asked, ended]) : ended;
    signal.throwIfAborted();
    await abortable(this.whenLoaded(), signal);
    return abortable(this.engine!.ask(question, args, this.now()), signal);
  }

  /** Waits for the first data; rejects with what kept it away. */
  private async whenLoaded(): Promise<void> {
    while (!this.hasData) {
      this.lifetime.signal.throwIfAborted();
      if (this.failure && !this.loading) throw this.failure;
      await (this.loading ? this.loaded : this.refresh());
    }
  }

  /** The engine; a new one where the last has failed. */
  private async connect(): Promise<EngineClient> {
    if (this.engine?.failure) this.forget();
    const { feed } = this.source as FetchedSource;
    this.connecting ??= connectEngine(this.rules, this.options.worker ?? 'auto', feed?.format);
    try {
      return (this.engine = await this.connecting);
    } catch (error) {
      this.connecting = undefined;
      throw error;
    }
  }

  /** Lets go of an engine that has failed, and of all that was in it. */
  private forget(): void {
    this.engine = this.connecting = this.report = undefined;
    this.hasData = false;
    this.changes.close();
    this.tickTimer.cancel();
  }

  private async load(loading: AbortController, signal: AbortSignal): Promise<void> {
    try {
      const engine = await abortable(this.connect(), signal);
      const { feed } = this.source as FetchedSource;
      const asOf = feed
        ? await engine.fetch(feed, this.pageNow(), signal)
        : await this.handOver(engine, signal);
      signal.throwIfAborted();
      // Nothing comes between the clock, the commit and what is asked or changed next: the engine keeps their order.
      const pageNow = this.pageNow();
      this.clock = startClock(asOf, pageNow);
      const committed = engine.commit(this.now());
      this.asOf = asOf ?? pageNow;
      this.hasData = true;
      this.failure = undefined;
      this.changes.replay(asOf);
      this.take(await committed);
    } catch (error) {
      if (!signal.aborted) this.fail(error);
    } finally {
      if (this.loading === loading) {
        this.loading = undefined;
        this.changes.endLoad();
      }
      this.publish();
    }
  }

  private async handOver(engine: EngineClient, signal: AbortSignal): Promise<number | undefined> {
    const snapshot = await abortable(Promise.resolve(this.source.load({ signal })), signal);
    // Who has a feed fetched in a worker never hands over one.
    const { loadInParts } = await import('./worker/load-in-parts.js');
    return loadInParts(engine, snapshot, this.pageNow(), signal);
  }

  private watch(): void {
    if (this.isWatching) return;
    this.isWatching = true;
    try {
      this.source.watch?.(this.push, { signal: this.lifetime.signal, interrupted: this.interrupted });
    } catch (error) {
      this.interrupted(toError(error));
    }
  }

  private readonly push = (change: NetworkChange): void => {
    if (this.lifetime.signal.aborted) return;
    this.interruption = undefined;
    this.changes.push(change);
  };

  private readonly interrupted = (error: Error): void => {
    this.interruption = error;
    this.publish();
  };

  private async takeChanges(changes: readonly NetworkChange[]): Promise<void> {
    const pageNow = this.pageNow();
    for (const change of changes) {
      const at = change?.asOf == null ? this.now() : epochOf(change.asOf);
      if (Number.isNaN(at)) continue;
      this.clock = advanceClock(this.clock, at, pageNow);
      this.asOf = Math.max(this.asOf ?? at, at);
    }
    try {
      for (const part of inParts(changes)) this.take(await this.engine!.change(part, this.now()));
    } catch (error) {
      this.fail(error);
    }
    this.publish();
  }

  /** Returns whether an answer may have changed. */
  private take(report: EngineReport): boolean {
    const isNew = report.version !== this.report?.version;
    this.report = report;
    this.scheduleTick();
    return isNew;
  }

  private fail(error: unknown): void {
    if (!this.lifetime.signal.aborted) this.failure = toError(error);
  }

  /** Wakes up when time alone may change an answer (R10). */
  private scheduleTick(): void {
    this.tickTimer.cancel();
    const due = this.report?.nextDeadline ?? Infinity;
    if (this.subscribers.size === 0 || due === Infinity || this.lifetime.signal.aborted) return;
    // A clock that is not the page's own may run as it likes.
    this.tickTimer.schedule(this.options.now ? 0 : due - this.now());
  }

  private async tick(): Promise<void> {
    if (this.now() < this.report!.nextDeadline) {
      this.scheduleTick();
      return;
    }
    try {
      if (this.take(await this.engine!.tick(this.now()))) this.publish();
    } catch (error) {
      this.fail(error);
      this.publish();
    }
  }

  /** Says how far it is. */
  private publish(): void {
    const { loading, failure, hasData, asOf, report } = this;
    const interruption = hasData ? this.interruption : undefined;
    const settled = failure ? 'error' : interruption ? 'stale' : hasData ? 'ready' : 'idle';
    this.state = {
      status: loading ? 'loading' : settled,
      asOf,
      error: failure ?? interruption,
      leftOut: report?.leftOut ?? 0,
      problems: report && report.problems.total > 0 ? report.problems : undefined,
    };
    this.subscribers.tell();
  }
}

/**
 * Answers widgets from an engine in the tab, in a worker where one can be had. Loads when first asked or subscribed to.
 * @param source what the host has: `jsonSource`, `ocpiSource` or its own
 * @throws RangeError where an option is not as documented
 */
export function localProvider(source: StationSource, options: LocalProviderOptions = {}): DisposableProvider {
  return new LocalProvider(source, options);
}
