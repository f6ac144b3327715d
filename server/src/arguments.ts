import { parseArgs } from 'node:util';

import { shown } from '../../src/model/fields.js';
import { FEED_FORMATS } from '../../src/provider/sources/feed-formats.js';
import type { FeedFormat } from '../../src/provider/sources/feed-formats.js';

/** A fault of what the user gave, told in one line. */
export class UsageError extends Error {}

export const HELP = `Usage: ev-widgets-server [options]

Answers the questions of ev-widgets from PostgreSQL: an embedded one, unless a server is named.

  --feed FEED       a file or http(s) URL to read the network from: NetworkSnapshot JSON, OCPI Locations, or columns
  --format FORMAT   what FEED is: network (the default), ocpi or columns
  --live URL        a live stream of NetworkChange beside FEED
  --headers FILE    JSON, {"Authorization": "Token …"}: sent with requests for FEED and its live stream; read for each, so that a token can be renewed
  --refresh N       seconds from the end of a load of FEED to the next; loaded once without it
  --database URL    postgres://user@host/database, of version 15 or newer
  --schema NAME     the schema that holds the tables; default: ev_widgets
  --data FOLDER     where the embedded PostgreSQL keeps its data; in memory without it
  --port N          default: 8080
  --host HOST       default: 127.0.0.1, which other machines cannot reach
  --origin ORIGIN   an origin whose pages may ask, or *; may be given several times
  --tokens FILE     JSON, {"token": {"scope": {"country": ["NL"]}, "canWrite": true}}: who may ask for what, and send data
  --rate-limit N    requests a minute of one address at most; default: 6000
  --help            this text`;

const OPTIONS = {
  feed: { type: 'string' },
  format: { type: 'string', default: 'network' },
  live: { type: 'string' },
  headers: { type: 'string' },
  refresh: { type: 'string' },
  database: { type: 'string' },
  schema: { type: 'string', default: 'ev_widgets' },
  data: { type: 'string' },
  port: { type: 'string', default: '8080' },
  host: { type: 'string', default: '127.0.0.1' },
  origin: { type: 'string', multiple: true, default: [] as string[] },
  tokens: { type: 'string' },
  'rate-limit': { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

/** What a command line asks for. */
export interface Arguments {
  feed?: string;
  format: FeedFormat;
  live?: string;
  headers?: string;
  /** Seconds. */
  refresh?: number;
  database?: string;
  schema: string;
  data?: string;
  port: number;
  host: string;
  origins: string[];
  tokens?: string;
  rateLimit?: number;
  help: boolean;
}

function numberOf(name: string, text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (text.trim() !== '' && number >= least && number <= most) return number;
  throw new UsageError(`--${name} is ${shown(text)}; expected a number from ${least} to ${most}`);
}

/** The one way to name a database. What is something else is not told: a password may stand in it. */
function databaseOf(given: string | undefined): string | undefined {
  if (given === undefined || /^postgres(ql)?:\/\//i.test(given)) return given;
  throw new UsageError('--database is no URL of PostgreSQL; expected postgres://user@host/database');
}

/**
 * Reads a command line.
 * @throws UsageError in one line: what was given and what was expected
 */
export function readArguments(given: readonly string[]): Arguments {
  let values;
  try {
    ({ values } = parseArgs({ args: [...given], options: OPTIONS }));
  } catch (error) {
    // Node's message goes on for several sentences.
    throw new UsageError(`${(error as Error).message.split(/\.\s|\n/)[0]!.replace(/\.$/, '')}; see --help`);
  }
  const { feed, format, live, headers, database, schema, data, host, origin, tokens, help } = values;
  if (!Object.hasOwn(FEED_FORMATS, format))
    throw new UsageError(`--format is ${shown(format)}; expected ${Object.keys(FEED_FORMATS).join(', ')}`);
  for (const [name, given] of Object.entries({ live, headers }))
    if (given !== undefined && feed === undefined)
      throw new UsageError(`--${name} is given without --feed; expected both`);
  if (data !== undefined && database !== undefined)
    throw new UsageError('--data and --database are both given; expected one of them');
  return {
    ...{ feed, live, headers, schema, data, host, tokens, help },
    database: databaseOf(database),
    format: format as FeedFormat,
    origins: origin,
    refresh: numberOf('refresh', values.refresh, 1, 86_400),
    port: numberOf('port', values.port, 0, 65_535)!,
    rateLimit: numberOf('rate-limit', values['rate-limit'], 1, 1e9),
  };
}
