import { pause } from '../sources/pause.js';
import type { Engine } from './engine.js';
import type { EngineAnswer, EngineMethod } from './engine-channel.js';

/** Questions that may take hundreds of milliseconds: a map's first groups its locations, a list's first sorts its stations. */
const SLOW_QUESTIONS: ReadonlySet<EngineMethod> = new Set(['mapItems', 'bounds', 'stations']);

/** Calls an engine's methods on its own thread: slow questions after all other calls, one a turn, so that a pie never waits for a map. */
export class EngineRunner {
  private readonly slow: (() => void)[] = [];
  /** When the network was committed, or its clock set back, by that clock. */
  private committed?: { now: number };

  constructor(private readonly engine: Engine) {}

  async call<M extends EngineMethod>(method: M, args: Parameters<Engine[M]>): Promise<EngineAnswer<M>> {
    if (!SLOW_QUESTIONS.has(method)) return this.run(method, args);
    const { committed } = this;
    await this.turn();
    if (this.committed === committed) return this.run(method, args);
    // Asked by the clock of the network before, which may be ahead: this one would follow it for good.
    return this.run(method, [this.committed!.now, ...args.slice(1)] as Parameters<Engine[M]>);
  }

  private run<M extends EngineMethod>(method: M, args: Parameters<Engine[M]>): EngineAnswer<M> {
    const run = this.engine[method] as (...args: Parameters<Engine[M]>) => EngineAnswer<M>;
    const answer = run.apply(this.engine, args);
    if (method === 'commit' || method === 'rewind') this.committed = { now: args[0] as number };
    return answer;
  }

  /** Waits for a slow question's turn. */
  private turn(): Promise<void> {
    return new Promise(resolve => {
      if (this.slow.push(resolve) === 1) void this.runSlow();
    });
  }

  private async runSlow(): Promise<void> {
    while (this.slow.length > 0) {
      await pause();
      this.slow[0]!();
      this.slow.shift();
    }
  }
}
