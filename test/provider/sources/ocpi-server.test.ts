import { createServer } from 'node:net';
import { mock } from 'node:test';
import type { AddressInfo } from 'node:net';

import { expect } from 'chai';

import { localProvider } from '../../../src/provider/local-provider.js';
import type { DisposableProvider } from '../../../src/provider/local-provider.js';
import { MOST_IDLE_PAGES } from '../../../src/provider/sources/ocpi-page-count.js';
import { withLive } from '../../../src/provider/sources/live.js';
import { ocpiSource } from '../../../src/provider/sources/ocpi-source.js';
import { localServer } from '../../support/local-server.js';
import type { LocalServer } from '../../support/local-server.js';
import { at, evse, place } from '../../support/ocpi-feed.js';

/** What the server answers for a path with its query: an OCPI page of these Locations, and what else is different. */
interface Page {
  ids?: readonly (string | number)[];
  body?: unknown;
  status?: number;
  headers?: Record<string, string>;
}

const TEN = Array.from({ length: 10 }, (_, index) => index);
const PLACES = Array.from({ length: 30 }, (_, index) => index);
const next = (target: string) => `<${target}>; rel="next"`;

let server: LocalServer;
let provider: DisposableProvider;

async function serve(pageAt: (url: string) => Page | undefined): Promise<void> {
  server = await localServer(({ url }, response) => {
    const { ids = [], body, status = 200, headers } = pageAt(url!) ?? { status: 404 };
    const data = ids.map(id => place(String(id), [evse(`NL*ABC*E${id}*1`)]));
    const envelope = { status_code: 1000, status_message: 'Success', timestamp: at(30), data };
    response.writeHead(status, headers).end(JSON.stringify(body === undefined ? envelope : body));
  });
}

/** Serves 30 locations whole, and then what a test says. */
async function serveWholeThen(pageAt: (url: string) => Page | undefined): Promise<void> {
  let isWhole = true;
  await serve(url => (isWhole ? { ids: PLACES } : pageAt(url)));
  await load();
  expect(provider.state.status).to.equal('ready');
  isWhole = false;
  server.requests.length = 0;
}

async function load(path = '/locations'): Promise<void> {
  provider ??= localProvider(ocpiSource(server.origin + path), { worker: 'never' });
  await provider.refresh();
}

const stationCount = async () => (await provider.counts('connection')).total;

/** The load has failed and says all of this, and the network of before is still there. */
async function expectRefusal(...said: (string | RegExp)[]): Promise<void> {
  const { status, error } = provider.state;
  expect(status).to.equal('error');
  for (const part of said) expect(error!.message).to.match(part instanceof RegExp ? part : literal(part));
  expect(await stationCount()).to.equal(PLACES.length);
}

const literal = (text: string) => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));

const failure = (code: number, isPassing: boolean): [string, Page, boolean] => [
  `of status_code ${code}`,
  { body: { status_code: code, data: [] } },
  isPassing,
];

/** Three pages of ten, by offset; each names the next as `link` writes it. */
const pagesOfTen = (link: (offset: number) => string, total?: number) => (url: string) => {
  const offset = Number(new URL(url, 'http://localhost').searchParams.get('offset'));
  const headers = {
    ...(offset < 20 && { Link: next(link(offset + 10)) }),
    ...(total !== undefined && { 'X-Total-Count': String(total) }),
  };
  return { ids: PLACES.slice(offset, offset + 10), headers };
};

describe('a server of OCPI Locations', () => {
  afterEach(async () => {
    provider?.dispose();
    provider = undefined as unknown as DisposableProvider;
    await server.close();
  });

  it('R12: is read page by page, each in its turn', async () => {
    await serve(pagesOfTen(offset => `/locations?offset=${offset}`, 30));
    await load();
    expect(provider.state).to.deep.include({ status: 'ready', problems: undefined });
    expect(await stationCount()).to.equal(30);
    expect(server.requests).to.deep.equal(['/locations', '/locations?offset=10', '/locations?offset=20']);
  });

  for (const options of [{ increments: true }, { stationIdOf: () => 'one' }]) {
    it(`has all the time that its requests need, read with ${Object.keys(options)[0]} too`, async () => {
      const limited = mock.method(AbortSignal, 'timeout');
      await serve(() => ({ ids: TEN }));
      const ocpi = ocpiSource(`${server.origin}/locations`, options);
      provider = localProvider(withLive(ocpi, `${server.origin}/live`), { worker: 'never' });
      await load();
      expect(await stationCount()).to.be.above(0);
      expect(limited.mock.callCount()).to.equal(0);
      limited.mock.restore();
    });
  }

  it('R14: that answers a status_code of no success is not read, be its list empty', async () => {
    await serveWholeThen(() => ({
      body: { status_code: 2001, status_message: 'Invalid parameters', timestamp: at(31), data: [] },
    }));
    await load();
    await expectRefusal(`GET ${server.origin}/locations: `, '2001', '"Invalid parameters"');
  });

  it('R14: that answers a status_code of no success for a later page is not read in part', async () => {
    const body = { status_code: 3001, status_message: 'Unable to use the API', timestamp: at(31) };
    await serveWholeThen(url =>
      url === '/2' ? { body } : { ids: TEN, headers: { Link: next('/2'), 'X-Total-Count': '30' } },
    );
    await load();
    await expectRefusal(`GET ${server.origin}/2: `, '3001', '"Unable to use the API"');
  });

  const failures: [title: string, page: Page | undefined, isPassing: boolean][] = [
    ...[2000, 2001, 2003, 3002, 3003, 4001, 5000].map(code => failure(code, false)),
    ...[3000, 3001, 4000, 4002, 4003].map(code => failure(code, true)),
    ['that is no OCPI', { body: { locations: [] } }, false],
    ['that is not whole', { ids: TEN, headers: { 'X-Total-Count': '30' } }, false],
    ['of a next page elsewhere', { headers: { Link: next('http://elsewhere.invalid/2') } }, false],
    ['of a next page that is refused', { headers: { Link: next('/403') } }, false],
    ['of a next page that the server fails to give', { headers: { Link: next('/503') } }, true],
  ];
  for (const [title, page, isPassing] of failures) {
    it(`is asked again ${isPassing ? 'soon' : 'in about a minute'} after an answer ${title}`, async () => {
      const pages: Record<string, Page | undefined> = {
        '/locations': page,
        '/403': { status: 403 },
        '/503': { status: 503 },
      };
      await serve(url => pages[url]);
      await load();
      expect(provider.state.status).to.equal('error');
      const wait = provider.state.retryAt! - performance.timeOrigin - performance.now();
      if (isPassing) expect(wait).to.be.at.most(1000);
      else expect(wait).to.be.within(25_000, 60_000);
    });
  }

  for (const status of [404, 500]) {
    it(`R14: that answers ${status} for a later page is not read in part`, async () => {
      await serveWholeThen(url => (url === '/2' ? { status } : { ids: TEN, headers: { Link: next('/2') } }));
      await load();
      await expectRefusal(`GET ${server.origin}/2 answered ${status}`);
    });
  }

  it('R14: that sends fewer Locations than its X-Total-Count says is not read', async () => {
    await serveWholeThen(() => ({ ids: TEN, headers: { 'X-Total-Count': '30' } }));
    await load();
    await expectRefusal(`GET ${server.origin}/locations: `, '10 Locations, of 30 by its X-Total-Count');
  });

  it('R14: that names a page of another host is not read in part', async () => {
    await serveWholeThen(() => ({ ids: TEN, headers: { Link: next('http://elsewhere.invalid/2') } }));
    await load();
    await expectRefusal(
      `GET ${server.origin}/locations: `,
      'http://elsewhere.invalid/2',
      "the feed's host localhost",
    );
  });

  for (const link of ['<http://>; rel="next"', '</2>; rel="next', '/2; rel="next"', '</2']) {
    it(`R14: that names the next page by the Link ${link}, which cannot be read, is not read in part`, async () => {
      await serveWholeThen(() => ({ ids: TEN, headers: { Link: link } }));
      await load();
      await expectRefusal(
        `GET ${server.origin}/locations: `,
        JSON.stringify(/^<(.*)>.*"$/.exec(link)?.[1] ?? link),
      );
    });
  }

  it('R12: is asked by TLS for the page that its Link names so, of whatever port', async () => {
    let firstByte: number | undefined;
    const secure = createServer(socket =>
      socket.once('data', data => {
        firstByte = data[0];
        socket.destroy();
      }),
    );
    await new Promise<void>(resolve => secure.listen(0, 'localhost', resolve));
    const page = `https://localhost:${(secure.address() as AddressInfo).port}/2`;
    await serveWholeThen(() => ({ ids: TEN, headers: { Link: next(page) } }));
    await load();
    // A TLS record that holds a handshake (RFC 8446 §5.1). The server has no certificate, so the page cannot be had.
    expect(firstByte).to.equal(22);
    await expectRefusal(`GET ${page} got no answer`);
    secure.close();
  });

  it('R12: may name its pages relative to where it redirected to', async () => {
    const pageAt = pagesOfTen(offset => `locations?offset=${offset}`, 30);
    await serve(url =>
      url === '/feed' ? { status: 302, headers: { Location: '/ocpi/2.2.1/locations' } } : pageAt(url),
    );
    await load('/feed');
    expect(provider.state).to.deep.include({ status: 'ready', problems: undefined });
    expect(await stationCount()).to.equal(30);
    expect(server.requests.slice(1)).to.deep.equal([
      '/ocpi/2.2.1/locations',
      '/ocpi/2.2.1/locations?offset=10',
      '/ocpi/2.2.1/locations?offset=20',
    ]);
  });

  it('R14: whose pages lead back to one before is not read for ever', async () => {
    await serveWholeThen(url => ({ ids: TEN, headers: { Link: next(url === '/2' ? '/locations' : '/2') } }));
    await load();
    expect(server.requests).to.have.length(1 + MOST_IDLE_PAGES);
    await expectRefusal(`GET ${server.origin}/locations: `, 'never end');
  });

  const endless = (page: (number: number) => Page) => (url: string) => {
    const number = Number(/\d+$/.exec(url)?.[0] ?? 0);
    const { headers, ...rest } = page(number);
    return { ...rest, headers: { ...headers, Link: next(`/page/${number + 1}`) } };
  };

  it('R14: that always names a new page, and sends the same again, is not read for ever', async () => {
    await serveWholeThen(endless(() => ({ ids: TEN })));
    await load();
    expect(server.requests).to.have.length(1 + MOST_IDLE_PAGES);
    await expectRefusal(
      `GET ${server.origin}/page/${MOST_IDLE_PAGES}: `,
      'without a new Location',
      'never end',
    );
  });

  it('R14: that always names a new page, and sends none, is not read for ever', async () => {
    await serveWholeThen(endless(number => ({ ids: number === 0 ? TEN : [] })));
    await load();
    expect(server.requests).to.have.length(1 + MOST_IDLE_PAGES);
    await expectRefusal(`GET ${server.origin}/page/${MOST_IDLE_PAGES}: `, 'never end');
  });

  it('R14: that always names a new page, with more Locations than its X-Total-Count says, is not read for ever', async () => {
    await serveWholeThen(
      endless(number => ({ ids: TEN.map(id => 10 * number + id), headers: { 'X-Total-Count': '30' } })),
    );
    await load();
    expect(server.requests).to.have.length(4);
    await expectRefusal(`GET ${server.origin}/page/3: `, '40 Locations, of 30 by its X-Total-Count');
  });

  it('R12: may have pages without a Location in between', async () => {
    await serve(url => (url === '/2' ? { ids: TEN } : { ids: [], headers: { Link: next('/2') } }));
    await load();
    expect(provider.state).to.deep.include({ status: 'ready', problems: undefined });
    expect(await stationCount()).to.equal(10);
  });

  it('R12: may name a page after the last, which is empty, where its X-Total-Count is reached', async () => {
    await serve(
      endless(number => ({
        ids: PLACES.slice(10 * number, 10 * number + 10),
        headers: { 'X-Total-Count': '30' },
      })),
    );
    await load();
    expect(provider.state).to.deep.include({ status: 'ready', problems: undefined });
    expect(await stationCount()).to.equal(30);
    expect(server.requests).to.have.length(4);
  });

  it('R12: may have grown or shrunk from page to page: the newest X-Total-Count counts', async () => {
    await serve((url): Page =>
      url === '/2'
        ? { ids: PLACES.slice(10, 15), headers: { 'X-Total-Count': '15' } }
        : { ids: TEN, headers: { Link: next('/2'), 'X-Total-Count': '16' } },
    );
    await load();
    expect(provider.state.status).to.equal('ready');
    expect(await stationCount()).to.equal(15);
  });

  it('R15: may publish a Location on two pages: it stands once, and counts twice in X-Total-Count', async () => {
    const published = (minute: number) =>
      place('1', [evse('NL*ABC*E1*1')], { name: `of ${minute}`, last_updated: at(minute) });
    await serve((url): Page =>
      url === '/2'
        ? { body: { data: [published(5)] }, headers: { Link: next('/3'), 'X-Total-Count': '3' } }
        : url === '/3'
          ? { body: { data: [published(5)] }, headers: { 'X-Total-Count': '3' } }
          : { body: { data: [published(1)] }, headers: { Link: next('/2'), 'X-Total-Count': '3' } },
    );
    await load();
    expect(provider.state).to.deep.include({ status: 'ready', problems: undefined });
    expect(await stationCount()).to.equal(1);
    expect((await provider.location('NL*ABC*1'))!.name).to.equal('of 5');
  });

  it('R14: whose X-Total-Count is no number is read, and that is told', async () => {
    await serve(() => ({ ids: TEN, headers: { 'X-Total-Count': 'many' } }));
    await load();
    expect(await stationCount()).to.equal(10);
    expect(provider.state.status).to.equal('ready');
    expect(provider.state.problems!.total).to.equal(1);
    const [{ path, message }] = provider.state.problems!.first as [{ path: string; message: string }];
    expect(path).to.equal(`X-Total-Count of ${server.origin}/locations`);
    expect(message).to.include('"many"').and.to.include('a whole number');
  });
});
