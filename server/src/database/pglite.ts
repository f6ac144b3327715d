import { PGlite } from '@electric-sql/pglite';

import { ofDatabase } from './database-error.js';
import type { Database, Queries } from './database.js';

/**
 * PostgreSQL within this process, for where none is installed: one connection.
 * @param folder that keeps its data; in memory without one
 */
export async function openPglite(folder?: string): Promise<Database> {
  return overPglite(await PGlite.create(folder));
}

/** A database that an engine, already started, is. */
export function overPglite(engine: PGlite): Database {
  const over = (queries: Pick<PGlite, 'query'>): Queries => ({
    async query<Row extends object>(text: string, values: readonly unknown[] = []) {
      return (await ofDatabase(queries.query<Row>(text, [...values]))).rows;
    },
  });
  const transaction = <T>(work: (queries: Queries) => Promise<T>): Promise<T> =>
    engine.transaction(within => work(over(within as unknown as PGlite)));
  return {
    ...over(engine),
    transaction,
    // Nobody else asks or writes meanwhile.
    snapshot: transaction,
    async listen(channel, onNotify) {
      await engine.listen(channel, onNotify);
    },
    isWell: () => Promise.resolve(!engine.closed),
    close: () => engine.close(),
  };
}
