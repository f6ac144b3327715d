import { expect } from 'chai';

import { jsonSource } from '../../../src/provider/sources/json-source.js';
import { ocpiSource } from '../../../src/provider/sources/ocpi-source.js';
import { stubServer } from '../../support/stubs.js';
import type { StubbedAnswer } from '../../support/stubs.js';

const live = () => ({ signal: new AbortController().signal });
const snapshot = { asOf: 5, locations: [{ id: 'L', latitude: 1, longitude: 2, stations: [] }] };
const at = (path: string) => new URL(path, document.baseURI).href;

const evse = (uid: string) => ({ uid, status: 'AVAILABLE', last_updated: '2026-06-07T12:00:00Z' });
const place = (id: string) => ({
  id,
  coordinates: { latitude: '52.5', longitude: '4.75' },
  evses: [evse(id)],
  last_updated: '2026-06-07T12:00:00Z',
});

let restore: (() => void) | undefined;

function serve(answers: Record<string, StubbedAnswer>) {
  const server = stubServer(answers);
  restore = server.restore;
  return server;
}

async function errorOf(loading: Promise<unknown>): Promise<Error> {
  const error: unknown = await loading.then(
    () => 'nothing was thrown',
    thrown => thrown,
  );
  expect(error).to.be.instanceOf(Error);
  return error as Error;
}

afterEach(() => {
  restore?.();
  restore = undefined;
});

describe('jsonSource', () => {
  it('R12: fetches a NetworkSnapshot, past stale copies in caches', async () => {
    const { requests, caches } = serve({ '/network.json': { json: snapshot } });
    expect(await jsonSource('/network.json').load(live())).to.deep.equal(snapshot);
    expect(requests).to.deep.equal(['/network.json']);
    expect(caches).to.deep.equal(['no-cache']);
  });

  it('R23: takes a URL relative to the page, and tells a worker the absolute one', () => {
    expect(jsonSource('data/network.json').feed).to.deep.equal({
      url: at('data/network.json'),
      format: 'network',
    });
    expect(jsonSource(new URL(at('/n.json'))).feed!.url).to.equal(at('/n.json'));
  });

  it('R14: refuses what is no URL, naming it', () => {
    expect(() => jsonSource('http://')).to.throw(TypeError, '"http://"');
  });

  it('R14: stops when it is aborted, with the reason', async () => {
    serve({ '/network.json': { json: snapshot } });
    const aborted = AbortSignal.abort(new Error('a newer refresh'));
    expect((await errorOf(jsonSource('/network.json').load({ signal: aborted }))).message).to.equal(
      'a newer refresh',
    );
  });

  const failures: [title: string, answer: StubbedAnswer | undefined, named: string[]][] = [
    [
      'an HTTP error',
      { status: 503, statusText: 'Service Unavailable', text: '' },
      ['answered 503 Service Unavailable.'],
    ],
    ['an HTTP error without words', { status: 404, text: '' }, ['answered 404.']],
    ['no answer', undefined, ['no answer', 'Failed to fetch']],
    ['a page', { text: '<!doctype html><p>Sign in' }, ['not JSON', '"<!doctype html>', '{locations: […]}']],
    ['JSON that breaks off', { text: '{"locations": [' }, ['not JSON', '{locations: […]}']],
    ['a wrong token within', { text: '{"locations": [],\n}' }, ['not JSON', 'position 18']],
    ['OCPI', { json: { data: [] } }, ['another shape', '{locations: […]}', 'format ocpi']],
    ['another shape', { json: { places: [] } }, ['another shape', '{locations: […]}']],
    ['null', { json: null }, ['another shape']],
  ];

  for (const [title, answer, named] of failures) {
    it(`R14: says what was asked and what came when it meets ${title}`, async () => {
      serve(answer ? { '/network.json': answer } : {});
      const { message } = await errorOf(jsonSource('/network.json').load(live()));
      for (const part of [`GET ${at('/network.json')}`, ...named]) expect(message).to.include(part);
    });
  }
});

describe('ocpiSource', () => {
  it('R12: fetches OCPI Locations and reads them as a network', async () => {
    serve({ '/locations': { json: { data: [place('1')], timestamp: '2026-06-07T12:30:00Z' } } });
    const { asOf, locations, problems } = await ocpiSource('/locations').load(live());
    expect(asOf).to.equal(Date.UTC(2026, 5, 7, 12, 30));
    expect(locations.map(({ id }) => id)).to.deep.equal(['1']);
    expect(problems).to.equal(undefined);
  });

  it('R14: takes the HTTP Date for the moment of a feed without a timestamp', async () => {
    const headers = { Date: 'Sun, 07 Jun 2026 13:00:00 GMT' };
    serve({ '/locations': { json: [place('1')], headers } });
    expect((await ocpiSource('/locations').load(live())).asOf).to.equal(Date.UTC(2026, 5, 7, 13));
  });

  it('R14: reports what it could not read beside what it could', async () => {
    serve({ '/locations': { json: [place('1'), null] } });
    const { locations, problems } = await ocpiSource('/locations').load(live());
    expect(locations).to.have.length(1);
    expect(problems!.map(({ path }) => path)).to.deep.equal(['[1]']);
  });

  it('R14: names the URL and what came where it is not OCPI', async () => {
    serve({ '/locations': { json: { status_code: 2001, status_message: 'Unknown token' } } });
    const { message } = await errorOf(ocpiSource('/locations').load(live()));
    for (const part of [`GET ${at('/locations')}`, '2001', 'Unknown token']) expect(message).to.include(part);
  });

  it('R23: can be fetched by a worker, unless the host decides with functions', () => {
    expect(ocpiSource('/locations').feed).to.deep.equal({ url: at('/locations'), format: 'ocpi' });
    expect(ocpiSource('/locations', { connectionOf: () => 'offline' })).to.not.have.property('feed');
    expect(ocpiSource('/locations', { stationIdOf: () => 'S' })).to.not.have.property('feed');
  });

  it('R4: lets the host say the connection and the station', async () => {
    serve({ '/locations': { json: [place('1')] } });
    const source = ocpiSource('/locations', {
      connectionOf: () => 'offline',
      stationIdOf: ({ uid }) => `S${uid}`,
    });
    const [location] = (await source.load(live())).locations;
    expect(location!.stations[0]).to.deep.include({ id: 'S1', connection: 'offline' });
  });
});

describe('the pages of an OCPI feed', () => {
  const next = (target: string) => ({ Link: `<${target}>; rel="next"` });

  it('R12: are followed by their Link headers and read as one', async () => {
    const { requests } = serve({
      '/ocpi/locations': { json: { data: [place('1')] }, headers: next('/ocpi/locations?offset=1') },
      '/ocpi/locations?offset=1': { json: { data: [place('2')] }, headers: next('locations?offset=2') },
      '/ocpi/locations?offset=2': { json: { data: [place('3')], timestamp: '2026-06-07T12:30:00Z' } },
    });
    const { asOf, locations, problems } = await ocpiSource('/ocpi/locations').load(live());
    expect(requests).to.deep.equal([
      '/ocpi/locations',
      '/ocpi/locations?offset=1',
      '/ocpi/locations?offset=2',
    ]);
    expect(locations.map(({ id }) => id)).to.deep.equal(['1', '2', '3']);
    expect(asOf).to.equal(Date.UTC(2026, 5, 7, 12, 30));
    expect(problems).to.equal(undefined);
  });

  it('R5: publish one EVSE between them where both have it', async () => {
    const again = { ...place('2'), evses: [{ ...evse('1'), evse_id: 'NL*ABC*E1*1', status: 'CHARGING' }] };
    const first = { ...place('1'), evses: [{ ...evse('1'), evse_id: 'NLABCE11' }] };
    serve({
      '/locations': { json: [first], headers: next('/locations?offset=1') },
      '/locations?offset=1': { json: [again] },
    });
    const { locations } = await ocpiSource('/locations').load(live());
    expect(locations.map(({ id }) => id)).to.deep.equal(['1']);
  });

  const links: [link: string, followed: boolean][] = [
    ['</b>; rel="next"', true],
    ['</b>; rel=next', true],
    ['</a>; rel="prev", </b>; title="x, y"; rel="next"', true],
    ['</b>; rel="last next"', true],
    ['</b>; REL="NEXT"', true],
    ['</b>; rel="prev"', false],
    ['</b>; rel="nextish"', false],
    ['</b>; title="rel=next"', false],
    ['</b>', false],
  ];

  for (const [link, followed] of links) {
    it(`R12: ${followed ? 'go on' : 'end'} with the header Link: ${link}`, async () => {
      const { requests } = serve({ '/a': { json: [], headers: { Link: link } }, '/b': { json: [] } });
      await ocpiSource('/a').load(live());
      expect(requests).to.deep.equal(followed ? ['/a', '/b'] : ['/a']);
    });
  }

  it('R24: of another origin are not asked for', async () => {
    const { requests } = serve({
      '/locations': { json: [place('1')], headers: next('https://elsewhere.invalid/2') },
    });
    const { message } = await errorOf(ocpiSource('/locations').load(live()));
    expect(requests).to.deep.equal(['/locations']);
    for (const part of [`GET ${at('/locations')}`, 'https://elsewhere.invalid/2'])
      expect(message).to.include(part);
  });
});
