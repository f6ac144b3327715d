import { pause } from '../sources/pause.js';
import type { Engine } from './engine.js';
import type { EngineAnswer, EngineMethod } from './engine-channel.js';

/** Questions that may take hundreds of milliseconds: a map's first groups its locations, a list's first sorts its stations. */
const SLOW_QUESTIONS: ReadonlySet<EngineMethod> = new Set(['mapItems', 'bounds', 'stations']);

/** Calls an engine's methods on its own thread: slow questions after all other calls, one a turn, so that a pie never waits for a map. */
export class EngineRunner {
  private readonly slow: (() => void)[] = [];

  constructor(private readonly engine: Engine) {}

  async call<M extends EngineMethod>(method: M, args: Parameters<Engine[M]>): Promise<EngineAnswer<M>> {
    if (SLOW_QUESTIONS.has(method)) {
      await new Promise<void>(resolve => {
        if (this.slow.push(resolve) === 1) void this.runSlow();
      });
    }
    const run = this.engine[method] as (...args: Parameters<Engine[M]>) => EngineAnswer<M>;
    return run.apply(this.engine, args);
  }

  private async runSlow(): Promise<void> {
    while (this.slow.length > 0) {
      await pause();
      this.slow[0]!();
      this.slow.shift();
    }
  }
}
