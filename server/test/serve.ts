import { randomUUID } from 'node:crypto';

import type { Database } from '../src/database/database.js';
import { openPglite } from '../src/database/pglite.js';
import { openPostgres } from '../src/database/postgres.js';
import { startServer } from '../src/server.js';
import type { RunningServer, ServerOptions } from '../src/server.js';

/** A PostgreSQL of this machine, for the same tests: `postgres://…`; without it they have an embedded one. */
const { EV_WIDGETS_DATABASE } = process.env;

/** Whether tests have the embedded one. */
export const isEmbedded = !EV_WIDGETS_DATABASE;

/** A database with nothing in it. */
export function emptyDatabase(): Promise<Database> {
  return EV_WIDGETS_DATABASE ? openPostgres(EV_WIDGETS_DATABASE, `test_${randomUUID()}`) : openPglite();
}

/** A server over a database with nothing in it, unless one is given. */
export async function serve(options: Partial<ServerOptions> = {}): Promise<RunningServer> {
  return startServer({
    requestsPerMinute: 1_000_000,
    ...options,
    database: options.database ?? (await emptyDatabase()),
  });
}
