/** Those who are notified of a change: once for all that changes in one turn. */
export class Subscribers {
  private readonly listeners = new Set<() => void>();
  private isScheduled = false;

  get size(): number {
    return this.listeners.size;
  }

  add(listener: () => void): void {
    this.listeners.add(listener);
  }

  remove(listener: () => void): void {
    this.listeners.delete(listener);
  }

  clear(): void {
    this.listeners.clear();
  }

  /** Calls each of them in a microtask. What one throws is reported as an uncaught error; the others are called all the same. */
  notify(): void {
    if (this.isScheduled) return;
    this.isScheduled = true;
    queueMicrotask(() => {
      this.isScheduled = false;
      for (const listener of this.listeners) {
        try {
          listener();
        } catch (error) {
          reportError(error);
        }
      }
    });
  }
}
