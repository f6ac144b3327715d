import type { Database } from '../src/database/database.js';
import { openEmbedded } from './embedded.js';

/** An embedded database whose clock shows what a test sets, in place of the machine's. */
export interface ClockedDatabase {
  database: Database;
  /** @param now epoch milliseconds */
  setClock(now: number): Promise<void>;
}

/** Opens one. A function of the same name in a schema that is looked at before PostgreSQL's own stands in for its clock. */
export async function databaseWithStoppedClock(): Promise<ClockedDatabase> {
  const database = await openEmbedded();
  await database.query('CREATE TABLE stopped_clock (at float8)');
  await database.query('INSERT INTO stopped_clock VALUES (0)');
  await database.query(`CREATE FUNCTION clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE
    AS 'SELECT to_timestamp(at / 1000) FROM stopped_clock'`);
  await database.query('SET search_path = public, pg_catalog');
  return {
    database,
    setClock: async now => void (await database.query('UPDATE stopped_clock SET at = $1', [now])),
  };
}
