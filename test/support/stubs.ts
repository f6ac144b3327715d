/** What a stubbed server answers: JSON, or text where it is not, and what else differs from 200 OK. */
export interface StubbedAnswer {
  json?: unknown;
  text?: string;
  status?: number;
  statusText?: string;
  headers?: Record<string, string>;
}

/** Puts something in the place of a global, and gives back what undoes it. */
export function replaceGlobal<
  K extends
    | 'fetch'
    | 'setTimeout'
    | 'clearTimeout'
    | 'Worker'
    | 'Int32Array'
    | 'matchMedia'
    | 'ResizeObserver'
    | 'reportError'
    | 'console',
>(name: K, value: unknown): () => void {
  const original = globalThis[name];
  globalThis[name] = value as (typeof globalThis)[K];
  return () => {
    globalThis[name] = original;
  };
}

/** A server of the page's own origin in place of `fetch`, by path with query. Asks for anything else are refused. */
export function stubServer(answers: Record<string, StubbedAnswer>): {
  requests: string[];
  caches: (RequestCache | undefined)[];
  restore: () => void;
} {
  const requests: string[] = [];
  const caches: (RequestCache | undefined)[] = [];
  const fetchStub = async (input: string, { signal, cache }: RequestInit = {}) => {
    signal?.throwIfAborted();
    const url = new URL(input);
    requests.push(url.pathname + url.search);
    caches.push(cache);
    const answer = url.origin === location.origin ? answers[url.pathname + url.search] : undefined;
    if (!answer) throw new TypeError('Failed to fetch');
    const { json, text = JSON.stringify(json), status = 200, statusText = '', headers } = answer;
    return new Response(text, { status, statusText, headers });
  };
  return { requests, caches, restore: replaceGlobal('fetch', fetchStub) };
}

/** Timers in place of the page's, that run when a test says so. */
export class StubbedTimers {
  readonly waits: number[] = [];
  private pending = new Map<number, () => void>();
  private readonly restores = [
    replaceGlobal('setTimeout', (callback: () => void, wait: number) => {
      this.pending.set(this.waits.push(wait), callback);
      return this.waits.length;
    }),
    replaceGlobal('clearTimeout', (id: number) => void this.pending.delete(id)),
  ];

  get size(): number {
    return this.pending.size;
  }

  run(): void {
    const due = [...this.pending.values()];
    this.pending.clear();
    for (const callback of due) callback();
  }

  restore(): void {
    for (const restore of this.restores) restore();
  }
}

/** The page's clocks in a test's hand: they stand still but for what it lets them run. */
export class StubbedClocks {
  private monotonic = performance.now();
  private readonly dateNow = Date.now;

  /** @param wall what the wall clock shows at first */
  constructor(private wall = Date.now()) {
    Object.defineProperty(performance, 'now', { configurable: true, value: () => this.monotonic });
    Date.now = () => this.wall;
  }

  /** Time goes on: both clocks run, by milliseconds. */
  run(by: number): void {
    this.monotonic += by;
    this.wall += by;
  }

  /** The machine sleeps and the monotonic clock stands still, or somebody sets the wall clock: no page can tell which. */
  setWall(by: number): void {
    this.wall += by;
  }

  restore(): void {
    Reflect.deleteProperty(performance, 'now');
    Date.now = this.dateNow;
  }
}
