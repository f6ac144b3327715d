import { explanationOf } from '../reason-of.js';
import type { LoadFeed } from '../sources/load-feed.js';
import { Engine } from './engine.js';
import type { EngineMethod } from './engine-channel.js';
import { EngineRunner } from './engine-runner.js';
import type { FromWorker, PostedCall, ToWorker } from './worker-messages.js';

const page = globalThis as unknown as Pick<MessagePort, 'postMessage' | 'addEventListener'>;

function post(message: FromWorker): void {
  page.postMessage(message);
}

/** Runs an engine in this worker for the page that started it. Each answer is posted as soon as it is there. */
export function serveEngine(loadFeed: LoadFeed): void {
  const controllers = new Map<number, AbortController>();
  let runner: EngineRunner;

  async function answer({ id, method, args, isAbortable }: PostedCall): Promise<void> {
    if (isAbortable) {
      const controller = new AbortController();
      controllers.set(id, controller);
      args.push(controller.signal);
    }
    try {
      post({ id, value: await runner.call(method, args as Parameters<Engine[EngineMethod]>) });
    } catch (error) {
      post({ id, error, reason: explanationOf(error) });
    }
    controllers.delete(id);
  }

  page.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
    if ('rules' in data) runner = new EngineRunner(new Engine(data.rules, loadFeed));
    else if ('abort' in data) controllers.get(data.abort)?.abort();
    else if ('calls' in data) for (const call of data.calls) void answer(call);
    else post({ ready: true });
  });
  post({ ready: true });
}
