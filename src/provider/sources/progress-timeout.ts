import { SECOND } from '../../model/time.js';

/** Aborts what makes no progress for some time. */
export class ProgressTimeout {
  private readonly controller = new AbortController();
  private timer?: ReturnType<typeof setTimeout>;

  /** @param seconds without progress */
  constructor(private readonly seconds: number) {
    this.progress();
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  progress(): void {
    this.end();
    this.timer = setTimeout(() => {
      this.controller.abort();
    }, this.seconds * SECOND);
  }

  end(): void {
    clearTimeout(this.timer);
  }
}
