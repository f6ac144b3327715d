import { DAY } from '../../model/time.js';
import { TREND_STEP } from '../../model/trend.js';

/** Steps that are kept: a day. The number of a step is its moment, divided by how far apart they are. */
export const STEPS = DAY / TREND_STEP;

const UNKNOWN = -1;

/** Rows of counts at the last 288 steps, each in the place of the one a day before it. */
export class CountRing {
  private readonly counts: Int32Array;

  /** @param width of a row */
  constructor(private readonly width: number) {
    this.counts = new Int32Array(STEPS * width).fill(UNKNOWN);
  }

  set(step: number, row: Int32Array): void {
    this.counts.set(row, this.startOf(step));
  }

  setCount(step: number, place: number, count: number): void {
    this.counts[this.startOf(step) + place] = count;
  }

  /** A count of one of the last 288 steps; undefined where it is not known. */
  get(step: number, place: number): number | undefined {
    const count = this.counts[this.startOf(step) + place]!;
    return count === UNKNOWN ? undefined : count;
  }

  forget(step: number): void {
    const start = this.startOf(step);
    this.counts.fill(UNKNOWN, start, start + this.width);
  }

  private startOf(step: number): number {
    return (step % STEPS) * this.width;
  }
}
