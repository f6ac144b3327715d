import { AttentiveTimer } from './attentive-timer.js';
import type { DataProvider } from './data-provider.js';
import { retryDelay } from './retry-delay.js';

/**
 * Has a provider fetch again and again, some time after each fetch has ended, whoever asked for it. Never while one is under way, nor
 * while the provider itself tries again what failed; rests while the page is hidden, and catches up when it is seen again.
 */
export class Polling {
  private readonly timer = new AttentiveTimer(() => void this.poll());
  private readonly unsubscribe: () => void;
  /** Whether a fetch is under way, or the provider is about to try again. */
  private isBusy = false;
  /** Of its own fetches, in a row. */
  private failures = 0;
  private isStopped = false;

  /** @param interval milliseconds from the end of a fetch to the next */
  constructor(
    private readonly provider: DataProvider,
    private readonly interval: number,
  ) {
    this.unsubscribe = provider.subscribe(() => {
      this.look();
    });
    this.isBusy = this.isProviderBusy;
    this.schedule();
  }

  stop(): void {
    this.isStopped = true;
    this.unsubscribe();
    this.timer.cancel();
  }

  private get isProviderBusy(): boolean {
    const { status, isLoading, retryAt } = this.provider.state;
    return isLoading === true || status === 'loading' || retryAt !== undefined;
  }

  private look(): void {
    if (this.isProviderBusy === this.isBusy) return;
    this.isBusy = !this.isBusy;
    this.schedule();
  }

  private schedule(): void {
    if (this.isBusy || this.isStopped) this.timer.cancel();
    else this.timer.schedule(Math.max(this.interval, this.failures > 0 ? retryDelay(this.failures) : 0));
  }

  private async poll(): Promise<void> {
    try {
      await this.provider.refresh();
      this.failures = this.provider.state.status === 'error' ? this.failures + 1 : 0;
    } catch {
      this.failures++;
    }
    this.look();
    this.schedule();
  }
}
