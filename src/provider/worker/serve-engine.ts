import { Engine } from './engine.js';
import type { EngineClient } from './engine.js';
import type { FromWorker, ToWorker } from './engine-messages.js';
import type { LoadFeed } from '../sources/feed.js';

const page = globalThis as unknown as Pick<MessagePort, 'postMessage' | 'addEventListener'>;

function post(message: FromWorker): void {
  page.postMessage(message);
}

/** Runs an engine in this worker for the page that started it. */
export function serveEngine(loadFeed: LoadFeed): void {
  const calls = new Map<number, AbortController>();
  let engine: EngineClient;

  async function call({ id, method, args }: Extract<ToWorker, { method: unknown }>): Promise<void> {
    const controller = new AbortController();
    calls.set(id, controller);
    try {
      const run = engine[method] as (...args: unknown[]) => Promise<unknown>;
      post({ id, value: await run.call(engine, ...args, controller.signal) });
    } catch (error) {
      post({ id, error });
    }
    calls.delete(id);
  }

  page.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
    if ('rules' in data) engine = new Engine(data.rules, loadFeed);
    else if ('abort' in data) calls.get(data.abort)?.abort();
    else void call(data);
  });
  post({ ready: true });
}
