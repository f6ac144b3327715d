import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that a test answers by hand. */
export interface Asked {
  request: IncomingMessage;
  response: ServerResponse;
}

/** A server of this machine whose answers a test gives by hand. */
export class StreamServer {
  readonly asked: Asked[] = [];
  private waiting: (() => void)[] = [];

  private constructor(
    private readonly server: Server,
    answer: (asked: Asked) => void,
  ) {
    server.on('request', (request, response) => {
      this.asked.push({ request, response });
      answer({ request, response });
      for (const go of this.waiting.splice(0)) go();
    });
  }

  /** @param answer gives those answers that need no hand */
  static async start(answer: (asked: Asked) => void = () => undefined): Promise<StreamServer> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new StreamServer(server, answer);
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The request of this number, from 0, once it has come. */
  async ask(number: number): Promise<Asked> {
    while (this.asked.length <= number) await new Promise<void>(resolve => this.waiting.push(resolve));
    return this.asked[number]!;
  }

  /** Answers the request of this number with an event stream that begins with this text. */
  async stream(number: number, text = ': hello\n\n'): Promise<Asked> {
    const asked = await this.ask(number);
    asked.response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    asked.response.write(text);
    return asked;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}
