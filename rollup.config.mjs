import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';

import { nodeResolve } from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';

import { LICENSES, thirdPartyLicenses } from './scripts/third-party-licenses.mjs';

const require = createRequire(import.meta.url);
const { name, version, license, dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

const banner = `/*! ${name} ${version} | ${license} | third-party code: ${LICENSES} */`;
const mapWorker = require.resolve('maplibre-gl/dist/maplibre-gl-worker.mjs');
const WORKER_URLS = 'src/provider/worker/worker-urls.ts';
const WORKER_URL = /new URL\('\.\/([\w.-]+)\.ts', import\.meta\.url\)/g;

const elements = readdirSync('src/define')
  .filter(file => file.startsWith('ev-'))
  .map(file => file.replace(/\.ts$/, ''));

/** The engine's workers, by their entries' names without `.ts`. */
const engineWorkers = [...readFileSync(WORKER_URLS, 'utf8').matchAll(WORKER_URL)].map(([, entry]) => entry);
if (engineWorkers.length === 0) throw new Error(`${WORKER_URLS} names no worker: expected ${WORKER_URL}.`);

/** A built worker lies beside the built files, not where the source has it. */
const builtWorkerUrls = {
  name: 'built-worker-urls',
  transform: (code, id) =>
    id.endsWith(WORKER_URLS) ? code.replaceAll(WORKER_URL, "new URL('./$1.js', import.meta.url)") : null,
};

/** MapLibre is in the CDN's bundle, so its worker is copied beside, of the same version. */
const mapWorkerBeside = {
  name: 'map-worker-beside',
  load(id) {
    if (!id.endsWith('/render/map/map-worker-url.ts')) return null;
    return `export const bundledWorkerUrl = new URL('./${basename(mapWorker)}', import.meta.url).href;`;
  },
  generateBundle() {
    // Its source map stays behind.
    const source = readFileSync(mapWorker, 'utf8').replace(/\n\/\/# sourceMappingURL=.*/, '');
    this.emitFile({ type: 'asset', fileName: basename(mapWorker), source: `${banner}\n${source}` });
  },
};

const plugins = licenses => [
  builtWorkerUrls,
  nodeResolve({ browser: true }),
  // A page without a bundler has no process.
  replace({ 'process.env.NODE_ENV': JSON.stringify('production'), preventAssignment: true }),
  esbuild({ target: 'es2022', tsconfig: 'tsconfig.json', legalComments: 'none' }),
  licenses,
];

const minified = () =>
  terser({
    module: true,
    ecma: 2022,
    compress: { passes: 2 },
    format: { comments: false, preamble: banner },
  });

/** A host resolves these, and so has one of each. What else is used is bundled, as it reads `process`. */
const external = new RegExp(`^(${Object.keys(dependencies).join('|')})(/|$)`);

// Chunks lie at the top, where the workers are looked for.
const modules = { format: 'es', chunkFileNames: '[name]-[hash].js', hoistTransitiveImports: false };

/** One file each: a worker without a bundler resolves no package, and shares no chunk with the page. */
const workers = (folder, licenses) =>
  engineWorkers.map(entry => ({
    input: `src/provider/worker/${entry}.ts`,
    output: { file: `${folder}/${entry}.js`, format: 'es', inlineDynamicImports: true },
    plugins: [...plugins(licenses), minified()],
  }));

const licenses = thirdPartyLicenses();
const cdnLicenses = thirdPartyLicenses([mapWorker]);

export default [
  {
    input: {
      index: 'src/index.ts',
      'define/index': 'src/define/index.ts',
      ...Object.fromEntries(elements.map(tag => [`define/${tag}`, `src/define/${tag}.ts`])),
    },
    output: { dir: 'dist', banner, ...modules },
    external,
    plugins: plugins(licenses),
  },
  ...workers('dist', licenses),
  {
    input: { 'ev-widgets': 'src/cdn.ts' },
    output: { dir: 'dist/cdn', ...modules },
    plugins: [mapWorkerBeside, ...plugins(cdnLicenses), minified()],
  },
  ...workers('dist/cdn', cdnLicenses),
];
