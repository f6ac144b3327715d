import type { Dimension } from '../model/records.js';
import { Subscribers } from './subscribers.js';

const NOTHING: ReadonlySet<string> = new Set();

/** Which statuses the legends hide, shared by the views of a section (R21). */
export class Filters {
  private readonly hiddenBy = new Map<Dimension, ReadonlySet<string>>();
  private readonly changedAt = new Map<Dimension, number>();
  private readonly subscribers = new Subscribers();

  /** The statuses of a dimension that are hidden. The same set until one changes. */
  hidden(dimension: Dimension): ReadonlySet<string> {
    return this.hiddenBy.get(dimension) ?? NOTHING;
  }

  /** How long ago a status of a dimension was hidden or shown last, in milliseconds. */
  unchangedFor(dimension: Dimension): number {
    return performance.now() - (this.changedAt.get(dimension) ?? -Infinity);
  }

  /** Hides a status, or shows it again. Returns what is hidden now. */
  toggle(dimension: Dimension, status: string): string[] {
    const hidden = new Set(this.hidden(dimension));
    if (!hidden.delete(status)) hidden.add(status);
    this.set(dimension, hidden);
    return [...hidden];
  }

  /** Hides exactly these statuses. */
  set(dimension: Dimension, hidden: Iterable<string>): void {
    const now = new Set(hidden);
    const before = this.hidden(dimension);
    if (now.size === before.size && [...now].every(status => before.has(status))) return;
    this.hiddenBy.set(dimension, now);
    this.changedAt.set(dimension, performance.now());
    this.subscribers.notify();
  }

  /** Calls back when statuses were hidden or shown, once for all of a turn. Returns what ends it. */
  subscribe(onChange: () => void): () => void {
    return this.subscribers.add(onChange);
  }
}
