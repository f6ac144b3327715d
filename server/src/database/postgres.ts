import pg from 'pg';

import { delay } from '../../../src/provider/delay.js';
import { retryDelay } from '../../../src/provider/retry-delay.js';
import { ofDatabase } from './database-error.js';
import type { Database, Queries } from './database.js';

/** How long a question may take, in milliseconds. */
const LONGEST_QUESTION = 10_000;

/** How long a connection may take to be had, in milliseconds. */
const LONGEST_WAIT = 5000;

/** How long a write may pause between two of its statements, in milliseconds. */
const LONGEST_PAUSE = 2 * 60_000;

/** OID of int8: no number here comes near 2^53, so that none need be text. */
const INT8 = 20;

/** PostgreSQL reckons many more rows in a list of ranges than there are, and would compile for 200 ms what it then runs in two. */
const WITHOUT_JIT = '-c jit=off';

/** Connections for questions. */
const MOST_CONNECTIONS = 10;

const ignore = () => undefined;

/**
 * A PostgreSQL server, version 15 or newer.
 * @param connectionString as libpq has it: `postgres://user@host/database`
 * @param schema that holds the tables
 */
export async function openPostgres(connectionString: string, schema: string): Promise<Database> {
  pg.types.setTypeParser(INT8, Number);
  const named = (name: string) => `"${name.replaceAll('"', '""')}"`;
  const path = named(schema);
  const connection = {
    connectionString,
    options: `-c search_path=${path} ${WITHOUT_JIT}`,
    connectionTimeoutMillis: LONGEST_WAIT,
    // What is asked while it answers is sent at once.
    pipeline: true,
  };
  const questions = new pg.Pool({
    ...connection,
    // What answers while part of a database that is divided is away stands before the tables: see scale/divide.sql.
    options: `-c search_path=${named(`${schema}_answering`)},${path} ${WITHOUT_JIT}`,
    max: MOST_CONNECTIONS,
    statement_timeout: LONGEST_QUESTION,
  });
  // A machine that goes while it writes would else hold the network's row for as long as TCP takes to notice: hours.
  const writes = new pg.Pool({ ...connection, max: 2, idle_in_transaction_session_timeout: LONGEST_PAUSE });
  // One that rests and is lost is replaced by the pool; who asks is told.
  for (const pool of [questions, writes]) pool.on('error', ignore);
  const lifetime = new AbortController();
  const over = (client: Pick<pg.Pool, 'query'>): Queries => ({
    async query<Row extends object>(text: string, values: readonly unknown[] = []) {
      return (await ofDatabase(client.query<Row & pg.QueryResultRow>(text, [...values]))).rows;
    },
  });
  const { rowCount } = await ofDatabase(
    writes.query('SELECT FROM pg_namespace WHERE nspname = $1', [schema]),
  );
  // Even for a schema that is there, it takes a right that who may write in it need not have.
  if (rowCount === 0) await ofDatabase(writes.query(`CREATE SCHEMA IF NOT EXISTS ${path}`));

  const within = async <T>(
    pool: pg.Pool,
    begin: string,
    work: (queries: Queries) => Promise<T>,
    canWrite: boolean,
  ): Promise<T> => {
    const client = await ofDatabase(pool.connect());
    // One that is lost meanwhile fails what is asked of it, which is told.
    client.on('error', ignore);
    let failure: Error | undefined;
    try {
      const begun = ofDatabase(client.query(begin));
      begun.catch(ignore);
      // What is written outside of a transaction could not be taken back; what is only read is asked at once, and told where it was not within one.
      if (canWrite) await begun;
      const result = await work(over(client as unknown as pg.Pool));
      await begun;
      await ofDatabase(client.query('COMMIT'));
      return result;
    } catch (error) {
      failure = error as Error;
      await client.query('ROLLBACK').then(() => (failure = undefined), ignore);
      throw error;
    } finally {
      client.off('error', ignore);
      // A connection that could not roll back is not used again.
      client.release(failure);
    }
  };

  /** The connections that listen. */
  const listening = new Set<pg.Client>();
  const listenOnce = async (channel: string, onNotify: () => void): Promise<Error> => {
    const client = new pg.Client({ ...connection, keepAlive: true });
    listening.add(client);
    const lost = new Promise<Error>(resolve => {
      client.on('error', resolve);
      client.on('end', () => resolve(new Error('The database ended the connection.')));
    });
    client.on('notification', onNotify);
    try {
      await client.connect();
      await client.query(`LISTEN ${channel}`);
      onNotify();
      return await lost;
    } finally {
      listening.delete(client);
      client.end().catch(ignore);
    }
  };

  return {
    ...over(questions),
    transaction: work => within(writes, 'BEGIN', work, true),
    snapshot: work => within(questions, 'BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY', work, false),
    async listen(channel, onNotify, onLost) {
      let lost = listenOnce(channel, onNotify);
      const follow = async () => {
        for (let failures = 0; !lifetime.signal.aborted;) {
          const before = performance.now();
          const error = await lost.catch((reason: unknown) => reason as Error);
          if (lifetime.signal.aborted) return;
          onLost(error);
          failures = performance.now() - before > LONGEST_QUESTION ? 1 : failures + 1;
          await delay(retryDelay(failures), lifetime.signal);
          if (lifetime.signal.aborted) return;
          lost = listenOnce(channel, onNotify);
        }
      };
      void follow();
      await Promise.resolve();
    },
    isWell: () =>
      questions.query('SELECT 1').then(
        () => true,
        () => false,
      ),
    async close() {
      lifetime.abort();
      const ended = [...listening].map(client => client.end().catch(ignore));
      await Promise.all([...ended, questions.end(), writes.end()]);
    },
  };
}
