import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';

import { nodeResolve } from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';

const require = createRequire(import.meta.url);
const mapWorker = 'maplibre-gl-worker.mjs';
/** The engine's workers, by the format of the feeds that they load. */
const engineWorkers = {
  network: 'engine-worker.js',
  ocpi: 'ocpi-engine-worker.js',
  columns: 'columns-engine-worker.js',
};

const elements = readdirSync('src/define')
  .filter(file => file.startsWith('ev-'))
  .map(file => file.replace(/\.ts$/, ''));

/** Modules that say where a worker lies: beside the built file, not where the source has it. */
const workerUrls = {
  name: 'worker-urls',
  load(id) {
    const url = file => `new URL('./${file}', import.meta.url)`;
    if (id.endsWith('/render/map/map-worker-url.ts'))
      return `export const bundledWorkerUrl = ${url(mapWorker)}.href;`;
    if (id.endsWith('/provider/worker/worker-urls.ts')) {
      const urls = Object.entries(engineWorkers).map(([format, file]) => `${format}: ${url(file)}`);
      return `export const engineWorkerUrls = { ${urls.join(', ')} };`;
    }
    return null;
  },
};

/** MapLibre is in the bundle, so that its worker is always of the same version: it is copied beside. */
const copyMapWorker = folder => ({
  name: 'copy-map-worker',
  writeBundle() {
    mkdirSync(folder, { recursive: true });
    copyFileSync(require.resolve(`maplibre-gl/dist/${mapWorker}`), `${folder}/${mapWorker}`);
  },
});

const plugins = ({ minify }) => [
  workerUrls,
  nodeResolve({ browser: true }),
  // A page without a bundler has no process.
  replace({ 'process.env.NODE_ENV': JSON.stringify('production'), preventAssignment: true }),
  esbuild({ target: 'es2022', tsconfig: 'tsconfig.json', legalComments: 'none' }),
  ...(minify
    ? [terser({ module: true, ecma: 2022, compress: { passes: 2 }, format: { comments: false } })]
    : []),
];

const external = [/^lit(\/|$)/, /^@lit\//, /^topojson-client/];

/** A worker loads no chunks of the page's: one file each. */
const workers = folder =>
  Object.values(engineWorkers).map(file => ({
    input: `src/provider/worker/${file.replace(/\.js$/, '.ts')}`,
    output: { file: `${folder}/${file}`, format: 'es', inlineDynamicImports: true },
    plugins: plugins({ minify: true }),
  }));

export default [
  {
    input: {
      index: 'src/index.ts',
      'define/index': 'src/define/index.ts',
      ...Object.fromEntries(elements.map(tag => [`define/${tag}`, `src/define/${tag}.ts`])),
    },
    // Chunks lie at the top, where the workers are looked for.
    output: { dir: 'dist', format: 'es', chunkFileNames: '[name]-[hash].js', hoistTransitiveImports: false },
    external,
    plugins: [...plugins({ minify: false }), copyMapWorker('dist')],
  },
  ...workers('dist'),
  {
    input: { 'ev-widgets': 'src/define/index.ts' },
    output: {
      dir: 'dist/cdn',
      format: 'es',
      chunkFileNames: '[name]-[hash].js',
      hoistTransitiveImports: false,
    },
    plugins: [...plugins({ minify: true }), copyMapWorker('dist/cdn')],
  },
  ...workers('dist/cdn'),
];
