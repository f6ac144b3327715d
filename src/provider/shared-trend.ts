import type { Dimension, TrendPoint } from '../model/records.js';
import { TREND_STEP } from '../model/trend.js';
import { AttentiveTimer } from './attentive-timer.js';
import type { DataProvider, DataState } from './data-provider.js';
import { errorOf } from './error-of.js';
import { nowOf } from './provider-clock.js';
import { Subscribers } from './subscribers.js';

/** A trend as it was last answered. */
export interface KnownTrend {
  /** Oldest first. Those of the answer before where the last question failed. */
  points: readonly TrendPoint[];
  /** The network's `now` at which they came: epoch milliseconds. */
  now: number;
  /** Why the last question failed. */
  error?: Error;
}

const isUnderWay = ({ status, isLoading }: DataState) => status === 'loading' || isLoading === true;

/**
 * R28: the trend of a dimension for all who show it. It is asked for once for all of them, again after each load and every
 * 5 minutes of the network's clock, but not with each change.
 */
export class SharedTrend {
  /** Undefined until it is known. */
  known?: KnownTrend;
  private readonly followers = new Subscribers();
  private readonly timer = new AttentiveTimer(() => void this.ask());
  /** Ends the subscription to the provider. */
  private stop?: () => void;
  private asking?: AbortController;
  private askedAt?: number;
  private isLoading = false;

  constructor(
    private readonly provider: DataProvider,
    private readonly question: NonNullable<DataProvider['trend']>,
    private readonly dimension: Dimension,
  ) {}

  /** Calls back when it is known anew. Returns what ends it. */
  follow(onChange: () => void): () => void {
    const leave = this.followers.add(onChange);
    if (!this.stop) this.start();
    return () => {
      leave();
      if (this.followers.size === 0) this.end();
    };
  }

  private start(): void {
    const { provider } = this;
    this.isLoading = isUnderWay(provider.state);
    this.stop = provider.subscribe(() => {
      const wasLoading = this.isLoading;
      this.isLoading = isUnderWay(provider.state);
      if ((wasLoading && !this.isLoading) || this.isOld()) void this.ask();
    });
    if (!this.isLoading) void this.ask();
  }

  private end(): void {
    this.stop?.();
    this.asking?.abort();
    this.timer.cancel();
    this.stop = this.known = this.askedAt = undefined;
  }

  /** The network's clock can go otherwise than that of the timer. */
  private isOld(): boolean {
    return this.askedAt !== undefined && Math.abs(nowOf(this.provider) - this.askedAt) >= TREND_STEP;
  }

  private async ask(): Promise<void> {
    const { provider, dimension } = this;
    this.asking?.abort();
    const { signal } = (this.asking = new AbortController());
    this.askedAt = nowOf(provider);
    this.timer.schedule(TREND_STEP);
    let points = this.known?.points ?? [];
    let error: Error | undefined;
    try {
      points = await this.question.call(provider, dimension, { signal });
    } catch (reason) {
      error = errorOf(reason);
    }
    if (signal.aborted) return;
    this.known = { points, now: nowOf(provider), error };
    this.followers.notify();
  }
}

const shared = new WeakMap<DataProvider, Map<Dimension, SharedTrend>>();

/** The trend that all who ask this provider share; undefined where it keeps none. */
export function sharedTrend(provider: DataProvider, dimension: Dimension): SharedTrend | undefined {
  if (!provider.trend) return undefined;
  let trends = shared.get(provider);
  if (!trends) shared.set(provider, (trends = new Map()));
  let trend = trends.get(dimension);
  if (!trend) trends.set(dimension, (trend = new SharedTrend(provider, provider.trend, dimension)));
  return trend;
}
