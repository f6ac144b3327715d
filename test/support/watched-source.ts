import type { NetworkChange, Problem } from '../../src/model/records.js';
import type { StationSource } from '../../src/provider/data-provider.js';

/** What a source that is watched has told. */
export class WatchedSource {
  readonly changes: NetworkChange[] = [];
  readonly interruptions: string[] = [];
  readonly missed: string[] = [];
  resumptions = 0;
  readonly strange: Problem[] = [];
  isOpen = false;
  private readonly controller = new AbortController();
  private waiting: (() => void)[] = [];

  constructor(source: StationSource) {
    const note =
      <T>(list: T[]) =>
      (told: T) => {
        list.push(told);
        this.look();
      };
    const messages = (list: string[]) => (error: Error) => note(list)(error.message);
    const watching = source.watch!(note(this.changes), {
      signal: this.controller.signal,
      interrupted: messages(this.interruptions),
      resumed: () => {
        this.resumptions++;
        this.look();
      },
      missed: messages(this.missed),
      strange: note(this.strange),
    });
    void Promise.resolve(watching).then(() => {
      this.isOpen = true;
      this.look();
    });
  }

  /** Waits until this holds of what was told. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>(resolve => this.waiting.push(resolve));
  }

  abort(): void {
    this.controller.abort();
  }

  private look(): void {
    for (const go of this.waiting.splice(0)) go();
  }
}
