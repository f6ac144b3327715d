import { advanceClock, readClock, startClock } from '../model/clock.js';
import type { NetworkClock } from '../model/clock.js';
import { MISSED_HEARTBEATS } from '../model/connection.js';
import { LAST_MESSAGE_BUCKETS, lastMessageStatuses } from '../model/last-message.js';
import type { LastMessageBuckets } from '../model/last-message.js';
import { epochOf } from '../model/time.js';
import type { NetworkChange } from '../model/types.js';
import { connectEngine } from './connect-engine.js';
import type { WorkerUse } from './connect-engine.js';
import type { EngineClient, EngineReport, Questions } from './engine.js';
import type { FetchedSource } from './feed.js';
import type { DataProvider, DataState, StationSource } from './types.js';

/** How `localProvider` works. */
export interface LocalProviderOptions {
  /** The page's clock in epoch milliseconds; by default a monotonic one. */
  now?: () => number;
  /** R4: how many heartbeat intervals of silence make a station offline. Default 3. */
  missedHeartbeats?: number;
  /** R7: upper bounds in seconds, rising. Default 15 minutes, 1 hour, 24 hours, 7 days. */
  lastMessageBuckets?: LastMessageBuckets;
  /** Where the engine runs: `auto` is a worker where one can be had, else the tab. */
  worker?: WorkerUse;
}

/** A provider that a host can end. */
export type DisposableProvider = DataProvider &
  Required<Pick<DataProvider, 'now' | 'bounds'>> & { dispose(): void };

/** The longest that changes wait for others to be taken with them. */
const CHANGES_EVERY = 100;
/** How often a clock that is not the page's own is read. */
const CLOCK_EVERY = 250;
const LONGEST_TIMEOUT = 2 ** 31 - 1;

const monotonic = () => performance.timeOrigin + performance.now();

class LocalProvider implements DisposableProvider {
  state: DataState = { status: 'idle', leftOut: 0 };
  private readonly pageNow: () => number;
  private readonly engine: Promise<EngineClient>;
  private readonly listeners = new Set<() => void>();
  private readonly lifetime = new AbortController();
  private clock: NetworkClock = startClock(undefined, 0);
  /** Settles when the first load has; answers wait for it. */
  private firstLoad?: Promise<void>;
  private loading?: AbortController;
  private hasData = false;
  private version = -1;
  private nextDeadline = Infinity;
  private changes: NetworkChange[] = [];
  private changesTakenAt = -Infinity;
  private changesTimer?: ReturnType<typeof setTimeout>;
  private tickTimer?: ReturnType<typeof setTimeout>;
  private isNotifying = false;

  constructor(
    private readonly source: StationSource,
    private readonly options: LocalProviderOptions,
  ) {
    const {
      missedHeartbeats = MISSED_HEARTBEATS,
      lastMessageBuckets = LAST_MESSAGE_BUCKETS,
      worker = 'auto',
    } = options;
    if (!(missedHeartbeats > 0)) {
      throw new RangeError(
        `missedHeartbeats is ${missedHeartbeats}; expected a number of heartbeat intervals above 0.`,
      );
    }
    lastMessageStatuses(lastMessageBuckets);
    this.pageNow = options.now ?? monotonic;
    this.engine = connectEngine({ missedHeartbeats, lastMessageBuckets }, worker);
  }

  now(): number {
    return readClock(this.clock, this.pageNow());
  }

  subscribe(onChange: () => void): () => void {
    this.listeners.add(onChange);
    void this.whenLoaded().catch(() => undefined);
    this.scheduleTick();
    return () => {
      this.listeners.delete(onChange);
    };
  }

  refresh({ signal }: { signal?: AbortSignal } = {}): Promise<void> {
    this.loading?.abort();
    const loading = new AbortController();
    this.loading = loading;
    const signals = [loading.signal, this.lifetime.signal, ...(signal ? [signal] : [])];
    const load = this.load(AbortSignal.any(signals));
    const done = load.finally(() => {
      if (this.loading === loading) this.loading = undefined;
    });
    if (!this.firstLoad) {
      this.firstLoad = done;
      this.source.watch?.(this.push, { signal: this.lifetime.signal, interrupted: this.interrupted });
    } else if (!this.hasData) {
      this.firstLoad = done;
    }
    return done;
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
    clearTimeout(this.changesTimer);
    clearTimeout(this.tickTimer);
    this.listeners.clear();
    void this.engine.then(engine => {
      engine.dispose();
    });
  }

  private async ask<Q extends keyof Questions>(
    question: Q,
    args: Parameters<Questions[Q]>,
    signal?: AbortSignal,
  ): Promise<ReturnType<Questions[Q]>> {
    signal?.throwIfAborted();
    await this.whenLoaded();
    const engine = await this.engine;
    const answer = await engine.ask(question, args, this.now());
    signal?.throwIfAborted();
    return answer;
  }

  /** Waits for the first data; rejects with what kept it away. */
  private async whenLoaded(): Promise<void> {
    if (this.hasData) return;
    if (!this.firstLoad) void this.refresh();
    await this.firstLoad;
    if (!this.hasData) throw this.state.error ?? new Error('The load was aborted before any data came.');
  }

  private async load(signal: AbortSignal): Promise<void> {
    const before = this.state;
    this.setState({ ...before, status: 'loading' });
    try {
      const engine = await this.engine;
      const { feed } = this.source as FetchedSource;
      const input = feed ? { feed } : { snapshot: await this.source.load({ signal }) };
      signal.throwIfAborted();
      const report = await engine.load(input, this.pageNow(), signal);
      signal.throwIfAborted();
      const pageNow = this.pageNow();
      this.clock = startClock(report.asOf, pageNow);
      this.hasData = true;
      this.take(report);
      // What was pushed while loading and is older than the snapshot is in it.
      this.changes = this.changes.filter(
        ({ asOf }) => !(asOf != null && report.asOf !== undefined && epochOf(asOf) <= report.asOf),
      );
      this.setState({ ...this.state, status: 'ready', asOf: report.asOf ?? pageNow, error: undefined });
      this.scheduleChanges();
    } catch (error) {
      if (!signal.aborted) {
        this.setState({
          ...this.state,
          status: 'error',
          error: error instanceof Error ? error : new Error(String(error)),
        });
      } else if (this.loading?.signal.aborted === false) {
        this.setState({ ...this.state, status: before.status === 'loading' ? 'idle' : before.status });
      }
    }
  }

  private readonly push = (change: NetworkChange): void => {
    this.changes.push(change);
    this.scheduleChanges();
  };

  private readonly interrupted = (error: Error): void => {
    if (this.hasData) this.setState({ ...this.state, status: 'stale', error });
  };

  private scheduleChanges(): void {
    if (
      this.changesTimer !== undefined ||
      !this.hasData ||
      this.changes.length === 0 ||
      this.lifetime.signal.aborted
    )
      return;
    const wait = this.changesTakenAt + CHANGES_EVERY - performance.now();
    this.changesTimer = setTimeout(() => void this.takeChanges(), Math.max(0, wait));
  }

  private async takeChanges(): Promise<void> {
    const changes = this.changes;
    this.changes = [];
    this.changesTakenAt = performance.now();
    const pageNow = this.pageNow();
    let { asOf } = this.state;
    for (const change of changes) {
      const at = change?.asOf == null ? readClock(this.clock, pageNow) : epochOf(change.asOf);
      if (Number.isNaN(at)) continue;
      this.clock = advanceClock(this.clock, at, pageNow);
      asOf = Math.max(asOf ?? at, at);
    }
    const engine = await this.engine;
    this.take(await engine.change(changes, this.now()));
    const isBack = this.state.status === 'stale';
    this.setState({ ...this.state, asOf, ...(isBack ? { status: 'ready', error: undefined } : {}) });
    this.changesTimer = undefined;
    this.scheduleChanges();
  }

  private take({ version, nextDeadline, leftOut, problems }: EngineReport): void {
    this.nextDeadline = nextDeadline;
    this.scheduleTick();
    if (version === this.version) return;
    this.version = version;
    this.setState({ ...this.state, leftOut, problems: problems.total > 0 ? problems : undefined });
  }

  /** Wakes up when time alone may change an answer (R10). */
  private scheduleTick(): void {
    clearTimeout(this.tickTimer);
    this.tickTimer = undefined;
    if (this.listeners.size === 0 || this.nextDeadline === Infinity || this.lifetime.signal.aborted) return;
    const wait = Math.max(0, this.nextDeadline - this.now());
    const longest = this.options.now ? CLOCK_EVERY : LONGEST_TIMEOUT;
    this.tickTimer = setTimeout(() => void this.tick(), Math.min(wait, longest));
  }

  private async tick(): Promise<void> {
    if (this.now() >= this.nextDeadline) {
      const engine = await this.engine;
      this.take(await engine.tick(this.now()));
    } else {
      this.scheduleTick();
    }
  }

  private setState(state: DataState): void {
    this.state = state;
    if (this.isNotifying) return;
    this.isNotifying = true;
    queueMicrotask(() => {
      this.isNotifying = false;
      for (const listener of this.listeners) listener();
    });
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
