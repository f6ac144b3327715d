import { mock } from 'node:test';

import { expect } from 'chai';

import type { NetworkSnapshot } from '../../../src/model/records.js';
import { SECOND } from '../../../src/model/time.js';
import { jsonSource } from '../../../src/provider/sources/json-source.js';
import { withLive } from '../../../src/provider/sources/live.js';
import type { LiveOptions } from '../../../src/provider/sources/live.js';
import { HeldTimers } from '../../support/held-timers.js';
import { StreamServer } from '../../support/stream-server.js';
import { WatchedSource } from '../../support/watched-source.js';

const MINUTE = 60 * SECOND;

const snapshot: NetworkSnapshot = { locations: [] };
const source = { load: () => Promise.resolve(snapshot) };

/** Lets all that is due now, and needs no time, happen. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate);
}

describe('withLive, of server-sent events', () => {
  let server: StreamServer;
  let watched: WatchedSource[];
  let timers: HeldTimers;
  /** How often the stream was asked for, whether or not the server has seen it yet. */
  let requests: number;

  const watch = (options?: LiveOptions) => {
    const live = new WatchedSource(withLive(source, `${server.origin}/live?token=secret`, options));
    watched.push(live);
    return live;
  };
  /** Waits until the stream is told to be interrupted for this time, counted from 1. */
  const interrupted = (live: WatchedSource, times: number) =>
    live.until(() => live.interruptions.length >= times);

  beforeEach(async () => {
    server = await StreamServer.start();
    watched = [];
    requests = 0;
    const ask = globalThis.fetch;
    mock.method(globalThis, 'fetch', (...request: Parameters<typeof fetch>) => {
      requests++;
      return ask(...request);
    });
    // The longest wait of each length: chance takes nothing off.
    mock.method(Math, 'random', () => 0);
    timers = new HeldTimers();
  });

  afterEach(async () => {
    for (const live of watched) live.abort();
    timers.restore();
    mock.restoreAll();
    await server.close();
  });

  it('R12: loads from the source that it wraps, which keeps its feed', async () => {
    const url = `${server.origin}/live`;
    expect(await withLive(source, url).load({ signal: new AbortController().signal })).to.equal(snapshot);
    const fetched = jsonSource(`${server.origin}/network.json`);
    expect(withLive(fetched, url).feed).to.equal(fetched.feed);
    expect(withLive(source, url)).to.not.have.property('feed');
  });

  it('R10: pushes each message as a change, however its text is cut', async () => {
    const live = watch();
    const { request, response } = await server.stream(0, 'data: {"stations":[{"id":"S","sta');
    await live.until(() => live.isOpen);
    expect(request.headers).to.include({ accept: 'text/event-stream', 'cache-control': 'no-cache' });
    expect(request.headers).to.not.have.property('last-event-id');
    response.write('tus":"Faulted"}]}\n\ndata: {"asOf":7}\n\n');
    await live.until(() => live.changes.length === 2);
    expect(live.changes).to.deep.equal([{ stations: [{ id: 'S', status: 'Faulted' }] }, { asOf: 7 }]);
    expect([live.interruptions, live.missed, live.strange]).to.deep.equal([[], [], []]);
  });

  it('R10: pushes a message once its last line has ended, by whichever end of lines', async () => {
    const live = watch();
    const { response } = await server.stream(0, ': hello\r\r');
    for (const [text, asOf] of [
      ['data: {"asOf":1}\r\r', 1],
      ['data: {"asOf":\rdata: 2}\r\r', 2],
      ['data: {"asOf":3}\r\n\r', 3],
      ['\ndata: {"asOf":\r\ndata: 4}\r\n\r\n', 4],
      ['data: {"asOf":5}\n\n', 5],
    ] as const) {
      response.write(text);
      await live.until(() => live.changes.length === asOf);
    }
    expect(live.changes).to.deep.equal([1, 2, 3, 4, 5].map(asOf => ({ asOf })));
    expect([live.missed, live.strange]).to.deep.equal([[], []]);
  });

  it('R10: pushes all of what comes at once, long events and many', async () => {
    const live = watch();
    const long = { stations: Array.from({ length: 3000 }, (_, index) => ({ id: `S${index}`, href: '/é' })) };
    const events = [long, ...Array.from({ length: 3000 }, (_, asOf) => ({ asOf })), long];
    await server.stream(0, events.map(event => `data: ${JSON.stringify(event)}\n\n`).join(''));
    await live.until(() => live.changes.length === events.length);
    expect(live.changes).to.deep.equal(events);
    expect([live.missed, live.strange]).to.deep.equal([[], []]);
  });

  it("R10: passes on what the source's own watch pushes", async () => {
    const own = { ...source, watch: (push: (change: object) => void) => push({ asOf: 1 }) };
    const live = new WatchedSource(withLive(own, `${server.origin}/live`));
    watched.push(live);
    expect(live.changes).to.deep.equal([{ asOf: 1 }]);
  });

  it('R14: tells that changes were missed where it is opened after the source has pushed, or that pushes after it', async () => {
    let pushOwn!: (change: object) => void;
    const own = {
      ...source,
      watch: (push: typeof pushOwn) => {
        pushOwn = push;
        return new Promise(() => undefined);
      },
    };
    const watchBoth = () => {
      const live = new WatchedSource(withLive(own, `${server.origin}/live`));
      watched.push(live);
      return live;
    };
    const after = watchBoth();
    pushOwn({ asOf: 1 });
    await server.stream(0, 'data: {"asOf":2}\n\n');
    await after.until(() => after.changes.length === 2);
    expect(after.missed).to.have.length(1);
    const before = watchBoth();
    await server.stream(1, 'data: {"asOf":1}\n\n');
    await before.until(() => before.changes.length === 1);
    expect(before.missed).to.deep.equal([]);
    pushOwn({ asOf: 2 });
    pushOwn({ asOf: 3 });
    expect(before.missed).to.have.length(1);
    expect(before.missed[0]).to.include('when those of another already were');
    expect(before.changes).to.deep.equal([{ asOf: 1 }, { asOf: 2 }, { asOf: 3 }]);
  });

  it('sends its headers each time it is opened, and renews a token by asking for it', async () => {
    let token = 0;
    const live = watch({ headers: () => Promise.resolve({ Authorization: `Bearer ${++token}` }) });
    const first = await server.stream(0);
    expect(first.request.headers.authorization).to.equal('Bearer 1');
    first.response.end();
    await interrupted(live, 1);
    timers.pass(SECOND);
    expect((await server.ask(1)).request.headers.authorization).to.equal('Bearer 2');
  });

  it('R14: tries again where its headers are not there after 45 seconds, and ends when it is aborted meanwhile', async () => {
    let calls = 0;
    const live = await new Promise<WatchedSource>(resolve => {
      const headers = () => {
        resolve(watching);
        return ++calls === 2
          ? Promise.resolve({ Authorization: 'Bearer 2' })
          : new Promise<Record<string, string>>(() => undefined);
      };
      const watching = watch({ headers });
    });
    timers.pass(45 * SECOND);
    await interrupted(live, 1);
    timers.pass(SECOND);
    const { request, response } = await server.stream(0);
    expect(request.headers.authorization).to.equal('Bearer 2');
    await live.until(() => live.isOpen);
    response.end();
    await interrupted(live, 2);
    timers.pass(2 * SECOND);
    await settled();
    expect(calls).to.equal(3);
    live.abort();
    timers.pass(60 * MINUTE);
    await settled();
    expect([calls, requests, live.interruptions.length]).to.deep.equal([3, 1, 2]);
  });

  for (const data of ['{', 'null', '[]', '"text"', '7']) {
    it(`R14: tells that a change was missed with the message ${data}, and goes on`, async () => {
      const live = watch();
      await server.stream(0, `data: ${data}\n\ndata: {"asOf":7}\n\n`);
      await live.until(() => live.changes.length === 1);
      expect(live.changes).to.deep.equal([{ asOf: 7 }]);
      expect(live.missed).to.have.length(1);
      expect(live.missed[0]).to.include(`${server.origin}/live sent ${JSON.stringify(data)}`);
      expect(live.missed[0]).to.include('expected a NetworkChange').and.to.not.include('secret');
      expect(live.interruptions).to.deep.equal([]);
    });
  }

  it('R14: tells of events that have a name, and of lines that no event has', async () => {
    const live = watch();
    await server.stream(0, 'event: status\ndata: {"asOf":6}\n\ndta: {"asOf":5}\ndata: {"asOf":7}\n\n');
    await live.until(() => live.changes.length === 1);
    expect(live.changes).to.deep.equal([{ asOf: 7 }]);
    expect(live.strange.map(({ path }) => path)).to.deep.equal(['event "status"', 'line "dta"']);
    expect(live.strange[0]!.message).to.include('an event named "status"; expected events without a name');
    expect([live.interruptions, live.missed]).to.deep.equal([[], []]);
  });

  it('R14: an event that is named "reload" says that changes were missed', async () => {
    const live = watch();
    await server.stream(0, 'event: reload\ndata:\n\n');
    await live.until(() => live.missed.length === 1);
    expect(live.missed[0]).to.include('sent the event "reload"');
  });

  it('R14: opens a stream again that ended, with the ID of its last event, and misses nothing then', async () => {
    const live = watch();
    const first = await server.stream(
      0,
      'id: 41\ndata: {}\n\nid: 42\ndata: {"asOf":42}\n\ndata: {"asOf":43}\n\n',
    );
    await live.until(() => live.changes.length === 3);
    first.response.end();
    await interrupted(live, 1);
    expect(live.interruptions[0]).to.include(`${server.origin}/live was ended by the server`);
    expect(live.interruptions[0]).to.not.include('secret');
    timers.pass(SECOND);
    const { request } = await server.stream(1, 'data: {"asOf":44}\n\n');
    expect(request.headers['last-event-id']).to.equal('42');
    await live.until(() => live.changes.length === 4);
    expect(live.changes[3]).to.deep.equal({ asOf: 44 });
    expect(live.resumptions).to.equal(1);
    expect(live.missed).to.deep.equal([]);
  });

  it('R14: tells that changes were missed where a stream without IDs is opened again', async () => {
    const live = watch();
    const first = await server.stream(0, 'data: {"asOf":1}\n\n');
    await live.until(() => live.changes.length === 1);
    expect(live.missed).to.deep.equal([]);
    first.response.destroy();
    await interrupted(live, 1);
    timers.pass(SECOND);
    await server.stream(1);
    await live.until(() => live.missed.length === 1);
    expect(live.missed[0]).to.include('was away');
    await live.until(() => live.resumptions === 1);
    expect(live.changes, 'the server has said no more').to.deep.equal([{ asOf: 1 }]);
  });

  it('R14: takes a stream for dead of which nothing came for 45 seconds; a comment is enough', async () => {
    const live = watch();
    const { response } = await server.stream(0);
    await live.until(() => live.isOpen);
    await settled();
    timers.pass(44 * SECOND);
    response.write(': still here\n\n');
    response.write('data: {}\n\n');
    await live.until(() => live.changes.length === 1);
    timers.pass(44 * SECOND);
    await settled();
    expect(live.interruptions).to.deep.equal([]);
    timers.pass(SECOND);
    await interrupted(live, 1);
    expect(live.interruptions[0]).to.include('sent nothing for 45 seconds');
    timers.pass(SECOND);
    await server.stream(1);
    await live.until(() => live.missed.length === 1);
  });

  it('R14: takes a server for dead that does not answer for 45 seconds', async () => {
    const live = watch();
    await server.ask(0);
    timers.pass(45 * SECOND);
    await interrupted(live, 1);
    expect(live.interruptions[0]).to.include('sent nothing for 45 seconds');
    expect(live.isOpen).to.equal(false);
  });

  for (const status of [401, 403, 404, 429, 500, 502]) {
    it(`R14: says that a server answered ${status}, and asks again`, async () => {
      const live = watch();
      (await server.ask(0)).response.writeHead(status).end();
      await interrupted(live, 1);
      expect(live.interruptions[0]).to.include(`${server.origin}/live answered ${status}`);
      timers.pass(SECOND);
      await server.stream(1, 'data: {"asOf":1}\n\n');
      await live.until(() => live.changes.length === 1);
      expect(live.changes).to.deep.equal([{ asOf: 1 }]);
      expect(live.resumptions).to.equal(1);
      expect(live.missed, 'it was never open before').to.deep.equal([]);
    });
  }

  it('R14: asks a server again no sooner than it wants, in Retry-After or by its retry field', async () => {
    const live = watch();
    (await server.ask(0)).response.writeHead(503, { 'Retry-After': '120' }).end();
    await interrupted(live, 1);
    timers.pass(120 * SECOND - 1);
    await settled();
    expect(requests).to.equal(1);
    timers.pass(1);
    const { response } = await server.stream(1, 'retry: 5000\n\n');
    await live.until(() => live.isOpen);
    response.end();
    await interrupted(live, 2);
    timers.pass(5 * SECOND - 1);
    await settled();
    expect(requests).to.equal(2);
    timers.pass(1);
    await server.ask(2);
  });

  it('R14: never opens a stream again that its server ended by 204', async () => {
    const live = watch();
    (await server.ask(0)).response.writeHead(204).end();
    await interrupted(live, 1);
    expect(live.interruptions[0]).to.include('answered 204').and.to.not.include('opened again');
    timers.pass(60 * MINUTE);
    await settled();
    expect(requests).to.equal(1);
  });

  it('R14: says what came instead of an event stream', async () => {
    const live = watch();
    (await server.ask(0)).response
      .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
      .end('<p>Log in</p>');
    await interrupted(live, 1);
    expect(live.interruptions[0]).to.include(
      'content type "text/html; charset=utf-8"; expected text/event-stream',
    );
  });

  it('R14: says that nobody answers', async () => {
    const live = watch();
    await server.close();
    await interrupted(live, 1);
    expect(live.interruptions[0]).to.include('/live got no answer').and.to.not.include('secret');
    server = await StreamServer.start();
  });

  it('R14: waits ever longer for a stream that flaps, and as at first once it was heard of after 30 seconds', async () => {
    const live = watch();
    const waits = [1, 2, 4, 8, 16, 32, 60, 60];
    for (const [times, wait] of waits.entries()) {
      (await server.stream(times, 'data: {}\n\n')).response.end();
      await interrupted(live, times + 1);
      timers.pass(wait * SECOND - 1);
      await settled();
      expect(requests, `before ${wait} seconds have passed`).to.equal(times + 1);
      timers.pass(1);
    }
    const { response } = await server.stream(waits.length, 'data: {}\n\n');
    const { length } = live.changes;
    await live.until(() => live.changes.length > length);
    timers.pass(30 * SECOND);
    response.write('data: {"asOf":9}\n\n');
    await live.until(() => live.changes.at(-1)!.asOf === 9);
    response.end();
    await interrupted(live, waits.length + 1);
    timers.pass(SECOND);
    await server.ask(waits.length + 1);
  });

  it('R14: goes on waiting longer for a stream that opens and says nothing', async () => {
    const live = watch();
    for (const [times, wait] of [1, 2, 4].entries()) {
      await server.stream(times);
      await live.until(() => (times === 0 ? live.isOpen : live.missed.length === times));
      await settled();
      timers.pass(45 * SECOND);
      await interrupted(live, times + 1);
      timers.pass(wait * SECOND - 1);
      await settled();
      expect(requests).to.equal(times + 1);
      timers.pass(1);
    }
  });

  it('ends when it is aborted, open or not', async () => {
    const open = watch();
    const { request } = await server.stream(0);
    await open.until(() => open.isOpen);
    open.abort();
    await new Promise(resolve => request.once('close', resolve));
    const waiting = watch();
    (await server.stream(1)).response.end();
    await interrupted(waiting, 1);
    waiting.abort();
    timers.pass(60 * MINUTE);
    await settled();
    expect(requests).to.equal(2);
    expect(open.interruptions).to.deep.equal([]);
  });

  describe('on a page', () => {
    let page: EventTarget & { visibilityState: string };
    const show = (visibilityState: 'visible' | 'hidden') => {
      page.visibilityState = visibilityState;
      page.dispatchEvent(new Event('visibilitychange'));
    };

    beforeEach(() => {
      page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
      const { addEventListener, dispatchEvent } = EventTarget.prototype;
      const machine = new EventTarget();
      Object.assign(globalThis, {
        document: page,
        addEventListener: addEventListener.bind(machine),
        dispatchEvent: dispatchEvent.bind(machine),
      });
    });

    afterEach(() => {
      for (const name of ['document', 'addEventListener', 'dispatchEvent'] as const)
        Reflect.deleteProperty(globalThis, name);
    });

    it('rests once the page was hidden for a minute, and catches up when it is seen again', async () => {
      const live = watch();
      const { request } = await server.stream(0, 'id: 1\ndata: {}\n\n');
      await live.until(() => live.changes.length === 1);
      await settled();
      show('hidden');
      timers.pass(40 * SECOND);
      show('visible');
      show('hidden');
      timers.pass(4 * SECOND);
      await settled();
      expect(live.interruptions, 'a look elsewhere').to.deep.equal([]);
      server.asked[0]!.response.write('data: {"asOf":2}\n\n');
      await live.until(() => live.changes.length === 2);
      timers.pass(40 * SECOND);
      server.asked[0]!.response.write('data: {"asOf":3}\n\n');
      await live.until(() => live.changes.length === 3);
      timers.pass(16 * SECOND);
      await interrupted(live, 1);
      expect(live.interruptions[0]).to.include('rests while nobody sees the page');
      if (!request.destroyed) await new Promise(resolve => request.once('close', resolve));
      timers.pass(60 * MINUTE);
      globalThis.dispatchEvent(new Event('online'));
      await settled();
      expect(requests).to.equal(1);
      show('visible');
      const again = await server.stream(1, 'data: {"asOf":4}\n\n');
      expect(again.request.headers['last-event-id']).to.equal('1');
      await live.until(() => live.changes.length === 4);
      expect(live.resumptions).to.equal(1);
      expect(live.missed).to.deep.equal([]);
    });

    for (const [event, returned] of [
      ['the machine is online again', () => globalThis.dispatchEvent(new Event('online'))],
      ['the page is seen again', () => show('visible')],
    ] as const) {
      it(`asks at once when ${event}`, async () => {
        const live = watch();
        (await server.ask(0)).response.writeHead(503, { 'Retry-After': '600' }).end();
        await interrupted(live, 1);
        await settled();
        returned();
        await server.stream(1);
        await live.until(() => live.isOpen);
      });
    }

    it('leaves the last ID out of every other try where a server of another origin may not allow it', async () => {
      Object.assign(globalThis, { location: new URL('https://portal.example/') });
      const live = watch();
      const first = await server.stream(0, 'id: 7\ndata: {}\n\n');
      await live.until(() => live.changes.length === 1);
      first.response.end();
      await interrupted(live, 1);
      for (const [times, id] of ['7', undefined, '7'].entries()) {
        timers.pass(MINUTE);
        const { request } = await server.ask(times + 1);
        expect(request.headers['last-event-id']).to.equal(id);
        request.destroy();
        await interrupted(live, times + 2);
      }
      Reflect.deleteProperty(globalThis, 'location');
    });

    it('says that its headers could not be had, after which a server of another origin is still sent the last ID', async () => {
      Object.assign(globalThis, { location: new URL('https://portal.example/') });
      let calls = 0;
      const headers = () =>
        ++calls === 2 ? Promise.reject(new Error('Signed out.')) : Promise.resolve({ Authorization: 'x' });
      const live = watch({ headers });
      const first = await server.stream(0, 'id: 7\ndata: {}\n\n');
      await live.until(() => live.changes.length === 1);
      first.response.end();
      await interrupted(live, 1);
      timers.pass(SECOND);
      await interrupted(live, 2);
      expect(live.interruptions[1]).to.include('/live was not asked for').and.to.include('Signed out.');
      timers.pass(2 * SECOND);
      expect((await server.ask(1)).request.headers['last-event-id']).to.equal('7');
      Reflect.deleteProperty(globalThis, 'location');
    });
  });

  for (const [url, options, expected] of [
    ['http://[', {}, 'live is "http://[", which is no URL'],
    ['ftp://feed.example/live', {}, 'expected a URL of http:, https:, ws:, wss:'],
    ['https://me:secret@feed.example/live', {}, "a user's name or password before feed.example"],
    [
      'wss://feed.example/live?token=secret',
      { headers: {} },
      'a WebSocket, with which a browser sends no headers',
    ],
    ['ws://feed.example/live', { credentials: 'include' }, 'expected neither'],
  ] as const) {
    it(`refuses ${url.replace('secret', '…')} ${JSON.stringify(options)}`, () => {
      expect(() => withLive(source, url, options))
        .to.throw(TypeError, expected)
        .with.property('message')
        .not.include('secret');
    });
  }
});
