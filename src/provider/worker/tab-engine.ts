import type { Rules } from '../../engine/derivation.js';
import { FEED_FORMATS } from '../sources/feed-formats.js';
import type { FeedFormat } from '../sources/feed-formats.js';
import { Engine } from './engine.js';
import type { EngineAnswer, EngineChannel, EngineMethod } from './engine-channel.js';
import { EngineRunner } from './engine-runner.js';

/** An engine in the tab. A page whose engine runs in a worker never loads this module. */
export class TabEngine implements EngineChannel {
  readonly place = 'tab';
  failure?: Error;
  private readonly runner: EngineRunner;

  constructor(rules: Rules, format: FeedFormat) {
    this.runner = new EngineRunner(
      new Engine(rules, async (...feed) => (await FEED_FORMATS[format]()).loadFeed(...feed)),
    );
  }

  async call<M extends EngineMethod>(method: M, ...args: Parameters<Engine[M]>): Promise<EngineAnswer<M>> {
    if (this.failure) throw this.failure;
    return this.runner.call(method, args);
  }

  dispose(): void {
    this.failure = new DOMException('The engine was disposed of.', 'AbortError');
  }
}
