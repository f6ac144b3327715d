import { DAY, MINUTE } from '../../model/time.js';

/** How far apart the steps of a trend are, in milliseconds (R28). A step's number is its moment, divided by this. */
export const STEP = 5 * MINUTE;

/** Steps that are kept: a day. */
export const STEPS = DAY / STEP;

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
