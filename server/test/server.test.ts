import { readFile } from 'node:fs/promises';

import { expect } from 'chai';

import { isGroup } from '../../src/model/questions.js';
import type { MapItem } from '../../src/model/questions.js';
import type { ServedState } from '../../src/model/served-state.js';
import { MAP_DIMENSIONS } from '../../src/model/statuses.js';
import type { DisposableProvider } from '../../src/provider/local-provider.js';
import { remoteProvider } from '../../src/provider/remote-provider.js';
import { location, NOON, randomLocations, station } from '../../test/support/networks.js';
import { seeded } from '../../test/support/random.js';
import { untilOffline } from '../../test/support/reached.js';
import type { Database } from '../src/database/database.js';
import { byTokens } from '../src/http/access.js';
import type { RunningServer } from '../src/server.js';
import { emptyDatabase, isEmbedded, serve } from './serve.js';

const NETWORK = {
  asOf: NOON,
  locations: [
    location('NL-1', [station('A'), station('B')], { country: 'NL', longitude: 4.9, latitude: 52.4 }),
    location('BE-1', [station('C')], { country: 'BE', longitude: 4.4, latitude: 51.2 }),
  ],
};

const TOKENS = {
  all: { canWrite: true },
  dutch: { scope: { country: ['NL'] } },
};

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

/** What is looked at of a path of an OpenAPI document. */
interface Path {
  get: {
    parameters?: { name?: string }[];
    responses: { 200: { content: Record<string, unknown>; headers?: object } };
  };
}

describe('ev-widgets-server, once it runs', () => {
  let server: RunningServer;
  let other: RunningServer;
  let database: Database;
  let providers: DisposableProvider[];
  let failures: Error[];

  /** The database, which goes on when a server over it is closed. */
  const kept = (): Database => ({ ...database, close: async () => undefined });
  const post = (path: string, body: unknown, headers: Record<string, string> = bearer('all')) =>
    fetch(`${server.origin}/api/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const get = (path: string, headers: Record<string, string> = bearer('all')) =>
    fetch(`${server.origin}/api/${path}`, { headers });
  const detailOf = async (response: Response) => {
    expect(response.headers.get('Content-Type')).to.contain('application/problem+json');
    return ((await response.json()) as { detail: string }).detail;
  };
  const provide = (origin: string, token = 'all') => {
    const provider = remoteProvider(`${origin}/api/`, { headers: bearer(token) });
    provider.subscribe(() => undefined);
    providers.push(provider);
    return provider;
  };

  before(async () => {
    failures = [];
    database = await emptyDatabase();
    const options = {
      database,
      authorize: byTokens(TOKENS),
      onFailure: (error: Error) => void failures.push(error),
    };
    server = await serve({ ...options, origins: ['https://portal.example'] });
    // Over the same database, whose closing is the first one's.
    other = await serve({ ...options, database: kept() });
  });
  beforeEach(async () => {
    providers = [];
    expect((await post('snapshot', NETWORK)).status).to.equal(204);
  });
  afterEach(() => {
    for (const provider of providers) provider.dispose();
    expect(failures).to.deep.equal([]);
  });
  after(async () => {
    await other.close();
    await server.close();
  });

  it('R10: every overview is told of a change, on each of two servers over one database', async () => {
    const overviews = [server, other].map(({ origin }) => provide(origin));
    for (const overview of overviews) await untilOffline(overview, 0);
    const change = { asOf: NOON + 60_000, stations: [{ id: 'A', connection: 'offline' }] };
    expect((await post('changes', change)).status).to.equal(204);
    for (const overview of overviews) await untilOffline(overview, 1);
  });

  it('R10: tells of what time alone changes', async () => {
    const heard = { heartbeatInterval: 1, connection: undefined, lastMessageAt: NOON + 120_000 };
    const asOf = NOON + 120_000;
    await post('snapshot', { asOf, locations: [location('L', [station('A', heard)])] });
    const overview = provide(server.origin);
    await untilOffline(overview, 1);
    const [row] = (await overview.stations({ filter: { connection: ['offline'] } })).stations;
    expect([row!.offlineSince, row!.offlineSinceIs]).to.deep.equal([asOf + 3000, 'derived']);
  });

  it('takes OCPI, OCPP messages and changes line by line', async () => {
    const evse = (uid: string) => ({ uid, status: 'AVAILABLE', last_updated: '2026-06-07T11:00:00Z' });
    const ocpi = {
      timestamp: '2026-06-07T12:00:00Z',
      data: [
        {
          id: 'P',
          country_code: 'NL',
          party_id: 'ABC',
          coordinates: { latitude: '52', longitude: '5' },
          evses: [evse('1'), evse('2')],
        },
      ],
    };
    expect((await post('ocpi', ocpi)).status).to.equal(204);
    const state = (await (await get('state')).json()) as { lastMessageIs: string };
    expect(state.lastMessageIs).to.equal('update');
    const status = { connectorId: 0, errorCode: 'GroundFailure', status: 'Faulted' };
    const message = {
      station: '1',
      action: 'StatusNotification',
      payload: status,
      version: '1.6',
      at: NOON + 200_000,
    };
    expect((await post('ocpp', [message])).status).to.equal(204);
    const counts = async () =>
      ((await (await get('counts/station')).json()) as { byStatus: object }).byStatus;
    expect(await counts()).to.deep.equal({ enabled: 1, disabled: 0, faulted: 1, unknown: 0 });
    const lines =
      '{"stations":[{"id":"1","status":"Unavailable"}]}\n\n{"stations":[{"id":"2","status":"Unavailable"}]}\n';
    expect(
      (await post('changes', lines, { ...bearer('all'), 'Content-Type': 'application/x-ndjson' })).status,
    ).to.equal(204);
    expect(await counts()).to.deep.equal({ enabled: 0, disabled: 2, faulted: 0, unknown: 0 });
  });

  it('refuses data that is none in words, takes the good rest, and tells of what could not be read', async () => {
    const refused = async (path: string, body: unknown, status: number) => {
      const response = await post(path, body);
      expect(response.status).to.equal(status);
      return detailOf(response);
    };
    expect(await refused('snapshot', { places: [] }, 400)).to.contain('locations');
    expect(await refused('snapshot', '{', 400)).to.contain('JSON');
    expect(await refused('ocpi', { status_code: 2001 }, 400)).to.contain('status_code');
    expect(await refused('ocpp', { station: 'A', action: 'Heartbeat', version: '3' }, 400)).to.contain(
      'version is "3"',
    );
    expect(await refused('ocpp', [7], 400)).to.contain('[0] is 7');
    const change = {
      stations: [
        { id: 'nobody', status: 'Faulted' },
        { id: 'A\0', status: 'x' },
        { id: 'B', status: 'Faulted' },
      ],
    };
    expect((await post('changes', change)).status).to.equal(204);
    const { problems } = (await (await get('state')).json()) as {
      problems: { total: number; skipped: { change: number }; first: { reason?: object }[] };
    };
    expect(problems.skipped.change).to.equal(2);
    expect(problems.first[0]!.reason).to.deep.equal({
      key: 'unexpected',
      given: ['stations[0].id', '"nobody"', { key: 'stationOfNetwork' }],
    });
    const counts = (await (await get('counts/station')).json()) as { byStatus: { faulted: number } };
    expect(counts.byStatus.faulted).to.equal(1);
  });

  it('tells of what comes again in the same words once, with how often, and of a line that is no JSON by its number', async () => {
    const ghost = { stations: [{ id: 'ghost', status: 'Faulted' }] };
    const toldOf = async () => {
      const { problems } = (await (await get('state')).json()) as ServedState;
      return problems!.first
        .filter(({ message }) => message.includes('"ghost"'))
        .map(({ count }) => count ?? 1);
    };
    for (const times of [1, 2, 3]) {
      expect((await post('changes', ghost)).status).to.equal(204);
      expect(await toldOf()).to.deep.equal([times]);
    }
    const headers = { ...bearer('all'), 'Content-Type': 'application/x-ndjson' };
    const response = await post('changes', '{}\n\n{]\n', headers);
    expect(response.status).to.equal(400);
    expect(await detailOf(response)).to.contain('Line 3 is no JSON');
  });

  it('answers each path of docs/openapi.json, as it says', async () => {
    const { paths } = JSON.parse(await readFile('docs/openapi.json', 'utf8')) as {
      paths: Record<string, Path>;
    };
    const values: Record<string, string> = {
      dimension: 'evse',
      facet: 'country',
      zoom: '3',
      z: '1',
      x: '1',
      y: '0',
    };
    for (const [path, { get: question }] of Object.entries(paths)) {
      const asked = path.slice(1).replace(/\{(\w+)\}/g, (_, name: string) => values[name]!);
      const required = (question.parameters ?? []).some(({ name }) => name === 'id') ? '?id=NL-1' : '';
      const aborted = new AbortController();
      const url = `${server.origin}/api/${asked}${required}`;
      const response = await fetch(url, { headers: bearer('all'), signal: aborted.signal });
      expect(response.status, path).to.equal(200);
      const [type] = Object.keys(question.responses['200'].content);
      expect(response.headers.get('Content-Type'), path).to.contain(type);
      expect(response.headers.has('ETag'), path).to.equal('headers' in question.responses['200']);
      aborted.abort();
    }
  });

  it('asks the database once for a tile that many overviews ask for, and anew after a change on whichever server', async () => {
    let snapshots = 0;
    const watched: Database = {
      ...kept(),
      snapshot(work) {
        snapshots++;
        return database.snapshot(work);
      },
    };
    const asked = await serve({ database: watched });
    const tile = async (page = 0) =>
      (await (await fetch(`${asked.origin}/api/map/connection/3/1/1/0?page=${page}`)).json()) as MapItem[];
    const offline = (items: MapItem[]) =>
      items.reduce((sum, { counts }) => sum + (counts as Record<string, number>).offline!, 0);
    const before = await Promise.all(Array.from({ length: 20 }, (_, page) => tile(page)));
    expect(before.map(offline)).to.deep.equal(before.map(() => 0));
    expect(snapshots).to.equal(1);
    await post('changes', { stations: [{ id: 'A', connection: 'offline' }] });
    expect(offline(await tile())).to.equal(1);
    expect(snapshots).to.equal(2);
    await asked.close();
  });

  it('answers 304 to those who have the answer already', async () => {
    const first = await get('counts/connection');
    const tag = first.headers.get('ETag')!;
    expect([first.status, first.headers.get('Cache-Control'), first.headers.get('Vary')]).to.deep.equal([
      200,
      'no-cache',
      'Origin, Authorization',
    ]);
    const again = await get('counts/connection', { ...bearer('all'), 'If-None-Match': `"other", ${tag}` });
    expect([again.status, again.headers.get('ETag'), await again.text()]).to.deep.equal([304, tag, '']);
    await post('changes', { stations: [{ id: 'A', connection: 'offline' }] });
    expect((await get('counts/connection', { ...bearer('all'), 'If-None-Match': tag })).status).to.equal(200);
  });

  it('R31: names are in the order of the language that a list asks for, where the database has it', async () => {
    const names = ['Zuid', 'Ørsta', 'Ålesund', 'Ærø', 'arendal'];
    await post('snapshot', { asOf: NOON, locations: names.map(name => location(name, [station(name)])) });
    const sorted = async (sort: object) =>
      (await provide(server.origin).stations({ filter: {}, sort: { by: 'location', ...sort } })).stations.map(
        ({ id }) => id,
      );
    const byCharacters = ['Zuid', 'arendal', 'Ålesund', 'Ærø', 'Ørsta'];
    const norwegian = isEmbedded ? byCharacters : ['arendal', 'Zuid', 'Ærø', 'Ørsta', 'Ålesund'];
    const english = isEmbedded ? byCharacters : ['Ærø', 'Ålesund', 'arendal', 'Ørsta', 'Zuid'];
    expect(await sorted({ language: 'nb-NO' })).to.deep.equal(norwegian);
    expect(await sorted({ language: 'nb', descending: true })).to.deep.equal([...norwegian].reverse());
    expect(await sorted({ language: 'tlh' })).to.deep.equal(isEmbedded ? byCharacters : english);
    expect(await sorted({})).to.deep.equal(english);
    const refused = await get(
      `stations?sort=${encodeURIComponent('{"by":"location","language":"Norsk bokmål"}')}`,
    );
    expect([refused.status, await detailOf(refused)]).to.deep.equal([
      400,
      'sort.language is "Norsk bokmål"; expected a language tag, such as nb or de-CH.',
    ]);
  });

  it('a token sees its scope, whatever it asks for, and sends nothing where it may not', async () => {
    const dutch = provide(server.origin, 'dutch');
    const scope = { country: ['BE', 'NL'] };
    expect((await dutch.counts('connection')).total).to.equal(2);
    expect((await dutch.counts('connection', { scope })).total).to.equal(2);
    expect((await dutch.counts('connection', { scope: { country: 'BE' } })).total).to.equal(0);
    expect(await dutch.location('BE-1')).to.equal(undefined);
    expect((await dutch.stations({ filter: { country: ['BE'] } })).total).to.equal(0);
    expect(await dutch.bounds()).to.deep.equal([4.9, 52.4, 4.9, 52.4]);
    expect(await dutch.facets('country')).to.deep.equal([{ value: 'NL', stations: 2 }]);
    expect((await post('changes', {}, bearer('dutch'))).status).to.equal(403);
    for (const headers of [{}, bearer('nobody'), { Authorization: 'Basic YTpi' }]) {
      expect((await get('state', headers)).status).to.equal(401);
      expect((await get('changes', headers)).status).to.equal(401);
      expect((await post('snapshot', NETWORK, headers)).status).to.equal(401);
    }
  });

  it('lets pages of the origins ask that it was given, and no others', async () => {
    const allowed = async (origin: string) =>
      (await get('counts/evse', { ...bearer('all'), Origin: origin })).headers.get(
        'Access-Control-Allow-Origin',
      );
    expect(await allowed('https://portal.example')).to.equal('https://portal.example');
    expect(await allowed('https://other.example')).to.equal(null);
  });

  it('says that it is well, and what it measures', async () => {
    expect(await (await fetch(`${server.origin}/health`)).json()).to.deep.equal({ status: 'ok' });
    const metrics = await (await fetch(`${server.origin}/metrics`)).text();
    expect(metrics).to.match(
      /^ev_widgets_answer_seconds_count\{route="\/api\/snapshot",status="204"\} \d+$/m,
    );
    expect(metrics).to.match(/^ev_widgets_streams \d+$/m);
  });

  it('R15: the groups of a network add up to its count at every zoom, whole or by tiles side by side', async () => {
    const locations = randomLocations(seeded(77), 400, NOON);
    await post('snapshot', { asOf: NOON + 300_000, locations });
    const overview = provide(server.origin);
    for (const dimension of MAP_DIMENSIONS) {
      const sum = (items: MapItem[]) =>
        items.reduce(
          (all, { counts }) => all + Object.values(counts).reduce((one, count) => one + count, 0),
          0,
        );
      const itemsAt = (zoom: number) => overview.mapItems({ dimension, bbox: [-180, -90, 180, 90], zoom });
      const pins = (await itemsAt(22)).flatMap(item => (isGroup(item) ? item.locationIds! : item.id));
      expect(new Set(pins).size).to.equal(pins.length);
      const total = sum(await itemsAt(22));
      for (let zoom = 0; zoom < 22; zoom++) {
        expect(sum(await itemsAt(zoom)), `${dimension} at zoom ${zoom}`).to.equal(total);
        if (zoom % 5 !== 3) continue;
        // Tiles of a finer level are those of other views: they agree on every group.
        const places = [0, 1, 2, 3, 4, 5, 6, 7];
        const tiles = await Promise.all(
          places.flatMap(x =>
            places.map(
              async y => (await (await get(`map/${dimension}/${zoom}/3/${x}/${y}`)).json()) as MapItem[],
            ),
          ),
        );
        expect(sum(tiles.flat()), `${dimension} at zoom ${zoom}, by tiles`).to.equal(total);
      }
    }
  });

  it('answers no more requests of one address than it is told to', async () => {
    const limited = await serve({ database: kept(), requestsPerMinute: 2 });
    try {
      const statuses: number[] = [];
      for (let count = 0; count < 3; count++) {
        const response = await fetch(`${limited.origin}/api/state`);
        statuses.push(response.status);
        if (response.status === 429) expect(await detailOf(response)).to.contain('More requests came');
      }
      expect(statuses).to.deep.equal([200, 200, 429]);
      expect((await fetch(`${limited.origin}/health`)).status).to.equal(200);
    } finally {
      await limited.close();
    }
  });

  it('has all that it had when it is started again', async () => {
    await post('changes', { asOf: NOON + 400_000, stations: [{ id: 'A', connection: 'offline' }] });
    const questions = ['counts/connection', 'map/connection/17/0/0/0', 'trend/evse'];
    const answers = async ({ origin }: RunningServer) =>
      Promise.all(
        questions.map(async path =>
          (await fetch(`${origin}/api/${path}`, { headers: bearer('all') })).text(),
        ),
      );
    const before = await answers(server);
    await other.close();
    other = await serve({ database: kept(), authorize: byTokens(TOKENS) });
    expect(await answers(other)).to.deep.equal(before);
  });
});
