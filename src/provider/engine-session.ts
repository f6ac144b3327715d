import { errorOf } from './error-of.js';
import type { EngineChannel, EnginePlace } from './worker/engine-channel.js';
import type { EngineReport } from './worker/engine.js';

/**
 * The engine that answers now, and what it last reported. A new one is started where none is, or the last has failed. One that is lost with
 * its worker is started again, to be loaded anew, unless that was the fourth time within ten minutes.
 */
export class EngineSession {
  /** Why the last load, change or tick failed. */
  failure?: Error;
  /** Why the engine was lost, until another answers in its place. */
  interruption?: Error;
  report?: EngineReport;
  /** Differs where locations may have come, gone or moved. */
  locationsVersion = 0;
  private isCommitted = false;
  private channel?: EngineChannel;
  private connecting?: Promise<EngineChannel>;
  private isDisposed = false;
  /** When the engine was lost, by the page's monotonic clock. */
  private readonly losses: number[] = [];

  /** @param onLost called when the engine was lost: it has to be loaded again */
  constructor(
    private readonly connect: (onLost: (reason: Error) => void) => Promise<EngineChannel>,
    private readonly onLost: () => void,
  ) {}

  /** Whether a network answers. */
  get hasNetwork(): boolean {
    return this.isCommitted && !this.isLost;
  }

  /** Whether the engine has failed for good; its network is lost with it. */
  get isLost(): boolean {
    return this.channel?.failure !== undefined;
  }

  /** Where the engine runs, once it has started. */
  get place(): EnginePlace | undefined {
    return this.channel?.place;
  }

  /** The engine that was started. */
  get engine(): EngineChannel {
    return this.channel!;
  }

  /**
   * The engine to load into.
   * @throws what kept it away; the signal's reason where it aborted
   */
  async start(signal: AbortSignal): Promise<EngineChannel> {
    if (this.channel && !this.isLost) return this.channel;
    this.isCommitted = false;
    this.report = undefined;
    if (this.losses.length > 0) {
      const { restAfter } = await import('./engine-restarts.js');
      await restAfter(this.losses, this.interruption!, signal);
    }
    this.connecting ??= this.connect(this.lose);
    try {
      this.channel = await this.connecting;
    } finally {
      this.connecting = undefined;
    }
    if (this.isDisposed) this.channel.dispose();
    signal.throwIfAborted();
    return this.channel;
  }

  /** A network was committed: whatever is asked from now on is asked of it. */
  committed(): void {
    this.isCommitted = true;
    this.failure = this.interruption = undefined;
    this.locationsVersion++;
  }

  /** Returns whether an answer may have changed. */
  take(report: EngineReport): boolean {
    const before = this.report;
    this.report = report;
    if (before && report.locationsVersion !== before.locationsVersion) this.locationsVersion++;
    return report.version !== before?.version;
  }

  /** Why a load, change or tick failed; where that is the engine's loss, it is known. */
  fail(error: unknown): void {
    const isKnown = this.interruption !== undefined && error === this.interruption;
    if (!this.isDisposed && !isKnown) this.failure = errorOf(error);
  }

  dispose(): void {
    this.isDisposed = true;
    this.channel?.dispose();
  }

  private readonly lose = (reason: Error): void => {
    this.interruption = reason;
    this.failure = undefined;
    this.losses.push(performance.now());
    console.warn(`ev-widgets: ${reason.message}`);
    this.onLost();
  };
}
