import type { NetworkChange, Problem } from '../../model/records.js';
import type { Rules } from '../../engine/derivation.js';
import type { EngineClient, EngineReport, Questions } from './engine.js';
import type { EngineMethod, FromWorker, ToWorker } from './engine-messages.js';
import type { Feed } from '../sources/feed.js';

interface Pending {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/**
 * Starts an engine in a module worker.
 * @throws Error where the worker cannot be had: the page's policy forbids it, or its script does not load
 */
export async function startRemoteEngine(url: URL, rules: Rules): Promise<EngineClient> {
  const worker = new Worker(url, { type: 'module', name: 'ev-widgets' });
  await new Promise<void>((resolve, reject) => {
    worker.onmessage = () => {
      resolve();
    };
    worker.onerror = event => {
      event.preventDefault();
      worker.terminate();
      reject(new Error(`The engine's worker ${url.href} does not start.`));
    };
  });
  return new RemoteEngine(worker, rules);
}

/** An engine in a worker. Once the worker has stopped, all that was and will be asked of it rejects. */
class RemoteEngine implements EngineClient {
  failure?: Error;
  private readonly pending = new Map<number, Pending>();
  private lastId = 0;

  constructor(
    private readonly worker: Worker,
    rules: Rules,
  ) {
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      this.settle(data);
    };
    worker.onerror = event => {
      event.preventDefault();
      this.stop(new Error(`The engine's worker stopped: ${event.message || 'no reason given'}.`));
    };
    this.post({ rules });
  }

  begin(now: number, problems: readonly Problem[]): Promise<void> {
    return this.call('begin', now, problems);
  }

  add(locations: readonly unknown[], from: number): Promise<void> {
    return this.call('add', locations, from);
  }

  async fetch(feed: Feed, now: number, signal: AbortSignal): Promise<number | undefined> {
    signal.throwIfAborted();
    const answer = this.call<number | undefined>('fetch', feed, now);
    const id = this.lastId;
    const abort = () => {
      this.post({ abort: id });
    };
    signal.addEventListener('abort', abort, { once: true });
    try {
      return await answer;
    } finally {
      signal.removeEventListener('abort', abort);
    }
  }

  commit(now: number): Promise<EngineReport> {
    return this.call('commit', now);
  }

  change(changes: readonly NetworkChange[], now: number): Promise<EngineReport> {
    return this.call('change', changes, now);
  }

  tick(now: number): Promise<EngineReport> {
    return this.call('tick', now);
  }

  ask<Q extends keyof Questions>(
    question: Q,
    args: Parameters<Questions[Q]>,
    now: number,
  ): Promise<ReturnType<Questions[Q]>> {
    return this.call('ask', question, args, now);
  }

  dispose(): void {
    this.stop(new DOMException('The engine was disposed of.', 'AbortError'));
  }

  private call<T>(method: EngineMethod, ...args: unknown[]): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.failure) throw this.failure;
      const id = ++this.lastId;
      this.post({ id, method, args });
      this.pending.set(id, { resolve: resolve as Pending['resolve'], reject });
    });
  }

  private settle(answer: FromWorker): void {
    if (!('id' in answer)) return;
    const pending = this.pending.get(answer.id);
    this.pending.delete(answer.id);
    if ('error' in answer) pending?.reject(answer.error);
    else pending?.resolve(answer.value);
  }

  private post(message: ToWorker): void {
    try {
      this.worker.postMessage(message);
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'DataCloneError')) throw error;
      // Records that a framework wraps in proxies, or that carry functions, cross as the plain data that they stand for.
      this.worker.postMessage(JSON.parse(JSON.stringify(message)));
    }
  }

  private stop(reason: Error): void {
    this.worker.terminate();
    this.failure ??= reason;
    for (const { reject } of this.pending.values()) reject(this.failure);
    this.pending.clear();
  }
}
