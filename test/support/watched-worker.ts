const BrowserWorker = globalThis.Worker;

/** A worker as the browser makes it, which a test can find. */
export class WatchedWorker extends BrowserWorker {
  static made: WatchedWorker[] = [];
  readonly posted: unknown[] = [];
  isTerminated = false;

  constructor(
    readonly url: string | URL,
    options?: WorkerOptions,
  ) {
    super(url, options);
    WatchedWorker.made.push(this);
  }

  static get last(): WatchedWorker {
    return this.made.at(-1)!;
  }

  /** The calls of a method that were posted. */
  calls(method: string): { method: string; args: unknown[][] }[] {
    return (this.posted as { calls?: { method: string; args: unknown[][] }[] }[])
      .flatMap(({ calls }) => calls ?? [])
      .filter(call => call.method === method);
  }

  /** Waits for the next message that it posts. */
  heard(): Promise<unknown> {
    return new Promise(resolve => {
      this.addEventListener('message', resolve, { once: true });
    });
  }

  override postMessage(message: unknown): void {
    this.posted.push(message);
    super.postMessage(message);
  }

  override terminate(): void {
    this.isTerminated = true;
    super.terminate();
  }
}
