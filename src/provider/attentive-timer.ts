import { LONGEST_TIMEOUT } from '../model/time.js';
import { isPageHidden, onReturn } from './page-attention.js';
import { pageNow } from './page-clock.js';

/** Runs an action once, after a wait of any length. What falls due while the page is hidden waits until it is seen. */
export class AttentiveTimer {
  private timer?: ReturnType<typeof setTimeout>;
  private dueAt = Infinity;
  private scheduled?: AbortController;

  constructor(private readonly action: () => void) {}

  /**
   * Takes the place of what was scheduled before.
   * @param wait milliseconds
   * @param waitAtLeast milliseconds after which it runs as soon as the page is seen, or its machine online, again
   */
  schedule(wait: number, waitAtLeast = wait): void {
    this.cancel();
    const now = pageNow();
    this.dueAt = now + wait;
    this.scheduled = new AbortController();
    onReturn(() => {
      this.dueAt = Math.min(this.dueAt, now + waitAtLeast);
      this.look();
    }, this.scheduled.signal);
    this.wait();
  }

  cancel(): void {
    clearTimeout(this.timer);
    this.scheduled?.abort();
  }

  private wait(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(
      () => {
        this.look();
      },
      Math.min(Math.max(this.dueAt - pageNow(), 0), LONGEST_TIMEOUT),
    );
  }

  private look(): void {
    if (pageNow() < this.dueAt) this.wait();
    else if (!isPageHidden()) {
      this.cancel();
      this.action();
    }
  }
}
