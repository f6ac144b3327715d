const { url } = import.meta;
const resolved = new URL('maplibre-gl/dist/maplibre-gl-worker.mjs', import.meta.url).href;
const unresolved = url.replace(/[^/]*$/, 'maplibre-gl/dist/maplibre-gl-worker.mjs');

/**
 * Where a bundler put MapLibre's worker: Vite, webpack and Turbopack resolve the package's name in the URL above. Undefined
 * where nothing has: MapLibre then looks for its worker beside its own module.
 */
export const bundledWorkerUrl = resolved === unresolved ? undefined : resolved;
