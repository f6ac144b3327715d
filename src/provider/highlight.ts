import type { Dimension } from '../model/records.js';
import { Subscribers } from './subscribers.js';

interface Highlighted {
  dimension: Dimension;
  status: string;
}

/** Which status a reader looks at, shared by the views of a section: there it stands out of the others. */
export class Highlight {
  private shown?: Highlighted;
  private readonly subscribers = new Subscribers();

  /** The status of a dimension that stands out; undefined where none does. */
  of(dimension: Dimension): string | undefined {
    return this.shown?.dimension === dimension ? this.shown.status : undefined;
  }

  /** Has a status stand out, and no other. Returns what takes that back, unless another was shown meanwhile. */
  show(dimension: Dimension, status: string): () => void {
    const shown = { dimension, status };
    this.set(shown);
    return () => {
      if (this.shown === shown) this.set(undefined);
    };
  }

  /** Calls back when another status stands out, or none any more, once for all of a turn. Returns what ends it. */
  subscribe(onChange: () => void): () => void {
    return this.subscribers.add(onChange);
  }

  private set(shown: Highlighted | undefined): void {
    const before = this.shown;
    this.shown = shown;
    if (before?.dimension !== shown?.dimension || before?.status !== shown?.status) this.subscribers.notify();
  }
}
