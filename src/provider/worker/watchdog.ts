import { SECOND } from '../../model/time.js';

/** Seconds between two rounds. */
const EVERY = 5;

/**
 * Asks a worker that owes an answer, every 5 seconds, whether it is there. Counts rounds, not time: the machine's sleep and the slowed timers of a
 * hidden tab make no worker look silent, nor does a page that is too busy to listen.
 */
export class Watchdog {
  private timer?: ReturnType<typeof setTimeout>;
  private rounds = 0;
  private isStopped = false;

  /** @param ask is given for how many seconds the worker has been silent */
  constructor(private readonly ask: (silence: number) => void) {}

  /** The worker owes an answer. */
  watch(): void {
    if (this.isStopped) return;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.watch();
      this.ask(EVERY * ++this.rounds);
    }, EVERY * SECOND);
  }

  /** The worker has said something. */
  heard(): void {
    this.rounds = 0;
  }

  /** The worker owes nothing. */
  rest(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.heard();
  }

  /** The worker is given up, whatever it still owes. */
  stop(): void {
    this.isStopped = true;
    this.rest();
  }
}
