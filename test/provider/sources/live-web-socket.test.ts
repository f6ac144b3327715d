import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { mock } from 'node:test';

import { expect } from 'chai';
import { WebSocket, WebSocketServer } from 'ws';

import { SECOND } from '../../../src/model/time.js';
import { withLive } from '../../../src/provider/sources/live.js';
import { HeldTimers } from '../../support/held-timers.js';
import { WatchedSource } from '../../support/watched-source.js';

const source = { load: () => Promise.resolve({ locations: [] }) };

/** As a browser's, of which an error that nobody listens to ends nothing. */
class BrowserSocket extends WebSocket {
  constructor(url: URL) {
    super(url);
    this.on('error', () => undefined);
  }
}

describe('withLive, of a WebSocket', () => {
  const own = globalThis.WebSocket;
  let server: WebSocketServer;
  let timers: HeldTimers;
  let live: WatchedSource;
  let sockets: WebSocket[];

  const connected = async (number: number) => {
    while (sockets.length <= number) await once(server, 'connection');
    return sockets[number]!;
  };
  const interrupted = (times: number) => live.until(() => live.interruptions.length >= times);

  beforeEach(async () => {
    // Node 20 has none of its own.
    globalThis.WebSocket = BrowserSocket as unknown as typeof globalThis.WebSocket;
    mock.method(Math, 'random', () => 0);
    sockets = [];
    server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
    server.on('connection', socket => sockets.push(socket));
    await once(server, 'listening');
    timers = new HeldTimers();
    const { port } = server.address() as AddressInfo;
    live = new WatchedSource(withLive(source, `ws://127.0.0.1:${port}/live?token=secret`));
  });

  afterEach(async () => {
    live.abort();
    timers.restore();
    mock.restoreAll();
    globalThis.WebSocket = own;
    for (const socket of server.clients) socket.terminate();
    server.close();
    await once(server, 'close');
  });

  it('R10: pushes each message as a change', async () => {
    const socket = await connected(0);
    await live.until(() => live.isOpen);
    socket.send('{"stations":[{"id":"S","status":"Faulted"}]}');
    socket.send('{}');
    await live.until(() => live.changes.length === 2);
    expect(live.changes).to.deep.equal([{ stations: [{ id: 'S', status: 'Faulted' }] }, {}]);
    expect([live.interruptions, live.missed]).to.deep.equal([[], []]);
  });

  for (const [message, shown] of [
    ['[]', '"[]"'],
    [Buffer.from('{}'), '(text)'],
  ] as const) {
    it(`R14: tells that a change was missed with ${typeof message === 'string' ? message : 'a binary message'}`, async () => {
      (await connected(0)).send(message);
      await live.until(() => live.missed.length === 1);
      expect(live.missed[0]).to.include('/live sent ').and.to.include(shown).and.to.not.include('secret');
    });
  }

  it('R14: opens it again when it was closed, and tells that changes were missed', async () => {
    (await connected(0)).close(1012, 'restarting');
    await interrupted(1);
    expect(live.interruptions[0]).to.include('/live was closed (1012, "restarting")');
    expect(live.interruptions[0]).to.not.include('secret');
    timers.pass(SECOND);
    await connected(1);
    await live.until(() => live.missed.length === 1);
    await live.until(() => live.resumptions === 1);
    expect(live.changes, 'the server has said nothing').to.deep.equal([]);
  });

  it('R14: takes it for dead where no message came for 45 seconds, though its pings are answered', async () => {
    const socket = await connected(0);
    await live.until(() => live.isOpen);
    timers.pass(44 * SECOND);
    socket.send('{}');
    await live.until(() => live.changes.length === 1);
    socket.ping();
    await once(socket, 'pong');
    timers.pass(45 * SECOND);
    await interrupted(1);
    expect(live.interruptions[0]).to.include('sent nothing for 45 seconds');
    timers.pass(SECOND);
    await connected(1);
  });

  it('R14: says that it could not be opened, and tries again', async () => {
    const first = await connected(0);
    const refusals: string[] = [];
    server.options.verifyClient = ({ req }: { req: { url?: string } }) => refusals.push(req.url!) > 1;
    first.close();
    await interrupted(1);
    timers.pass(SECOND);
    await interrupted(2);
    expect(live.interruptions[1]).to.include('/live could not be opened');
    timers.pass(2 * SECOND);
    await connected(1);
    await live.until(() => live.missed.length === 1);
  });

  it('closes it when it is aborted', async () => {
    const socket = await connected(0);
    await live.until(() => live.isOpen);
    live.abort();
    await once(socket, 'close');
    expect(live.interruptions).to.deep.equal([]);
  });
});
