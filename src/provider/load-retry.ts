import { AttentiveTimer } from './attentive-timer.js';
import { askedFor, loadRetryDelay } from './load-retry-delay.js';
import { pageNow } from './page-clock.js';

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
    const now = pageNow();
    this.at = now + loadRetryDelay(this.failures, error);
    this.notBefore = askedFor(error) > 0 ? this.at : now;
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
