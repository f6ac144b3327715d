import { AttentiveTimer } from './attentive-timer.js';
import { pageNow } from './page-clock.js';
import { retryDelay } from './retry-delay.js';
import { RequestError } from './sources/request-error.js';
import { SnapshotError } from './sources/snapshot-error.js';

/** As many failures in a row make the longest wait. */
const MANY = 10;

/** Whether the same load, tried again soon, would fail the same: it was refused, or brought what is no network. */
function isLasting(error: unknown): boolean {
  return error instanceof SnapshotError || (error instanceof RequestError && !error.isPassing);
}

/** Has a load that failed tried again, ever more slowly, while anybody follows. One that was refused is tried again about once a minute. */
export class LoadRetry {
  /** When it will be tried again: epoch milliseconds of the page's clock. */
  at?: number;
  /** When at the earliest, should the page return. */
  private notBefore = 0;
  private failures = 0;
  private readonly timer: AttentiveTimer;

  constructor(retry: () => void) {
    this.timer = new AttentiveTimer(retry);
  }

  failed(error: unknown): void {
    this.failures++;
    const retryAfter = error instanceof RequestError ? (error.retryAfter ?? 0) : 0;
    const now = pageNow();
    this.at = now + retryDelay(isLasting(error) ? MANY : this.failures, retryAfter);
    this.notBefore = retryAfter > 0 ? this.at : now;
  }

  succeeded(): void {
    this.failures = 0;
    this.giveUp();
  }

  /** It is not tried again by itself. */
  giveUp(): void {
    this.at = undefined;
    this.timer.cancel();
  }

  /** Tries again only while somebody would be notified. */
  follow(isFollowed: boolean): void {
    const now = pageNow();
    if (isFollowed && this.at !== undefined) this.timer.schedule(this.at - now, this.notBefore - now);
    else this.timer.cancel();
  }
}
