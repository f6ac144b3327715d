import { readFile } from 'node:fs/promises';

import pg from 'pg';

import type { Database } from '../src/database/database.js';
import { openPostgres } from '../src/database/postgres.js';
import { migrate } from '../src/database/schema.js';

/** Runs SQL, of as many statements as it may be, in a schema. */
async function run(connectionString: string, schema: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString, options: `-c search_path="${schema}",public` });
  await client.connect();
  await client.query(text);
  await client.end();
}

const script = (name: string) => readFile(`server/scale/${name}.sql`, 'utf8');

/** The names of parts. */
export const nameOf = (place: number) => `part_${place}`;

/** Divides the empty network of a schema over databases, as scale/divide.sql says. */
export async function divide(
  database: Database,
  url: string,
  schema: string,
  parts: readonly string[],
): Promise<void> {
  for (const part of parts) {
    const tables = await openPostgres(part, schema);
    await migrate(tables);
    await tables.close();
    await run(part, schema, await script('part'));
  }
  await migrate(database);
  const servers = parts.map((part, place) => {
    const { host, database: name } = new pg.Client(part);
    return `CREATE SERVER IF NOT EXISTS ${nameOf(place)} FOREIGN DATA WRAPPER postgres_fdw
        OPTIONS (host '${host}', dbname '${name!}', use_remote_estimate 'true', connect_timeout '2');
      CREATE USER MAPPING IF NOT EXISTS FOR CURRENT_USER SERVER ${nameOf(place)} OPTIONS (user 'postgres')`;
  });
  const names = parts.map((_, place) => nameOf(place));
  await run(
    url,
    schema,
    [
      'CREATE EXTENSION IF NOT EXISTS postgres_fdw SCHEMA public',
      ...servers,
      await script('divide'),
      `CALL divide('{${names.join(',')}}')`,
    ].join(';\n'),
  );
}
