import type { ServerResponse } from 'node:http';

import type { Scope } from '../../../src/model/records.js';
import type { ServedState } from '../../../src/model/served-state.js';

/** How often a stream is told of changes at most, and how often at least that it is alive: milliseconds. */
const EVERY = 200;
const ALIVE_EVERY = 15_000;

/** Bytes that wait for one who follows at most. */
const MOST_WAITING = 1_000_000;

/** Those who follow the same scope, who are told the same. */
interface Audience {
  scope?: Scope;
  responses: Set<ServerResponse>;
  /** The newest version that they were told of: what was asked for sooner may come later. */
  version: number;
}

/** Writes to a stream; ends one whose reader takes nothing: it opens it again. */
function write(response: ServerResponse, text: string): void {
  if (response.writableEnded) return;
  if (response.writableLength > MOST_WAITING) response.destroy();
  else response.write(text);
}

function tell(audience: Audience, state: ServedState, responses: Iterable<ServerResponse>): void {
  if (Number(state.version) < audience.version) return;
  audience.version = Number(state.version);
  const event = `data: ${JSON.stringify(state)}\n\n`;
  for (const response of responses) write(response, event);
}

/** Tells those who follow what the network has come to. */
export class LiveStreams {
  /** By their scopes, as JSON. */
  private readonly audiences = new Map<string, Audience>();
  private timer?: ReturnType<typeof setTimeout>;
  private readonly alive: ReturnType<typeof setInterval>;
  private toldAt = -Infinity;

  /**
   * @param state what a scope has come to
   * @param onFailure called where that cannot be had; those who follow it open their streams again, or are told why they cannot
   */
  constructor(
    private readonly state: (scope?: Scope) => Promise<ServedState>,
    private readonly onFailure: (error: Error) => void,
  ) {
    this.alive = setInterval(() => {
      for (const response of this.responses()) write(response, ':\n\n');
    }, ALIVE_EVERY);
  }

  get size(): number {
    let size = 0;
    for (const { responses } of this.audiences.values()) size += responses.size;
    return size;
  }

  /** @param headers of the answer beside its own */
  async open(response: ServerResponse, headers: Record<string, string>, scope?: Scope): Promise<void> {
    // Who has hung up already tells that no more.
    if (response.destroyed) return;
    response.writeHead(200, {
      ...headers,
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
      // Nothing else comes on it, and when the stream ends a server that stops need not wait for it.
      Connection: 'close',
      // Proxies that gather what they pass on would hold events back.
      'X-Accel-Buffering': 'no',
    });
    // Before its first state is read, so that it is told of what changes meanwhile.
    const audience = this.add(response, scope);
    try {
      tell(audience, await this.state(scope), [response]);
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
        void this.tellAll();
      },
      Math.max(0, this.toldAt + EVERY - performance.now()),
    );
  }

  /** What changes is not heard of for now: those who follow open their streams again, or are told why they cannot. */
  interrupt(): void {
    for (const key of this.audiences.keys()) this.dismiss(key);
  }

  close(): void {
    clearTimeout(this.timer);
    clearInterval(this.alive);
    this.interrupt();
  }

  private *responses(): Iterable<ServerResponse> {
    for (const { responses } of this.audiences.values()) yield* responses;
  }

  private add(response: ServerResponse, scope: Scope | undefined): Audience {
    const key = JSON.stringify(scope ?? null);
    const audience = this.audiences.get(key) ?? { scope, responses: new Set(), version: 0 };
    this.audiences.set(key, audience);
    audience.responses.add(response);
    response.on('close', () => {
      audience.responses.delete(response);
      if (audience.responses.size === 0 && this.audiences.get(key) === audience) this.audiences.delete(key);
    });
    return audience;
  }

  /** Ends the streams of those who follow a scope. */
  private dismiss(key: string): void {
    const { responses } = this.audiences.get(key)!;
    this.audiences.delete(key);
    for (const response of responses) {
      // One that takes nothing would never come to its end.
      if (response.writableLength > 0) response.destroy();
      else response.end();
    }
  }

  private async tellAll(): Promise<void> {
    await Promise.all(
      [...this.audiences].map(async ([key, audience]) => {
        try {
          tell(audience, await this.state(audience.scope), audience.responses);
        } catch (error) {
          this.onFailure(error as Error);
          if (this.audiences.get(key) === audience) this.dismiss(key);
        }
      }),
    );
  }
}
