import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

import ts from 'typescript';

/** Takes away the types of what no export of the package leads to. */
const { exports } = JSON.parse(readFileSync('package.json', 'utf8'));
const all = readdirSync('dist', { recursive: true })
  .filter(file => file.endsWith('.d.ts'))
  .map(file => resolve('dist', file));
const entries = Object.values(exports).flatMap(({ types }) => {
  if (!types) return [];
  const [before, after] = resolve(types).split('*');
  return after === undefined ? [before] : all.filter(file => file.startsWith(before) && file.endsWith(after));
});

const reached = new Set(entries);
for (const file of reached) {
  for (const { fileName } of ts.preProcessFile(readFileSync(file, 'utf8')).importedFiles)
    if (fileName.startsWith('.')) reached.add(join(file, '..', fileName.replace(/\.js$/, '.d.ts')));
}
for (const file of all) if (!reached.has(file)) rmSync(file);
