/** Of MapLibre's worker there are no types. */
declare module 'maplibre-gl/dist/maplibre-gl-worker.mjs' {
  const MapLibreWorker: new (scope: typeof globalThis) => object;
  export default MapLibreWorker;
}
