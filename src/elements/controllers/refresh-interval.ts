import { shown } from '../../model/fields.js';
import { SECOND } from '../../model/time.js';
import type { DataProvider } from '../../provider/data-provider.js';
import { Polling } from '../../provider/polling.js';

/** Has a provider polled as `refresh-interval` says. */
export class RefreshInterval {
  /** Why it is not polled, though it is asked to be. */
  problem?: Error;
  private polling?: Polling;

  /**
   * Polls this provider from now on, and no longer the one before.
   * @param seconds NaN for a text that is no number
   * @param text as it stands in the attribute
   */
  follow(provider: DataProvider | undefined, seconds: number | null | undefined, text: string | null): void {
    this.stop();
    if (seconds == null) return;
    if (!(seconds > 0 && seconds < Infinity)) {
      const given = Number.isNaN(seconds) ? (text ?? seconds) : seconds;
      this.problem = new RangeError(
        `refresh-interval is ${shown(given)}; expected seconds, a number above 0.`,
      );
    } else if (provider) this.polling = new Polling(provider, seconds * SECOND);
  }

  stop(): void {
    this.polling?.stop();
    this.polling = this.problem = undefined;
  }
}
