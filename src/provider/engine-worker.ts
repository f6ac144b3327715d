import { Engine } from './engine.js';
import type { EngineClient } from './engine.js';
import type { FromWorker, ToWorker } from './engine-messages.js';

// The entry of the module worker that `localProvider` runs its engine in.
const page = globalThis as unknown as Pick<MessagePort, 'postMessage' | 'addEventListener'>;
const calls = new Map<number, AbortController>();
let engine: EngineClient;

function post(message: FromWorker): void {
  page.postMessage(message);
}

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
  if ('rules' in data) engine = new Engine(data.rules);
  else if ('abort' in data) calls.get(data.abort)?.abort();
  else void call(data);
});
post({ ready: true });
