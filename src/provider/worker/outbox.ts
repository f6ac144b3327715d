import type { PostedCall, ToWorker } from './worker-messages.js';

/** Posts calls to a worker, those of one turn in one message. */
export class Outbox {
  private calls: PostedCall[] = [];

  /** @param onUnsendable told of a call that cannot cross */
  constructor(
    private readonly worker: Worker,
    private readonly onUnsendable: (id: number, error: unknown) => void,
  ) {}

  /** Posts now. A worker that has ended takes messages all the same, and drops them. */
  post(message: ToWorker): void {
    this.worker.postMessage(message);
  }

  add(call: PostedCall): void {
    if (this.calls.push(call) > 1) return;
    queueMicrotask(() => {
      this.flush();
    });
  }

  /** Posts what was added now, and not at the end of the turn. */
  flush(): void {
    const { calls } = this;
    this.calls = [];
    if (calls.length === 0) return;
    try {
      this.post({ calls });
    } catch {
      for (const call of calls) this.postAlone(call);
    }
  }

  /** Tells of a call that cannot cross, so that the others of its turn go on. */
  private postAlone(call: PostedCall): void {
    try {
      this.postAsPlainData(call);
    } catch (error) {
      this.onUnsendable(call.id, error);
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
}
