/** Reports what a subscriber threw as an uncaught error. Where there is no `reportError` (Node), as an EventTarget there does. */
function report(error: unknown): void {
  if (typeof reportError === 'function') reportError(error);
  else
    queueMicrotask(() => {
      throw error;
    });
}

/** Those who are notified of a change: once for all that changes in one turn. */
export class Subscribers {
  private readonly listeners = new Set<{ call: () => void }>();
  private isScheduled = false;

  get size(): number {
    return this.listeners.size;
  }

  /** Adds a listener; given twice, it is called twice. Returns what ends it. */
  add(listener: () => void): () => void {
    const added = { call: listener };
    this.listeners.add(added);
    return () => {
      this.listeners.delete(added);
    };
  }

  clear(): void {
    this.listeners.clear();
  }

  /**
   * Calls each of them in a microtask. What one throws is reported as an uncaught error; the others are called all the same. One that
   * is removed meanwhile is not called any more, one that is added is called from the next time on.
   */
  notify(): void {
    if (this.isScheduled) return;
    this.isScheduled = true;
    queueMicrotask(() => {
      this.isScheduled = false;
      for (const listener of [...this.listeners]) {
        if (!this.listeners.has(listener)) continue;
        try {
          listener.call();
        } catch (error) {
          report(error);
        }
      }
    });
  }
}
