import { readFileSync, writeFileSync } from 'node:fs';

import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { format } from 'prettier';

import { complaintsAbout } from './manifest/complaints.mjs';
import { publishedManifest } from './manifest/published.mjs';
import { readStatusColors } from './manifest/status-colors.mjs';
import { surfaceOf } from './manifest/surface.mjs';

/**
 * Writes custom-elements.json: every attribute, property, method, event, slot, part, CSS property and state of every
 * element, from its docblocks (R25). Fails where one is not described, or the source shows one that no docblock names.
 * With `--check` it writes nothing, and fails where the file is not what the source gives.
 */
const FILE = 'custom-elements.json';

function fail(lines) {
  for (const line of lines) console.error(line);
  process.exit(1);
}

const analyzed = await cli({ argv: ['analyze', '--quiet'], noWrite: true });
const surfaces = new Map();
const surfaceAt = (path, name) => {
  const surface = surfaceOf(path, name);
  const { declarations } = analyzed.modules.find(module => module.path === path);
  surfaces.set(declarations.find(declaration => declaration.name === name).tagName, surface);
  return surface;
};
const manifest = publishedManifest(analyzed, surfaceAt, await readStatusColors());
const complaints = complaintsAbout(manifest, surfaces, readFileSync('src/index.ts', 'utf8'));
if (complaints.length > 0) fail(complaints);

const text = await format(JSON.stringify(manifest), { parser: 'json', printWidth: 110 });
if (!process.argv.includes('--check')) {
  writeFileSync(FILE, text);
} else {
  let committed = '';
  try {
    committed = readFileSync(FILE, 'utf8');
  } catch {
    fail([`${FILE} is not there: run node scripts/manifest.mjs.`]);
  }
  if (committed !== text) fail([`${FILE} is not what the source gives: run node scripts/manifest.mjs.`]);
}
