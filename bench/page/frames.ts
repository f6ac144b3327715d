/** Between two frames of a 60 Hz screen, in milliseconds. */
const FRAME = 1000 / 60;

/** Times between frames, for as long as it runs. */
export class FrameTimes {
  readonly between: number[] = [];
  private last?: number;
  private request = requestAnimationFrame(now => {
    this.take(now);
  });

  stop(): void {
    cancelAnimationFrame(this.request);
  }

  /** Frames in which the screen could have shown something new, and did not. */
  get dropped(): number {
    return this.between.reduce((sum, time) => sum + Math.max(0, Math.round(time / FRAME) - 1), 0);
  }

  private take(now: number): void {
    if (this.last !== undefined) this.between.push(now - this.last);
    this.last = now;
    this.request = requestAnimationFrame(next => {
      this.take(next);
    });
  }
}

/** The time that this share of the frames stay within. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}
