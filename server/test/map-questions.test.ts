import { expect } from 'chai';

import { LAST_ZOOM, levelOf, tilesOf } from '../../src/model/map-tiles.js';
import { isGroup } from '../../src/model/questions.js';
import { location, NOON, station } from '../../test/support/networks.js';
import { seeded } from '../../test/support/random.js';
import { MapQuestions } from '../src/answers/map-questions.js';
import type { MapQuestion } from '../src/answers/map-questions.js';
import type { Database } from '../src/database/database.js';
import { migrate } from '../src/database/schema.js';
import { Ingest } from '../src/ingest/ingest.js';
import { placeOf } from '../src/network/cells.js';
import { emptyDatabase } from './serve.js';

const LOCATIONS = 600;

/** Locations that an answer holds at most. */
const MOST = 50_000;

/** The tile of a zoom in which a place stands. */
const tileOf = (zoom: number, longitude: number, latitude: number) =>
  tilesOf({ bbox: [longitude, latitude, longitude, latitude], zoom })[0]!;

describe('the tiles of a map that are asked for at once', () => {
  let database: Database;
  let map: MapQuestions;
  /** How often the database was asked for what stands in cells. */
  let asked: number;

  before(async () => {
    database = await emptyDatabase();
    await migrate(database);
    const random = seeded(20261130);
    const places = Array.from({ length: LOCATIONS }, (_, place) =>
      location(`L${place}`, [station(`A${place}`)], {
        longitude: 4 + random.below(4000) / 1000,
        latitude: 50 + random.below(2500) / 1000,
        country: ['NL', 'DE'][place % 2],
      }),
    );
    await new Ingest(database).snapshot({ asOf: NOON, locations: places });
  });
  beforeEach(() => {
    asked = 0;
    const counted: Database = {
      ...database,
      query(text, values) {
        asked++;
        return database.query(text, values);
      },
      snapshot(work) {
        asked++;
        return database.snapshot(work);
      },
    };
    map = new MapQuestions(counted);
  });
  after(() => database.close());

  const viewAt = (zoom: number, scope?: MapQuestion['scope']): MapQuestion[] =>
    tilesOf({ bbox: [4.2, 50.2, 7.8, 52.3], zoom }).map(tile => ({
      dimension: 'connection',
      zoom: levelOf(zoom),
      tile,
      scope,
    }));

  for (const zoom of [8, 9, 10, 11, 17])
    it(`are answered together, each as if it were asked for alone, in its order, at zoom ${zoom}`, async () => {
      const view = viewAt(zoom);
      expect(view).to.have.length.above(1);
      const together = await Promise.all(view.map(question => map.answer(question)));
      expect(asked).to.equal(1);
      expect(together.flat()).to.not.have.length(0);
      const alone = [];
      for (const question of view) alone.push(await map.answer(question));
      expect(asked).to.equal(1 + view.length);
      expect(together).to.deep.equal(alone);
    });

  it('are told apart by all else that is asked', async () => {
    const [first, ...rest] = viewAt(8);
    const scoped = viewAt(8, { country: 'NL' });
    const other: MapQuestion = { ...first!, dimension: 'evse' };
    const [own, again, evse, ...others] = await Promise.all(
      [first!, { ...first! }, other, ...scoped, ...rest].map(question => map.answer(question)),
    );
    // One for each of: the view, that of a scope, and another dimension.
    expect(asked).to.equal(3);
    expect(again).to.deep.equal(own);
    expect(evse![0]!.counts).to.have.keys('available', 'charging', 'faulted', 'undefined');
    expect(others[0]).to.deep.equal(await map.answer(scoped[0]!));
  });

  it('are of the moment when they are asked for', async () => {
    const question = viewAt(8)[0]!;
    const before = await map.answer(question);
    await database.query('UPDATE cell SET online = online + 1 WHERE scope = 0');
    const after = await map.answer(question);
    await database.query('UPDATE cell SET online = online - 1 WHERE scope = 0');
    expect(after).to.not.deep.equal(before);
  });

  it('each hold as much as one alone may, and no more', async () => {
    const [west, east] = [10, 20];
    const question = (longitude: number): MapQuestion => ({
      dimension: 'connection',
      zoom: LAST_ZOOM,
      tile: tileOf(LAST_ZOOM, longitude, 60),
    });
    const fill = (longitude: number, from: number, to: number) => {
      const { x, y, cell } = placeOf(longitude, 60);
      return database.query(
        `INSERT INTO location (id, longitude, latitude, cell, x, y, scope, changed_at, stations, online)
         SELECT 'F' || $1::float8 || ' ' || place, $1, 60, $2::int8, $3::int4, $4::int4, (SELECT max(key) FROM scope), 0, 1, 1
         FROM generate_series($5::int4, $6::int4) AS place`,
        [longitude, cell, x, y, from, to],
      );
    };
    const answers = () =>
      Promise.allSettled([west!, east!].map(longitude => map.answer(question(longitude))));
    const stackOf = (locations: number) => ({ status: 'fulfilled', value: [locations] });
    const sizesOf = (settled: Awaited<ReturnType<typeof answers>>) =>
      settled.map(each =>
        each.status === 'fulfilled'
          ? { ...each, value: each.value.map(item => (isGroup(item) ? item.locations : 1)) }
          : String(each.reason),
      );
    await fill(west!, 1, MOST - 10);
    await fill(east!, 1, 20);
    expect(sizesOf(await answers())).to.deep.equal([stackOf(MOST - 10), stackOf(20)]);
    await fill(west!, MOST - 9, MOST + 1);
    expect(sizesOf(await answers())).to.deep.equal([
      `Error: The tile holds more than ${MOST} locations; expected a smaller one at this zoom.`,
      stackOf(20),
    ]);
  });
});
