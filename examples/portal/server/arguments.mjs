import { parseArgs } from 'node:util';

/** A fault of what the user gave, told in one line. */
export class UsageError extends Error {}

export const HELP = `Usage: npm start [-- [FEED] [--port N] [--server [--database URL]]]

Builds the library and serves a page that shows a charging network: a made-up one that changes as you look, or FEED's.

  FEED         a file or http(s) URL, plain or gzipped: NetworkSnapshot JSON, or OCPI Locations (an array, or {"data": array})
  --port N     1 to 65535, or 0 for any free one; default: the first free one from 4173 on
  --server     have ev-widgets-server answer the page, from an embedded PostgreSQL, in place of the page's own tab
  --database URL  have it answer from a PostgreSQL server: postgres://user@host/database
  --no-build   serve what was built before
  --help       this text`;

const OPTIONS = {
  port: { type: 'string' },
  server: { type: 'boolean' },
  database: { type: 'string' },
  'no-build': { type: 'boolean' },
  help: { type: 'boolean' },
};

/**
 * Reads the command line.
 * @param {string[]} given what follows the script's name
 * @returns {{feed?: string, port?: number, server: boolean, database?: string, build: boolean, help: boolean}}
 * @throws {UsageError} in one line: what was given and what was expected
 */
export function readArguments(given) {
  const { values, positionals } = parse(given);
  if (positionals.length > 1) {
    throw new UsageError(
      `got ${positionals.length} feeds (${positionals.join(', ')}); expected one file or URL, or none`,
    );
  }
  if (values.database !== undefined && !values.server)
    throw new UsageError('--database is given without --server; expected both');
  return {
    feed: positionals[0],
    server: values.server ?? false,
    database: values.database,
    port: values.port === undefined ? undefined : portOf(values.port),
    build: !values['no-build'],
    help: values.help ?? false,
  };
}

function parse(given) {
  try {
    return parseArgs({ args: given, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    // Node's message goes on for several sentences.
    const [what] = error.message.split(/\.\s|\n/);
    throw new UsageError(
      `${what.replace(/\.$/, '')}; expected [FEED] [--port N] [--server] [--database URL] [--no-build] [--help]`,
    );
  }
}

function portOf(text) {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65535) return Number(text);
  throw new UsageError(`--port is "${text}"; expected a whole number from 0 to 65535`);
}
