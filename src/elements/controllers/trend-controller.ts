import type { ReactiveController } from 'lit';

import type { Dimension } from '../../model/records.js';
import { pastOf } from '../../model/trend.js';
import { arrival } from '../../provider/arrival.js';
import { sharedTrend } from '../../provider/shared-trend.js';
import type { KnownTrend, SharedTrend } from '../../provider/shared-trend.js';
import { reasonOf } from '../../provider/reason-of.js';
import { warnOnce } from '../../provider/warn-once.js';
import type { NumberHistory } from '../../render/shared/change.js';
import type { curvePath } from '../../render/shared/curve-path.js';
import type { DataController, DataHost } from './data-controller.js';

const UNKNOWN: NumberHistory = {};

/** What draws curves: downloaded once there is one to draw. */
let drawing: typeof curvePath | undefined;

/** Connects an element to the trend of what it shows, and keeps what it draws of that until the trend is known anew (R28). */
export class TrendController implements ReactiveController {
  private trend?: SharedTrend;
  private stop?: () => void;
  /** What the kept histories are of. */
  private known?: KnownTrend;
  private readonly kept = new Map<string, NumberHistory>();
  /** Ends the wait for what draws curves. */
  private awaiting?: AbortController;

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
    if (!drawing && past.numbers.length > 1) void this.awaitDrawing();
    return { past, curve: drawing?.(past.numbers, now), error };
  }

  private async awaitDrawing(): Promise<void> {
    if (this.awaiting) return;
    const { signal } = (this.awaiting = new AbortController());
    const load = () => import('../../render/shared/curve-path.js');
    const code = await arrival(load, signal, error => {
      warnOnce(
        `The code that draws the curves of trends could not be loaded (${reasonOf(error)}). It is asked for again.`,
      );
    });
    if (!code || signal.aborted) return;
    drawing = code.curvePath;
    this.kept.clear();
    this.host.requestUpdate();
  }

  private leave(): void {
    this.stop?.();
    this.awaiting?.abort();
    this.stop = this.trend = this.known = this.awaiting = undefined;
  }
}
