import type { EngineSession } from './engine-session.js';
import { Paced } from './paced.js';
import type { ProviderClock } from './provider-clock.js';

/** How often time is followed at most, and how often a clock that is the host's own is read: milliseconds. */
const TICKS_EVERY = 250;

/** How often the clock is looked at in any case, in milliseconds: timers too may stand still while the machine sleeps. */
const LOOK_EVERY = 1000;

/** Has the engine follow time: wakes up when time alone may change an answer (R10). */
export class DeadlineTimer {
  private readonly timer = new Paced(TICKS_EVERY, () => void this.tick());

  /**
   * @param isHostsClock whether the clock is the host's own: its speed is unknown, so it is polled
   * @param onChange called when an answer may have changed, or the engine failed
   */
  constructor(
    private readonly session: EngineSession,
    private readonly clock: ProviderClock,
    private readonly isHostsClock: boolean,
    private readonly onChange: () => void,
  ) {}

  /** Waits for the next deadline that the engine reported. */
  schedule(): void {
    this.cancel();
    const { due } = this;
    if (due !== Infinity)
      this.timer.schedule(this.isHostsClock ? 0 : Math.min(due - this.clock.now(), LOOK_EVERY));
  }

  cancel(): void {
    this.timer.cancel();
  }

  /** Never for an engine that has failed, or that was just started and has reported nothing. */
  private get due(): number {
    const { isLost, report } = this.session;
    return isLost ? Infinity : (report?.nextDeadline ?? Infinity);
  }

  private async tick(): Promise<void> {
    const { session, clock } = this;
    if (clock.now() < this.due) {
      this.schedule();
      return;
    }
    try {
      if (!session.take(await session.engine.call('tick', clock.now()))) {
        this.schedule();
        return;
      }
    } catch (error) {
      session.fail(error);
    }
    this.onChange();
  }
}
