#!/usr/bin/env node
import { readFile } from 'node:fs/promises';

import { HELP, readArguments, UsageError } from './arguments.js';
import type { Arguments } from './arguments.js';
import { shownUrl } from '../../src/provider/sources/shown-url.js';
import type { Database } from './database/database.js';
import { openPglite } from './database/pglite.js';
import { openPostgres } from './database/postgres.js';
import { byTokens } from './http/access.js';
import type { Authorize, Grant } from './http/access.js';
import { FeedFollower } from './ingest/feed.js';
import { startServer } from './server.js';

function fail(error: Error): void {
  console.error(`ev-widgets-server: ${error.message}`);
}

async function authorizeOf(file: string | undefined): Promise<Authorize | undefined> {
  if (file === undefined) return undefined;
  try {
    return byTokens(JSON.parse(await readFile(file, 'utf8')) as Record<string, Grant>);
  } catch (error) {
    // The parser's own words may hold part of a token.
    throw new UsageError(`--tokens ${file} cannot be read as JSON (${(error as Error).name})`);
  }
}

async function openDatabase({ database: url, schema, data }: Arguments): Promise<Database> {
  if (url === undefined) return openPglite(data);
  try {
    return await openPostgres(url, schema);
  } catch (error) {
    // The error itself may hold the password.
    const { code, message } = error as Error & { code?: string };
    // Of what is no whole URL, nobody knows where the password ends.
    const named = URL.canParse(url) ? `${shownUrl(url)} ` : '';
    throw new UsageError(`--database ${named}cannot be opened (${code ?? message})`);
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
  ).catch((error: Error & { code?: string }) => {
    if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error;
    throw new UsageError(`port ${port} of ${host} is taken or not allowed; expected a free one`);
  });
  const follower = feed === undefined ? undefined : new FeedFollower(server.ingest, { ...given, feed }, fail);
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
