import { describe, it } from 'node:test';

import { expect } from 'chai';

import { location, NOON, station } from '../../test/support/networks.js';
import { ServedNetwork } from '../src/answers/served-network.js';
import type { Database } from '../src/database/database.js';
import { migrate } from '../src/database/schema.js';
import { Ingest } from '../src/ingest/ingest.js';
import { emptyDatabase, isEmbedded } from './serve.js';

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
      await database.query('UPDATE station SET due = 0');
      await database.transaction(async queries => {
        await queries.query('SELECT FROM network FOR UPDATE');
        expect(await ingest.tick()).to.be.below(0);
      });
      expect(await ingest.tick()).to.be.above(0);
      await database.close();
    },
  );

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
    const [stack] = await network.mapItems('connection', 10, { z: 0, x: 0, y: 0 });
    expect(stack).to.have.property('locationIds').with.lengthOf(2);
    await database.close();
  });
});
