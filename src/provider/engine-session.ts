import type { EngineChannel } from './worker/engine-channel.js';
import type { EngineReport } from './worker/engine.js';

/** The engine that answers now, and what it last reported. A new one is started where none is, or the last has failed. */
export class EngineSession {
  /** Whether a network answers. */
  hasNetwork = false;
  /** Why the last load, change or tick failed. */
  failure?: Error;
  report?: EngineReport;
  /** Differs where locations may have come, gone or moved. */
  locationsVersion = 0;
  private channel?: EngineChannel;
  private isDisposed = false;

  constructor(private readonly connect: () => EngineChannel) {}

  /** Whether the engine has failed for good; its network is lost with it. */
  get isLost(): boolean {
    return this.channel?.failure !== undefined;
  }

  /** The engine that was started. */
  get engine(): EngineChannel {
    return this.channel!;
  }

  /** The engine to load into. */
  start(): EngineChannel {
    if (this.isLost) {
      this.channel = this.report = undefined;
      this.hasNetwork = false;
    }
    return (this.channel ??= this.connect());
  }

  /** A network was committed: whatever is asked from now on is asked of it. */
  committed(): void {
    this.hasNetwork = true;
    this.failure = undefined;
    this.locationsVersion++;
  }

  /** Returns whether an answer may have changed. */
  take(report: EngineReport): boolean {
    const before = this.report;
    this.report = report;
    if (before && report.locationsVersion !== before.locationsVersion) this.locationsVersion++;
    return report.version !== before?.version;
  }

  fail(error: unknown): void {
    if (this.isDisposed) return;
    this.failure = error instanceof Error ? error : new Error(String(error));
  }

  dispose(): void {
    this.isDisposed = true;
    this.channel?.dispose();
  }
}
