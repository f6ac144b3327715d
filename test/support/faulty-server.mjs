import { once } from 'node:events';
import { createServer } from 'node:http';

/**
 * A server on a free port whose answers a test decides, for as long as the test runs.
 * @param {import('node:test').TestContext} test
 * @param {(request: import('node:http').IncomingMessage, answer: import('node:http').ServerResponse, number: number) => void} handler is told the
 * number of the request, from 0
 */
export async function startServer(test, handler) {
  const requests = [];
  const server = createServer((request, answer) => {
    requests.push({ url: request.url, headers: request.headers, at: performance.now() });
    handler(request, answer, requests.length - 1);
    server.emit('asked');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  test.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    requests,
    /** Waits until so many requests have come. */
    async asked(count) {
      while (requests.length < count) await once(server, 'asked');
    },
  };
}

export const json = (answer, body, headers = {}) =>
  answer.writeHead(200, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body));

/** A network of so many stations. */
export const networkOf = (count, fields = {}) => ({
  locations: [
    {
      id: 'L',
      latitude: 1,
      longitude: 2,
      stations: Array.from({ length: count }, (_, index) => ({ id: `S${index}`, connection: 'online' })),
    },
  ],
  ...fields,
});

/** An OCPI Location of one EVSE. */
export const place = id => ({
  id,
  coordinates: { latitude: '52.5', longitude: '4.75' },
  evses: [{ uid: id, status: 'AVAILABLE', last_updated: '2026-06-07T12:00:00Z' }],
  last_updated: '2026-06-07T12:00:00Z',
});
