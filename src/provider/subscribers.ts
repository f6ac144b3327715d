/** Whom a change is told to: once for all that changes in one turn. */
export class Subscribers {
  private readonly listeners = new Set<() => void>();
  private isTelling = false;

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

  /** Calls back soon. */
  tell(): void {
    if (this.isTelling) return;
    this.isTelling = true;
    queueMicrotask(() => {
      this.isTelling = false;
      for (const listener of this.listeners) listener();
    });
  }
}
