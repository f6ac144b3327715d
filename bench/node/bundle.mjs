import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { build } from 'esbuild';

const require = createRequire(import.meta.url);
const MAP_WORKER = 'maplibre-gl-worker.mjs';

/** As in the library's own build: the workers lie beside the bundle. */
const workersBeside = {
  name: 'workers-beside',
  setup({ onLoad }) {
    const at = file => `new URL('/${file}', location.href)`;
    onLoad({ filter: /\/provider\/worker\/worker-urls\.ts$/ }, () => ({
      contents: `export const builtEngineWorker = async () => ${at('engine-worker.js')};`,
    }));
    onLoad({ filter: /\/render\/map\/map-worker-url\.ts$/ }, () => ({
      contents: `export const bundledMapWorker = async () => ${at(MAP_WORKER)}.href;`,
    }));
  },
};

/**
 * Bundles the page of the measurements, with the library and its peers minified alike, into a folder of its own.
 * @returns {Promise<{ folder: string, remove: () => void }>}
 */
export async function bundlePage() {
  const folder = mkdtempSync(join(tmpdir(), 'ev-widgets-bench-'));
  await build({
    entryPoints: { page: 'bench/page/page.ts', 'engine-worker': 'src/provider/worker/engine-worker.ts' },
    outdir: folder,
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.css': 'text' },
    plugins: [workersBeside],
    logLevel: 'error',
  });
  copyFileSync(require.resolve(`maplibre-gl/dist/${MAP_WORKER}`), join(folder, MAP_WORKER));
  return {
    folder,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
