import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server of this machine for a test that runs in Node. */
export interface LocalServer {
  /** `http://localhost:…`, without a path. */
  origin: string;
  /** Paths with their queries, in the order in which they were asked for. */
  requests: string[];
  close(): Promise<void>;
}

/** Starts a server that answers as a test says. */
export async function localServer(answer: RequestListener): Promise<LocalServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url!);
    answer(request, response);
  });
  await new Promise<void>(resolve => server.listen(0, 'localhost', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
