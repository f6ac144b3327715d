import type { NetworkChange, NetworkSnapshot } from '../../src/model/records.js';
import type { StationSource, WatchOptions } from '../../src/provider/data-provider.js';

/** A load that a test lets succeed or fail when it likes. */
export interface ControlledLoad {
  signal: AbortSignal;
  resolve(snapshot: NetworkSnapshot): void;
  reject(error: unknown): void;
}

/** A source in a test's hand: every load waits for it, and it pushes what it likes. */
export class ControlledSource implements StationSource {
  readonly loads: ControlledLoad[] = [];
  push!: (change: NetworkChange) => void;
  watching!: WatchOptions;
  private waiting: (() => void)[] = [];

  load({ signal }: { signal: AbortSignal }): Promise<NetworkSnapshot> {
    return new Promise((resolve, reject) => {
      this.loads.push({ signal, resolve, reject });
      for (const go of this.waiting.splice(0)) go();
    });
  }

  watch(push: (change: NetworkChange) => void, options: WatchOptions): unknown {
    this.push = push;
    this.watching = options;
    return undefined;
  }

  /** The load of this number, from 0, once it has begun. */
  async begun(number: number): Promise<ControlledLoad> {
    while (this.loads.length <= number) await new Promise<void>(resolve => this.waiting.push(resolve));
    return this.loads[number]!;
  }
}

/** What a promise rejects with. */
export async function rejection(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    return error as Error;
  }
  throw new Error('It did not reject.');
}
