import type { ReactiveController } from 'lit';

import type { Dimension } from '../../model/records.js';
import { pastOf } from '../../model/trend.js';
import { sharedTrend } from '../../provider/shared-trend.js';
import type { KnownTrend, SharedTrend } from '../../provider/shared-trend.js';
import type { NumberHistory } from '../../render/shared/change.js';
import { curvePath } from '../../render/shared/trend-curve.js';
import type { DataController, DataHost } from './data-controller.js';

const UNKNOWN: NumberHistory = {};

/** Connects an element to the trend of what it shows, and keeps what it draws of that until the trend is known anew (R28). */
export class TrendController implements ReactiveController {
  private trend?: SharedTrend;
  private stop?: () => void;
  /** What the kept histories are of. */
  private known?: KnownTrend;
  private readonly kept = new Map<string, NumberHistory>();

  /**
   * @param data what the element shows
   * @param dimension what its numbers are of; undefined where no trend is of them
   */
  constructor(
    private readonly host: DataHost,
    private readonly data: DataController<unknown>,
    private readonly dimension: () => Dimension | undefined,
  ) {
    host.addController(this);
  }

  /** Whether the provider keeps a trend of what is shown. */
  get isKept(): boolean {
    return this.trend !== undefined;
  }

  hostUpdate(): void {
    if (!this.host.isConnected) return;
    const { provider } = this.data;
    const dimension = this.dimension();
    const trend = provider && dimension && sharedTrend(provider, dimension);
    if (trend === this.trend) return;
    this.leave();
    this.trend = trend;
    this.stop = trend?.follow(() => {
      this.host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.leave();
  }

  /** How many were in these statuses together; undefined where the provider keeps no trend. */
  historyOf(statuses: readonly string[]): NumberHistory | undefined {
    const { trend, kept } = this;
    if (!trend) return undefined;
    const { known } = trend;
    if (!known) return UNKNOWN;
    if (known !== this.known) kept.clear();
    this.known = known;
    const key = statuses.join(' ');
    const history = kept.get(key) ?? this.read(known, statuses);
    kept.set(key, history);
    return history;
  }

  private read({ points, now, error }: KnownTrend, statuses: readonly string[]): NumberHistory {
    const past = pastOf(points, this.dimension()!, statuses, now);
    return { past, curve: curvePath(past.numbers, now), error };
  }

  private leave(): void {
    this.stop?.();
    this.stop = this.trend = this.known = undefined;
  }
}
