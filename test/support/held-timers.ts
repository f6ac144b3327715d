import { replaceGlobal } from './stubs.js';

/** Shorter timers are the platform's own, of its HTTP client. */
const SHORTEST_HELD = 1000;

/** Timers of a second or more, in place of the global ones: they stand still until a test lets time pass. */
export class HeldTimers {
  private now = 0;
  private readonly pending = new Map<unknown, { at: number; callback: () => void }>();
  private readonly restores: (() => void)[];

  constructor() {
    const { setTimeout, clearTimeout } = globalThis;
    this.restores = [
      replaceGlobal(
        'setTimeout',
        (callback: (...given: unknown[]) => void, wait: number, ...given: unknown[]) => {
          if (!(wait >= SHORTEST_HELD)) return setTimeout(callback, wait, ...given);
          const timer = { unref: () => timer, refresh: () => timer };
          this.pending.set(timer, { at: this.now + wait, callback: () => callback(...given) });
          return timer;
        },
      ),
      replaceGlobal('clearTimeout', (timer: NodeJS.Timeout) => {
        if (!this.pending.delete(timer)) clearTimeout(timer);
      }),
    ];
  }

  /** Lets this many milliseconds pass: what is due runs in its order. */
  pass(time: number): void {
    const until = this.now + time;
    for (;;) {
      const due = [...this.pending]
        .filter(([, { at }]) => at <= until)
        .sort(([, a], [, b]) => a.at - b.at)[0];
      if (!due) break;
      const [timer, { at, callback }] = due;
      this.pending.delete(timer);
      this.now = at;
      callback();
    }
    this.now = until;
  }

  restore(): void {
    for (const restore of this.restores) restore();
  }
}
