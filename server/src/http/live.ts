import type { ServerResponse } from 'node:http';

import type { Scope } from '../../../src/model/records.js';
import type { ServedState } from '../../../src/model/served-state.js';

/** How often a stream is told of changes at most, and how often at least that it is alive: milliseconds. */
const EVERY = 200;
const ALIVE_EVERY = 15_000;

/** Bytes that wait for one who follows at most. */
const MOST_WAITING = 1_000_000;

interface Stream {
  response: ServerResponse;
  scope?: Scope;
}

/** Writes to a stream; ends one whose reader takes nothing: it opens it again. */
function write(response: ServerResponse, text: string): void {
  if (response.writableLength > MOST_WAITING) response.destroy();
  else response.write(text);
}

function eventOf(state: ServedState): string {
  return `data: ${JSON.stringify(state)}\n\n`;
}

/** Tells those who follow what the network has come to. */
export class LiveStreams {
  private readonly streams = new Set<Stream>();
  private timer?: ReturnType<typeof setTimeout>;
  private readonly alive: ReturnType<typeof setInterval>;
  private toldAt = -Infinity;

  /**
   * @param state what a scope has come to
   * @param onFailure called where that cannot be had; it is asked for with the next change
   */
  constructor(
    private readonly state: (scope?: Scope) => Promise<ServedState>,
    private readonly onFailure: (error: Error) => void,
  ) {
    this.alive = setInterval(() => {
      for (const { response } of this.streams) write(response, ':\n\n');
    }, ALIVE_EVERY);
  }

  get size(): number {
    return this.streams.size;
  }

  /** @param headers of the answer beside its own */
  async open(response: ServerResponse, headers: Record<string, string>, scope?: Scope): Promise<void> {
    response.writeHead(200, {
      ...headers,
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
      // Nothing else comes on it, and when the stream ends a server that stops need not wait for it.
      Connection: 'close',
      // Proxies that gather what they pass on would hold events back.
      'X-Accel-Buffering': 'no',
    });
    const stream = { response, scope };
    // Before its first state is read, so that it is told of what changes meanwhile.
    this.streams.add(stream);
    response.on('close', () => this.streams.delete(stream));
    try {
      response.write(eventOf(await this.state(scope)));
    } catch (error) {
      this.onFailure(error as Error);
      response.end();
    }
  }

  /** An answer may be another; those that come in quick succession are told of together. */
  changed(): void {
    this.timer ??= setTimeout(
      () => {
        this.timer = undefined;
        this.toldAt = performance.now();
        void this.tell();
      },
      Math.max(0, this.toldAt + EVERY - performance.now()),
    );
  }

  close(): void {
    clearTimeout(this.timer);
    clearInterval(this.alive);
    for (const { response } of this.streams) response.end();
  }

  private async tell(): Promise<void> {
    const states = new Map<string, Promise<string>>();
    await Promise.all(
      [...this.streams].map(async ({ response, scope }) => {
        const key = JSON.stringify(scope ?? null);
        let event = states.get(key);
        if (!event) states.set(key, (event = this.state(scope).then(eventOf)));
        try {
          write(response, await event);
        } catch (error) {
          this.onFailure(error as Error);
        }
      }),
    );
  }
}
