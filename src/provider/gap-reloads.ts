import { MINUTE } from '../model/time.js';
import { retryDelay } from './retry-delay.js';

/** Changes that are missed again within this time of a reload have the next one wait, in milliseconds. */
const QUIET = 2 * MINUTE;

/** Has the network loaded anew where changes were missed: once for all that one load fills, and after ever longer waits where more are missed. */
export class GapReloads {
  /** What was missed, until a network that was loaded since then answers. */
  missed?: Error;
  private isLoading = false;
  /** Whether the load that is under way, or was the last, began after all that was missed. */
  private isFilled = false;
  /** Whether the last load failed, and will be tried again by itself: that fills the gap, when the server can bear it. */
  private isRetried = false;
  private reloads = 0;
  private reloadedAt = -Infinity;
  private timer?: ReturnType<typeof setTimeout>;

  /** @param reload loads the network anew */
  constructor(private readonly reload: () => void) {}

  note(missed: Error): void {
    this.missed = missed;
    this.isFilled = false;
    this.schedule();
  }

  beginLoad(): void {
    this.cancel();
    this.isLoading = this.isFilled = true;
    this.isRetried = false;
  }

  /** The network that was loaded answers. */
  loaded(): void {
    if (this.isFilled) this.missed = undefined;
  }

  /** @param isRetried whether the load failed, and will be tried again by itself */
  endLoad(isRetried: boolean): void {
    this.isLoading = false;
    this.isRetried = isRetried;
    if (this.missed) this.schedule();
  }

  cancel(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private schedule(): void {
    if (this.isLoading || this.isRetried || this.timer !== undefined) return;
    if (performance.now() - this.reloadedAt > QUIET) this.reloads = 0;
    const wait = this.reloads === 0 ? 0 : retryDelay(this.reloads);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.reloads++;
      this.reloadedAt = performance.now();
      this.reload();
    }, wait);
  }
}
