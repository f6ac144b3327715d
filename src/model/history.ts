import type { Fields } from './fields.js';
import { isFields } from './fields.js';
import { epochOf } from './instant.js';
import type { Part } from './reason.js';
import { say } from './record-reasons.js';
import type { Dimension, Instant, StatusCounts } from './records.js';
import { MINUTE } from './time.js';

/** How long a point of the history stands for the moments after it, in milliseconds, where no newer one does: older than this, it is not known. */
export const POINT_HOLDS = 15 * MINUTE;

/** A number of milliseconds before this is one of seconds, most likely: there was no charging network then. */
const EARLIEST = Date.UTC(2000, 0);

/** The largest count that is kept. */
const MOST = 2 ** 31 - 1;

/** How many were in each status at a moment: epoch milliseconds. What is not known is absent. */
export interface HistoryPoint {
  at: number;
  counts: Partial<Record<Dimension, StatusCounts>>;
}

/** Told of a value that is not as expected: where it stood, what it is, and what was expected. */
export type OnUnexpected = (path: string, value: unknown, expected: Part) => void;

/** Reads a snapshot's `history` (R28): the points, and what of them, that can be read. */
class HistoryReader {
  /** Dimensions and statuses that there are not, each told once: a source that has one has it in every point. */
  private readonly unknown = new Set<string>();

  constructor(
    private readonly statuses: Readonly<Record<Dimension, readonly string[]>>,
    private readonly now: number,
    private readonly onUnexpected: OnUnexpected,
  ) {}

  point(given: unknown, path: string): HistoryPoint | undefined {
    if (!isFields(given)) return this.reject(path, given, say('historyPoint'));
    const at = epochOf(given.at as Instant);
    if (Number.isNaN(at)) return this.reject(`${path}.at`, given.at, say('moment'));
    if (at < EARLIEST) return this.reject(`${path}.at`, given.at, say('momentSince2000'));
    if (at > this.now) return this.reject(`${path}.at`, given.at, say('momentOfPast'));
    if (!isFields(given.counts)) return this.reject(`${path}.counts`, given.counts, say('countsByDimension'));
    return { at, counts: this.counts(given.counts, `${path}.counts`) };
  }

  private counts(given: Fields, path: string): HistoryPoint['counts'] {
    const counts: HistoryPoint['counts'] = {};
    for (const [dimension, byStatus] of Object.entries(given)) {
      const at = `${path}.${dimension}`;
      if (byStatus == null) continue;
      if (!Object.hasOwn(this.statuses, dimension))
        this.rejectName(at, dimension, Object.keys(this.statuses));
      else if (!isFields(byStatus)) this.reject(at, byStatus, say('countsByStatus'));
      else
        counts[dimension as Dimension] = this.byStatus(byStatus, this.statuses[dimension as Dimension], at);
    }
    return counts;
  }

  private byStatus(given: Fields, statuses: readonly string[], path: string): StatusCounts {
    const byStatus: StatusCounts = {};
    for (const [status, count] of Object.entries(given)) {
      if (count == null) continue;
      if (!statuses.includes(status)) this.rejectName(`${path}.${status}`, status, statuses);
      else if (Number.isInteger(count) && Number(count) >= 0 && Number(count) <= MOST)
        byStatus[status] = Number(count);
      else this.reject(`${path}.${status}`, count, say('wholeNumberFromZero'));
    }
    return byStatus;
  }

  private rejectName(path: string, name: string, expected: readonly string[]): void {
    const key = path.replace(/^history\[\d+\]/, '');
    if (!this.unknown.has(key)) this.onUnexpected(path, name, expected.join(', '));
    this.unknown.add(key);
  }

  private reject(path: string, value: unknown, expected: Part): undefined {
    this.onUnexpected(path, value, expected);
  }
}

/**
 * The points of a snapshot's `history` (R28) that can be read, oldest first, whatever their order.
 * @param statuses of each dimension
 * @param now of the snapshot: epoch milliseconds; later points are not followed
 * @param onUnexpected told of what cannot be read, by paths such as `history[3].at`; the rest is read
 */
export function readHistory(
  history: unknown,
  statuses: Readonly<Record<Dimension, readonly string[]>>,
  now: number,
  onUnexpected: OnUnexpected,
): HistoryPoint[] {
  if (history == null) return [];
  if (!Array.isArray(history)) {
    onUnexpected('history', history, say('historyPoints'));
    return [];
  }
  const reader = new HistoryReader(statuses, now, onUnexpected);
  return history
    .map((point, index) => reader.point(point, `history[${index}]`))
    .filter(point => point !== undefined)
    .sort((one, other) => one.at - other.at);
}
