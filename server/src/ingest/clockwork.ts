import type { Ingest } from './ingest.js';

/** How often time is followed at most, and at least, in milliseconds: another server may have changed what is due. */
const LEAST_WAIT = 250;
const LONGEST_WAIT = 1000;

/** Has a network follow time until it is stopped (R10). */
export class Clockwork {
  private timer?: ReturnType<typeof setTimeout>;
  private isStopped = false;
  private ticking?: Promise<void>;

  /** @param onFailure called where the database cannot be asked; it is asked again */
  constructor(
    private readonly ingest: Ingest,
    private readonly onFailure: (error: Error) => void,
  ) {
    this.schedule(0);
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.ticking;
  }

  private schedule(wait: number): void {
    if (this.isStopped) return;
    this.timer = setTimeout(() => {
      this.ticking = this.tick();
    }, wait);
  }

  private async tick(): Promise<void> {
    let wait = LONGEST_WAIT;
    try {
      wait = await this.ingest.tick();
    } catch (error) {
      this.onFailure(error as Error);
    }
    this.schedule(Math.max(LEAST_WAIT, Math.min(LONGEST_WAIT, wait)));
  }
}
