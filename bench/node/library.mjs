import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, resolve } from 'node:path';

import { rollup } from 'rollup';

import configs from '../../rollup.config.mjs';

const require = createRequire(import.meta.url);
const MAP_WORKER = 'maplibre-gl-worker.mjs';
const CDN = 'dist/cdn';

const outputOf = ({ output }) => [output].flat()[0];
const pageConfig = configs.find(config => outputOf(config).dir === CDN);
const workerConfigs = configs.filter(config => outputOf(config).file?.endsWith('engine-worker.js'));
if (workerConfigs.length === 0) throw new Error('rollup.config.mjs builds no worker of the engine.');

/** Path of each script that is not the library's own code, as `buildPage` names it. */
export const MAPLIBRE = '/maplibre.js';
export const WORLD_MAP = '/world-map.js';
export const MAPLIBRE_WORKER = `/${MAP_WORKER}`;

function chunkOf(id) {
  if (id.includes('/maplibre-gl/')) return 'maplibre';
  if (id.endsWith('/generated/world-map.js')) return 'world-map';
  return null;
}

/**
 * Builds a page's script the way the CDN file is built, as if it lay in the project's root.
 * @param {string} code of the page's entry
 * @returns {Promise<Record<string, string>>} path → script; the entry's is `/page.js`
 */
export async function buildPage(code) {
  const entry = '\0entry';
  const virtual = {
    name: 'entry',
    resolveId(id, importer) {
      if (id === entry) return id;
      return importer === entry ? this.resolve(id, resolve('entry.js')) : null;
    },
    load: id => (id === entry ? code : null),
  };
  const bundle = await rollup({
    ...pageConfig,
    input: { page: entry },
    plugins: [virtual, ...pageConfig.plugins],
    onwarn: () => undefined,
  });
  const { output } = await bundle.generate({
    ...outputOf(pageConfig),
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    manualChunks: chunkOf,
  });
  await bundle.close();
  return Object.fromEntries(
    output.filter(({ type }) => type === 'chunk').map(({ fileName, code }) => [`/${fileName}`, code]),
  );
}

async function buildWorker(config) {
  const bundle = await rollup(config);
  const { output } = await bundle.generate(outputOf(config));
  await bundle.close();
  return [`/${basename(outputOf(config).file)}`, output[0].code];
}

/** Builds each only once. */
function cached(build) {
  const built = new Map();
  return (...args) => {
    const key = args.join();
    if (!built.has(key)) built.set(key, build(...args));
    return built.get(key);
  };
}

/** The engine's workers; path → script. */
export const engineWorkers = cached(async () =>
  Object.fromEntries(await Promise.all(workerConfigs.map(buildWorker))),
);

/** MapLibre's worker as its package has it. */
export const maplibreWorker = () => readFileSync(require.resolve(`maplibre-gl/dist/${MAP_WORKER}`), 'utf8');

/** The scripts of a page with `ev-data-provider` and these elements, without workers; path → script. */
export const libraryPage = cached((...tags) =>
  buildPage(['ev-data-provider', ...tags].map(tag => `import './src/define/${tag}.ts';`).join('\n')),
);

/** All that such a page may fetch. */
export async function libraryScripts(...tags) {
  const [page, workers] = await Promise.all([libraryPage(...tags), engineWorkers()]);
  return { ...page, ...workers, [MAPLIBRE_WORKER]: maplibreWorker() };
}
