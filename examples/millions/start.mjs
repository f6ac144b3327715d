import { parseArgs } from 'node:util';

import { startPostgres } from '../../scripts/temporary-postgres.mjs';
import { UsageError } from '../portal/server/arguments.mjs';
import { listen } from '../portal/server/listen.mjs';
import { load } from '../shared/server-modules.mjs';
import { createHandler } from './handler.mjs';
import { keepChanging } from './live.mjs';
import { seed } from './seed.mjs';

/** Where the story of Storybook looks for it. */
const PORT = 4280;

const HELP = `Usage: npm run examples:millions -- [STATIONS] [--database URL] [--port N]

Makes up a network of so many stations (1000000 unless said otherwise) in PostgreSQL, has ev-widgets-server answer from it, and serves a page that shows it.

  --database URL  postgres://user@host/database: kept there, and only made once. Without it, in a PostgreSQL that goes when this ends
  --port N        default: ${PORT}`;

const fail = error => console.error(`examples:millions: ${error.message}`);

function read(given) {
  const { values, positionals } = parseArgs({
    args: given,
    options: {
      database: { type: 'string' },
      port: { type: 'string', default: String(PORT) },
      help: { type: 'boolean' },
    },
    allowPositionals: true,
  });
  const stations = Number((positionals[0] ?? '1000000').replaceAll(/[,_]/g, ''));
  if (positionals.length > 1 || !Number.isInteger(stations) || stations < 1)
    throw new UsageError(
      `the number of stations is "${positionals.join(' ')}"; expected one from 1 on, as 10000000`,
    );
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(`--port is "${values.port}"; expected a whole number from 0 to 65535`);
  return { ...values, stations, port };
}

async function start({ stations, database: given, port }) {
  const postgres =
    given === undefined ? await startPostgres({ shared_buffers: '512MB', max_wal_size: '4GB' }) : undefined;
  const url = given ?? postgres?.url;
  if (url === undefined)
    throw new UsageError('no PostgreSQL of version 15 or newer is installed here; expected --database URL');
  const { openPostgres } = await load('database/postgres');
  const { startServer } = await load('server');
  const database = await openPostgres(url, 'ev_widgets_millions');
  // Made-up data, which pages of any origin may read: Storybook's is another.
  const answering = await startServer({ database, origins: ['*'], onFailure: fail });
  const server = { ingest: answering.ingest, database };
  let stopChanging;
  const stop = async () => {
    await stopChanging?.();
    await answering.close();
    await postgres?.remove();
    process.exit();
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
  const page = await listen(createHandler(answering.origin), port);
  console.log(`http://localhost:${page.port}/ shows them as they come.`);
  await seed(server, stations, console.log);
  console.log(`${stations.toLocaleString('en')} stations are there.`);
  stopChanging = keepChanging(server, fail);
}

try {
  const given = read(process.argv.slice(2));
  if (given.help) console.log(HELP);
  else await start(given);
} catch (error) {
  if (!(error instanceof UsageError) && error.code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw error;
  fail(error);
  process.exitCode = 1;
}
