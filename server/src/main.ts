#!/usr/bin/env node
import { readFile } from 'node:fs/promises';

import { HELP, readArguments, UsageError } from './arguments.js';
import type { Arguments } from './arguments.js';
import { shownUrl } from '../../src/provider/sources/shown-url.js';
import type { Database } from './database/database.js';
import { DatabaseError } from './database/database-error.js';
import { openPglite } from './database/pglite.js';
import { openPostgres } from './database/postgres.js';
import { SchemaError } from './database/schema.js';
import { byTokens } from './http/access.js';
import type { Authorize } from './http/access.js';
import { GrantsError, readGrants } from './http/token-grants.js';
import { FeedFollower } from './ingest/feed.js';
import { startServer } from './server.js';
import type { RunningServer } from './server.js';

/** The code of an error of PostgreSQL itself; those of the system begin with an E. */
const SQLSTATE = /^[0-9A-DF-Z][0-9A-Z]{4}$/;

function fail(error: Error): void {
  console.error(`ev-widgets-server: ${error.message}`);
}

async function authorizeOf(file: string | undefined): Promise<Authorize | undefined> {
  if (file === undefined) return undefined;
  try {
    return byTokens(readGrants(JSON.parse(await readFile(file, 'utf8'))));
  } catch (error) {
    if (error instanceof GrantsError) throw new UsageError(`--tokens ${file}: ${error.message}`);
    const { code, name } = error as NodeJS.ErrnoException;
    // The parser's own words may hold part of a token.
    throw new UsageError(`--tokens ${file} cannot be read as JSON (${code ?? name})`);
  }
}

async function openDatabase({ database: url, schema, data }: Arguments): Promise<Database> {
  if (url === undefined) return openPglite(data);
  try {
    return await openPostgres(url, schema);
  } catch (error) {
    const { code, message } = error as Error & { code?: string };
    // Of what is no whole URL, nobody knows where the password ends.
    const named = URL.canParse(url) ? `${shownUrl(url)} ` : '';
    // An error of the driver may hold the password; one of PostgreSQL does not, and says why in its own words.
    const reason = code !== undefined && SQLSTATE.test(code) ? `${code}: ${message}` : (code ?? message);
    throw new UsageError(`--database ${named}cannot be opened (${reason})`);
  }
}

/** Has a fault of what the user gave be told in one line, of those for which a server cannot start. */
function startFailure(error: Error & { code?: string }, { port, host, schema }: Arguments): Error {
  if (error instanceof SchemaError) return new UsageError(error.message);
  if (error instanceof DatabaseError)
    return new UsageError(`the schema ${schema} cannot be brought up to date: ${error.message}`);
  if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') return error;
  return new UsageError(`port ${port} of ${host} is taken or not allowed; expected a free one`);
}

/** What follows the feed, where there is one. Of what cannot be asked for, nothing is served. */
async function followerOf(
  server: RunningServer,
  { feed, ...options }: Arguments,
): Promise<FeedFollower | undefined> {
  if (feed === undefined) return undefined;
  try {
    return new FeedFollower(server.ingest, { ...options, feed }, fail);
  } catch (error) {
    await server.close();
    throw new UsageError((error as Error).message);
  }
}

async function run(given: Arguments): Promise<void> {
  const { port, host, origins, rateLimit, feed } = given;
  const authorize = await authorizeOf(given.tokens);
  const database = await openDatabase(given);
  const server = await startServer(
    {
      database,
      authorize,
      origins,
      ...(rateLimit !== undefined && { requestsPerMinute: rateLimit }),
      onFailure: fail,
    },
    { port, host },
  ).catch((error: Error) => {
    throw startFailure(error, given);
  });
  const follower = await followerOf(server, given);
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    void Promise.resolve(follower?.stop()).then(() => server.close());
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  void follower?.start().then(() => console.error(`ev-widgets-server: ${shownUrl(feed!)} is loaded.`));
  console.error(`ev-widgets-server: ${server.origin}/api/`);
}

try {
  const given = readArguments(process.argv.slice(2));
  if (given.help) process.stdout.write(`${HELP}\n`);
  else await run(given);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  fail(error);
  process.exitCode = 1;
}
