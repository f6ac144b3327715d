import { LONGEST_TIMEOUT } from '../model/time.js';

/** Runs an action later, and no sooner than some milliseconds after the run before. */
export class Paced {
  private timer?: ReturnType<typeof setTimeout>;
  private ranAt = -Infinity;

  constructor(
    private readonly every: number,
    private readonly action: () => void,
  ) {}

  /** Runs the action in `wait` milliseconds; takes the place of what was scheduled before. */
  schedule(wait = 0): void {
    this.cancel();
    const rest = this.ranAt + this.every - performance.now();
    this.timer = setTimeout(
      () => {
        this.ranAt = performance.now();
        this.action();
      },
      Math.min(Math.max(wait, rest, 0), LONGEST_TIMEOUT),
    );
  }

  /** The next run needs to keep no distance from the one before. */
  hurry(): void {
    this.ranAt = -Infinity;
  }

  cancel(): void {
    clearTimeout(this.timer);
  }
}
