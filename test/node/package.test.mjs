import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { build } from 'esbuild';
import { publint } from 'publint';
import ts from 'typescript';

import { packed } from '../support/packed.mjs';

const given = JSON.parse(readFileSync('package.json', 'utf8'));
const kilobytes = text => gzipSync(text).length / 1000;

test('publint finds nothing to say about the package', async () => {
  const { messages } = await publint({ pkgDir: '.', level: 'suggestion', strict: true, pack: false });
  assert.deepEqual(messages, []);
});

test('the types of every export are those of what is there', async t => {
  const { tarball } = packed(t);
  const { problems } = await checkPackage(
    createPackageFromTarballData(new Uint8Array(readFileSync(tarball))),
  );
  // ES modules alone: CommonJS gets them by import().
  const ofModules = problems.filter(
    ({ resolutionKind }) => resolutionKind === 'node16-esm' || resolutionKind === 'bundler',
  );
  assert.deepEqual(ofModules, []);
});

test('the package holds types of what can be imported, and no others', () => {
  const files = readdirSync('dist', { recursive: true })
    .filter(file => file.endsWith('.d.ts'))
    .map(file => join('dist', file));
  const entries = Object.values(given.exports)
    .flatMap(({ types }) => types ?? [])
    .flatMap(types =>
      files.filter(file => new RegExp(`^${types.slice(2).replace('*', '[^/]+')}$`).test(file)),
    );
  const reached = new Set(entries);
  for (const file of reached) {
    for (const { fileName } of ts.preProcessFile(readFileSync(file, 'utf8')).importedFiles) {
      if (!fileName.startsWith('.')) continue;
      const imported = join(dirname(file), fileName.replace(/\.js$/, '.d.ts'));
      assert.ok(existsSync(imported), `${file} imports ${fileName}`);
      reached.add(imported);
    }
  }
  assert.deepEqual(
    files.filter(file => !reached.has(file)),
    [],
  );
});

test('every ES module but those of data has a source map with its source', () => {
  const modules = readdirSync('dist').filter(file => file.endsWith('.js') && !file.includes('engine-worker'));
  assert.ok(modules.length > 50);
  for (const file of modules) {
    if (file.startsWith('world-map-') || file.startsWith('map-parts-')) continue;
    const { sources, sourcesContent } = JSON.parse(readFileSync(`dist/${file}.map`, 'utf8'));
    assert.equal(sourcesContent.length, sources.length, file);
  }
});

test('the package holds no pictures', () => {
  const pictures = given.files.flatMap(name =>
    name.startsWith('!') || !statSync(name).isDirectory()
      ? []
      : readdirSync(name, { recursive: true }).filter(
          file => /\.(png|jpe?g|gif|webp)$/.test(file) && !given.files.includes(`!${name}/${file}`),
        ),
  );
  assert.deepEqual(pictures, []);
});

/** What a page loads at once of an import, with all that it depends on, as text. */
async function loadedBy(contents) {
  const { metafile, outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd() },
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: 'out',
    minify: true,
    write: false,
    metafile: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  const { outputs } = metafile;
  const loaded = new Set(['out/stdin.js']);
  for (const file of loaded)
    for (const { kind, path } of outputs[file].imports) if (kind === 'import-statement') loaded.add(path);
  return outputFiles
    .filter(({ path }) => [...loaded].some(file => path.endsWith(file)))
    .map(({ text }) => text)
    .join('');
}

/** The table of sizes in docs/embedding.md: an import or a file, and kilobytes. */
const sizes = [
  ...readFileSync('docs/embedding.md', 'utf8').matchAll(/^\| `(import .*?|dist\/.*?)`.*\| *(\d+) *\|$/gm),
];

test('R23: the documentation has a size for the elements, the provider and a small function', () => {
  assert.ok(sizes.length > 8, sizes.length);
});

for (const [, what, most] of sizes) {
  test(`${what} costs no more than the documentation says`, async () => {
    const [, name] = /^import \{ (\w+) \}/.exec(what) ?? [];
    const text = what.startsWith('dist/')
      ? readFileSync(what)
      : await loadedBy(name ? `${what};\nconsole.log(${name});` : what);
    assert.ok(kilobytes(text) <= Number(most), `${kilobytes(text)} kB`);
  });
}

test('R23: what a map loads beside its import costs no more than the documentation says', async () => {
  const [, ...stated] =
    /MapLibre\s+\((\d+) kB\), its worker \((\d+) kB\) and the embedded world \((\d+) kB\)/.exec(
      readFileSync('docs/embedding.md', 'utf8'),
    );
  const loaded = [
    await loadedBy("import * as maplibre from 'maplibre-gl';\nconsole.log(maplibre);"),
    readFileSync('node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs'),
    readFileSync('src/render/map/generated/world-map.js'),
  ];
  loaded.forEach((text, index) =>
    assert.ok(kilobytes(text) <= Number(stated[index]), `${kilobytes(text)} kB, not ${stated[index]}`),
  );
});

test('the package holds what assistants and editors are told', () => {
  for (const file of ['llms.txt', 'docs', 'custom-elements.json', 'CHANGELOG.md'])
    assert.ok(given.files.includes(file), file);
});
