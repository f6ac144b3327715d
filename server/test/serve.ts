import { randomUUID } from 'node:crypto';

import type { Database } from '../src/database/database.js';
import { openPostgres } from '../src/database/postgres.js';
import { startServer } from '../src/server.js';
import type { RunningServer, ServerOptions } from '../src/server.js';
import { divide } from './divide.js';
import { openEmbedded } from './embedded.js';

/** A PostgreSQL of this machine, for the same tests: `postgres://…`; without it they have an embedded one. */
const { EV_WIDGETS_DATABASE } = process.env;

/** Databases over which each network is divided then, in a list; none without it. */
export const PARTS = process.env.EV_WIDGETS_PARTS?.split(' ') ?? [];

/** Whether tests have the embedded one. */
export const isEmbedded = !EV_WIDGETS_DATABASE;

/** A database with nothing in it. */
export async function emptyDatabase(): Promise<Database> {
  if (!EV_WIDGETS_DATABASE) return openEmbedded();
  const schema = `test_${randomUUID()}`;
  const database = await openPostgres(EV_WIDGETS_DATABASE, schema);
  if (PARTS.length > 0) await divide(database, EV_WIDGETS_DATABASE, schema, PARTS);
  return database;
}

/** A server over a database with nothing in it, unless one is given. */
export async function serve(options: Partial<ServerOptions> = {}): Promise<RunningServer> {
  return startServer({
    requestsPerMinute: 1_000_000,
    ...options,
    database: options.database ?? (await emptyDatabase()),
  });
}
