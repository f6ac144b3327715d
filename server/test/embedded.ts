import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

import { PGlite } from '@electric-sql/pglite';

import type { Database } from '../src/database/database.js';
import { overPglite } from '../src/database/pglite.js';

const { version } = JSON.parse(await readFile('node_modules/@electric-sql/pglite/package.json', 'utf8')) as {
  version: string;
};

/** An embedded database with nothing in it, as its engine's version makes it. */
const EMPTY = `node_modules/.cache/ev-widgets/pglite-${version}.tar`;

let made: Promise<Blob> | undefined;

/** Makes one, and keeps it for the processes and runs to come. */
async function makeEmpty(): Promise<Blob> {
  const engine = await PGlite.create();
  const empty = await engine.dumpDataDir('none');
  await engine.close();
  await mkdir(dirname(EMPTY), { recursive: true });
  // Whoever reads it meanwhile finds it whole or not at all.
  const unfinished = `${EMPTY}.${process.pid}`;
  await writeFile(unfinished, new Uint8Array(await empty.arrayBuffer()));
  await rename(unfinished, EMPTY);
  return empty;
}

/** An embedded database with nothing in it: a copy of one, since PGlite takes some seconds to make one anew. */
export async function openEmbedded(): Promise<Database> {
  made ??= readFile(EMPTY).then(bytes => new Blob([bytes]), makeEmpty);
  return overPglite(await PGlite.create({ loadDataDir: await made }));
}
