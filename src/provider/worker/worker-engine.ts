import type { Rules } from '../../engine/derivation.js';
import type { Engine } from './engine.js';
import type {
  EngineAnswer,
  EngineChannel,
  EngineMethod,
  PostedAnswer,
  PostedCall,
} from './engine-channel.js';

/** From the page: the rules first, then the calls that were made in one turn, and the abort of a call. */
export type ToWorker = { rules: Rules } | { calls: PostedCall[] } | { abort: number };

/** From the worker: that it is there, then what a call answered or failed with. */
export type FromWorker = { ready: true } | PostedAnswer;

interface PendingCall {
  method: EngineMethod;
  args: unknown[];
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/**
 * An engine in a module worker. Calls are posted at once, those of one turn in one message: the worker's queue holds them until it has started.
 * Where it does not start, another engine takes them over. Once it has stopped, all that was and will be asked of it rejects.
 */
export class WorkerEngine implements EngineChannel {
  private readonly worker: Worker;
  private hasStarted = false;
  private instead?: EngineChannel;
  private stopReason?: Error;
  private readonly pending = new Map<number, PendingCall>();
  private outbox: PostedCall[] = [];
  private lastId = 0;

  /**
   * @param takeOver makes the engine that is asked instead where the worker does not start
   * @throws DOMException where the page's policy forbids the worker
   */
  constructor(
    url: URL,
    rules: Rules,
    private readonly takeOver: () => EngineChannel,
  ) {
    this.worker = new Worker(url, { type: 'module', name: 'ev-widgets' });
    this.worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      this.receive(data);
    };
    this.worker.onerror = event => {
      event.preventDefault();
      if (this.hasStarted)
        this.stop(new Error(`The engine's worker stopped: ${event.message || 'no reason given'}.`));
      else this.replaceWorker();
    };
    this.post({ rules });
  }

  get failure(): Error | undefined {
    return this.stopReason ?? this.instead?.failure;
  }

  call<M extends EngineMethod>(method: M, ...args: Parameters<Engine[M]>): Promise<EngineAnswer<M>> {
    if (this.instead) return this.instead.call(method, ...args);
    return new Promise((resolve, reject) => {
      if (this.stopReason) throw this.stopReason;
      const id = ++this.lastId;
      const signal: unknown = args.at(-1);
      const isAbortable = signal instanceof AbortSignal;
      if (isAbortable) this.followAbort(id, signal);
      this.pending.set(id, { method, args, resolve: resolve as PendingCall['resolve'], reject });
      this.send({ id, method, args: isAbortable ? args.slice(0, -1) : args, isAbortable });
    });
  }

  dispose(): void {
    this.instead?.dispose();
    this.stop(new DOMException('The engine was disposed of.', 'AbortError'));
  }

  private send(call: PostedCall): void {
    if (this.outbox.push(call) > 1) return;
    queueMicrotask(() => {
      this.flush();
    });
  }

  private flush(): void {
    const calls = this.outbox;
    this.outbox = [];
    if (this.stopReason || this.instead || calls.length === 0) return;
    try {
      this.post({ calls });
    } catch {
      for (const call of calls) this.postAlone(call);
    }
  }

  private followAbort(id: number, signal: AbortSignal): void {
    signal.throwIfAborted();
    const abort = () => {
      if (!this.pending.has(id)) return;
      this.flush();
      this.post({ abort: id });
    };
    signal.addEventListener('abort', abort, { once: true });
  }

  private receive(message: FromWorker): void {
    if (!('id' in message)) {
      this.hasStarted = true;
      return;
    }
    const call = this.pending.get(message.id);
    this.pending.delete(message.id);
    if ('error' in message) call?.reject(message.error);
    else call?.resolve(message.value);
  }

  private post(message: ToWorker): void {
    this.worker.postMessage(message);
  }

  /** Rejects a call that cannot cross, so that the others of its turn go on. */
  private postAlone(call: PostedCall): void {
    try {
      this.postAsPlainData(call);
    } catch (error) {
      this.receive({ id: call.id, error });
    }
  }

  /** Records that a framework wraps in proxies, or that carry functions, are sent as JSON. */
  private postAsPlainData(call: PostedCall): void {
    try {
      this.post({ calls: [call] });
    } catch {
      this.post({ calls: [{ ...call, args: JSON.parse(JSON.stringify(call.args)) as unknown[] }] });
    }
  }

  private replaceWorker(): void {
    this.worker.terminate();
    const instead = (this.instead = this.takeOver());
    for (const { method, args, resolve, reject } of this.pending.values())
      instead.call(method, ...(args as Parameters<Engine[typeof method]>)).then(resolve, reject);
    this.pending.clear();
  }

  private stop(reason: Error): void {
    this.worker.terminate();
    this.stopReason ??= reason;
    for (const { reject } of this.pending.values()) reject(this.stopReason);
    this.pending.clear();
  }
}
