import type { Rules } from '../../engine/derivation.js';
import { FEED_FORMATS } from '../sources/feed-formats.js';
import type { FeedFormat } from '../sources/feed-formats.js';
import type { Engine } from './engine.js';
import type { EngineAnswer, EngineChannel, EngineMethod } from './engine-channel.js';
import { EngineRunner } from './engine-runner.js';

/** Loads the engine's code only now: a page whose engine runs in a worker never needs it. */
async function start(rules: Rules, format: FeedFormat): Promise<EngineRunner> {
  const { Engine } = await import('./engine.js');
  return new EngineRunner(
    new Engine(rules, async (...feed) => (await FEED_FORMATS[format]()).loadFeed(...feed)),
  );
}

/** An engine in the tab. */
export class TabEngine implements EngineChannel {
  failure?: Error;
  private runner?: Promise<EngineRunner>;

  constructor(rules: Rules, format: FeedFormat) {
    this.runner = start(rules, format);
    this.runner.catch((error: unknown) => {
      this.failure = error as Error;
    });
  }

  async call<M extends EngineMethod>(method: M, ...args: Parameters<Engine[M]>): Promise<EngineAnswer<M>> {
    if (!this.runner) throw this.failure;
    return (await this.runner).call(method, args);
  }

  dispose(): void {
    this.failure = new DOMException('The engine was disposed of.', 'AbortError');
    this.runner = undefined;
  }
}
