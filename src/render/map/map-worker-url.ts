const WORKER = 'maplibre-gl/dist/maplibre-gl-worker.mjs';

/**
 * Vite, webpack and Turbopack resolve the package's name in this URL; Parcel takes it for a path in this package, which
 * package.json's `alias` leads to MapLibre; others leave it as it is.
 */
const built = new URL('maplibre-gl/dist/maplibre-gl-worker.mjs', import.meta.url).href;
const asWritten = import.meta.url.replace(/[^/]*$/, WORKER);

/**
 * Where a bundler serves the worker of the MapLibre that it resolves. Undefined where there is none: MapLibre then finds its
 * worker beside its own module.
 */
export const bundledWorkerUrl =
  built === asWritten
    ? undefined
    : // Vite's dependency optimizer takes the name for a path in this package, too; MapLibre lies beside this package.
      built.replace(`/ev-widgets/dist/${WORKER}`, `/${WORKER}`);
