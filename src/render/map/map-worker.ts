import MapLibreWorker from 'maplibre-gl/dist/maplibre-gl-worker.mjs';

/**
 * MapLibre's worker as a module of this package, for bundlers that make a file of an import and not of a URL. The page that imports it learns where it
 * lies; started as a worker, it is MapLibre's.
 */
export const url = import.meta.url;

// MapLibre does so itself; named here, no bundler leaves it out.
if (typeof document === 'undefined') {
  const scope = globalThis as { worker?: unknown };
  scope.worker ??= new MapLibreWorker(globalThis);
}
