import type { Rules } from '../../engine/derivation.js';
import { ExplainedError } from '../../model/explained-error.js';
import { say } from '../../model/load-reasons.js';
import type { Part, Reason } from '../../model/reason.js';
import type { Engine } from './engine.js';
import type { EngineAnswer, EngineChannel, EngineMethod, EnginePlace } from './engine-channel.js';
import { Outbox } from './outbox.js';
import { Watchdog } from './watchdog.js';
import type { FromWorker } from './worker-messages.js';

/** Seconds of silence after which a worker will not start. */
const LONGEST_START = 10;

/** Seconds of silence after which a worker hangs or is dead; a million stations keep it from answering for a few at a time. */
const LONGEST_SILENCE = 30;

/** The error that a worker sent, with its reason. */
function explained({ error, reason }: { error: unknown; reason?: Reason }): unknown {
  return error instanceof Error && reason ? Object.assign(error, { reason }) : error;
}

interface PendingCall {
  method: EngineMethod;
  args: unknown[];
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/**
 * An engine in a module worker. Calls are posted at once: the worker's queue holds them until it has started.
 * Where it does not start, another engine takes them over. Once it has stopped, all that was and will be asked of it rejects.
 */
export class WorkerEngine implements EngineChannel {
  private hasStarted = false;
  private instead?: EngineChannel;
  private stopReason?: Error;
  private readonly pending = new Map<number, PendingCall>();
  private lastId = 0;
  private readonly outbox: Outbox;
  private readonly watchdog = new Watchdog(silence => {
    const longest = this.hasStarted ? LONGEST_SILENCE : LONGEST_START;
    if (silence < longest) this.outbox.post({ ping: true });
    else this.fail(say('workerSilent', longest));
  });

  /**
   * @param takeOver makes the engine that is asked instead where the worker does not start; told why
   * @param onLost told why a worker that had started has stopped
   */
  constructor(
    private readonly worker: Worker,
    rules: Rules,
    private readonly takeOver: (reason: string) => Promise<EngineChannel>,
    private readonly onLost: (reason: Error) => void,
  ) {
    this.outbox = new Outbox(worker, (id, error) => {
      this.receive({ id, error });
    });
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      this.receive(data);
    };
    worker.onerror = event => {
      event.preventDefault();
      // A file that is missing gives no message.
      this.fail((event as Partial<ErrorEvent>).message ?? '');
    };
    this.outbox.post({ rules });
    this.watchdog.watch();
  }

  get place(): EnginePlace | undefined {
    return this.hasStarted ? 'worker' : this.instead?.place;
  }

  get failure(): Error | undefined {
    return this.stopReason ?? this.instead?.failure;
  }

  call<M extends EngineMethod>(method: M, ...args: Parameters<Engine[M]>): Promise<EngineAnswer<M>> {
    if (this.instead) return this.instead.call(method, ...args);
    const id = ++this.lastId;
    const signal: unknown = args.at(-1);
    const isAbortable = signal instanceof AbortSignal;
    const answer = new Promise<EngineAnswer<M>>((resolve, reject) => {
      if (this.stopReason) throw this.stopReason;
      if (isAbortable) signal.throwIfAborted();
      this.pending.set(id, { method, args, resolve: resolve as PendingCall['resolve'], reject });
      this.outbox.add({ id, method, args: isAbortable ? args.slice(0, -1) : args, isAbortable });
      this.watchdog.watch();
    });
    return isAbortable ? this.followAbort(id, signal, answer) : answer;
  }

  dispose(): void {
    this.instead?.dispose();
    this.stop(new DOMException('The engine was disposed of.', 'AbortError'));
  }

  /** Has the worker told where the signal aborts before the answer has come. */
  private async followAbort<T>(id: number, signal: AbortSignal, answer: Promise<T>): Promise<T> {
    const abort = () => {
      if (!this.pending.has(id)) return;
      this.outbox.flush();
      this.outbox.post({ abort: id });
    };
    signal.addEventListener('abort', abort, { once: true });
    try {
      return await answer;
    } finally {
      signal.removeEventListener('abort', abort);
    }
  }

  private receive(message: FromWorker): void {
    this.watchdog.heard();
    if ('id' in message) {
      const call = this.pending.get(message.id);
      this.pending.delete(message.id);
      if ('error' in message) call?.reject(explained(message));
      else call?.resolve(message.value);
    } else this.hasStarted = true;
    if (this.hasStarted && this.pending.size === 0) this.watchdog.rest();
  }

  private fail(reason: Part): void {
    if (!this.hasStarted) void this.replaceWorker(typeof reason === 'string' ? reason : reason.message);
    else {
      const error = new ExplainedError(say('workerStopped', reason || say('workerNoReason')));
      this.stop(error);
      this.onLost(error);
    }
  }

  private async replaceWorker(reason: string): Promise<void> {
    this.end();
    try {
      const instead = await this.takeOver(reason);
      if (this.stopReason) {
        instead.dispose();
        return;
      }
      this.instead = instead;
      for (const { method, args, resolve, reject } of this.pending.values())
        instead.call(method, ...(args as Parameters<Engine[typeof method]>)).then(resolve, reject);
      this.pending.clear();
    } catch (error) {
      this.stop(error as Error);
    }
  }

  private stop(reason: Error): void {
    this.end();
    this.stopReason ??= reason;
    for (const { reject } of this.pending.values()) reject(this.stopReason);
    this.pending.clear();
  }

  private end(): void {
    this.worker.onerror = null;
    this.worker.terminate();
    this.watchdog.stop();
  }
}
