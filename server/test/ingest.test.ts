import { describe, it } from 'node:test';

import { expect } from 'chai';

import { location, NOON, station } from '../../test/support/networks.js';
import { ServedNetwork } from '../src/answers/served-network.js';
import type { Database } from '../src/database/database.js';
import { migrate } from '../src/database/schema.js';
import { Ingest } from '../src/ingest/ingest.js';
import { emptyDatabase, isEmbedded } from './serve.js';
import { databaseWithStoppedClock } from './stopped-clock.js';

const MINUTE = 60_000;

describe('what writes a network', () => {
  /** A database in which something is due, and whose transactions do as they are told. */
  function busy(transaction: () => Promise<unknown>): { ingest: Ingest; begun: () => number } {
    let begun = 0;
    const database = {
      query: () => Promise.resolve([{ wait: -1 }]),
      transaction: () => (begun++, transaction()),
    } as unknown as Database;
    return { ingest: new Ingest(database), begun: () => begun };
  }

  it('R10: leaves time to a load that is under way, and no connection waits for that to end', async () => {
    let end!: () => void;
    const { ingest, begun } = busy(() => new Promise<void>(resolve => (end = resolve)));
    const loaded = ingest.snapshot({ asOf: NOON, locations: [] });
    expect([await ingest.tick(), begun()]).to.deep.equal([-1, 1]);
    end();
    await loaded;
    const ticked = ingest.tick();
    await new Promise(resolve => setTimeout(resolve));
    end();
    await ticked;
    expect(begun()).to.equal(2);
  });

  it('R10: follows time after changes that could not be kept, though more of them come', async () => {
    const { ingest, begun } = busy(() => Promise.reject(new Error('away')));
    const failed = await ingest.changes([{ asOf: NOON }]).catch(String);
    expect(failed).to.equal('Error: away');
    while (begun() < 2) await new Promise(resolve => setTimeout(resolve));
  });

  it(
    'R10: leaves time to whoever writes from another server',
    { skip: isEmbedded && 'one connection' },
    async () => {
      const database = await emptyDatabase();
      await migrate(database);
      const ingest = new Ingest(database);
      const stations = [station('A', { heartbeatInterval: 60, lastMessageAt: NOON - MINUTE })];
      await ingest.snapshot({ asOf: NOON, locations: [location('L', stations)] });
      await database.query('UPDATE due SET at = 0');
      await database.transaction(async queries => {
        await queries.query('SELECT FROM network FOR UPDATE');
        expect(await ingest.tick()).to.be.below(0);
      });
      expect(await ingest.tick()).to.be.above(0);
      await database.close();
    },
  );

  it(
    'R10: puts off what time does by no write of its own, and tells of nothing where it then does nothing',
    { skip: !isEmbedded && 'its clock does not stop' },
    async () => {
      const { database, setClock } = await databaseWithStoppedClock();
      await migrate(database);
      const ingest = new Ingest(database);
      const now = async () => {
        const [row] = await database.query('SELECT version, offline FROM network, total');
        return row as { version: number; offline: number };
      };
      await setClock(NOON);
      const heard = (lastMessageAt: number) => [
        station('A', { connection: undefined, heartbeatInterval: 60, lastMessageAt }),
      ];
      await ingest.snapshot({ asOf: NOON, locations: [location('L', heard(NOON))] });
      const noted = await database.query<{ at: number }>('SELECT at FROM due');
      await setClock(NOON + MINUTE);
      await ingest.changes([{ asOf: NOON + MINUTE, stations: heard(NOON + MINUTE) }]);
      expect(await database.query('SELECT at FROM due')).to.deep.equal(noted);
      expect(noted).to.have.lengthOf(1);

      await setClock(noted[0]!.at);
      const before = await now();
      expect(await ingest.tick()).to.equal(MINUTE);
      expect(await now()).to.deep.equal(before);
      await setClock(noted[0]!.at + MINUTE);
      await ingest.tick();
      expect(await now()).to.deep.equal({ version: before.version + 1, offline: 1 });
      await database.close();
    },
  );

  it('changes statuses within the rows of stations, without their indices', async () => {
    const database = await emptyDatabase();
    await migrate(database);
    let updates: unknown[] = [];
    const ingest = new Ingest({
      ...database,
      transaction: work =>
        database.transaction(async queries => {
          const result = await work(queries);
          updates = await queries.query(
            `SELECT pg_stat_get_xact_tuples_updated(oid)::int4 AS all, pg_stat_get_xact_tuples_hot_updated(oid)::int4 AS within
             FROM pg_class WHERE relname = 'station' AND relnamespace = current_schema()::regnamespace`,
          );
          return result;
        }),
    });
    const heard = (id: string, status: string) =>
      station(id, { lastMessageAt: Date.now(), evses: [{ id: '1', status }] });
    const stations = ['A', 'B'].map(id => heard(id, 'Available'));
    await ingest.snapshot({ locations: [location('L', stations)] });
    await ingest.changes([{ stations: ['A', 'B'].map(id => heard(id, 'Charging')) }]);
    expect(updates).to.deep.equal([{ all: 2, within: 2 }]);
    await database.close();
  });

  it('R16: the box of what is left is no wider, of whichever operators it and what is gone are', async () => {
    const database = await emptyDatabase();
    await migrate(database);
    const ingest = new Ingest(database);
    const at = (id: string, longitude: number, operator: string) =>
      location(id, [station(id)], { longitude, latitude: 52, operator });
    await ingest.snapshot({
      asOf: NOON,
      locations: [at('X', 5.02, 'Volt'), at('Y', 5.03, 'Grid'), at('Z', 5.03, 'Grid')],
    });
    const network = new ServedNetwork(database);
    expect(await network.bounds()).to.deep.equal([5.02, 52, 5.03, 52]);
    await ingest.changes([{ asOf: NOON + MINUTE, removed: { locations: ['X'] } }]);
    expect(await network.bounds()).to.deep.equal([5.03, 52, 5.03, 52]);
    const [stack] = await network.mapItems({
      dimension: 'connection',
      zoom: 10,
      tile: { z: 0, x: 0, y: 0 },
    });
    expect(stack).to.have.property('locationIds').with.lengthOf(2);
    await database.close();
  });
});
