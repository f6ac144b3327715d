import { bundledWorker } from '../../provider/worker/bundled-worker.js';

/**
 * Where a bundler serves the worker of the MapLibre that it resolves. Undefined where there is none: MapLibre then finds its worker beside its
 * own module.
 * @throws where the bundle has no file for it
 */
export async function bundledMapWorker(): Promise<string | undefined> {
  const url = await bundledWorker({
    name: 'map',
    moduleUrl: import.meta.url,
    moduleName: 'map-worker-url',
    path: 'maplibre-gl/dist/maplibre-gl-worker.mjs',
    // Vite, webpack and Turbopack resolve the package's name in this URL; Parcel takes it for a path in this package, which package.json's
    // `alias` leads to MapLibre.
    url: () => new URL('maplibre-gl/dist/maplibre-gl-worker.mjs', import.meta.url),
    load: () => import('./map-worker.js'),
  });
  // Vite's dependency optimizer takes the name for a path in this package, too; MapLibre lies beside this package.
  return url?.replace('/ev-widgets/dist/maplibre-gl/', '/maplibre-gl/');
}
