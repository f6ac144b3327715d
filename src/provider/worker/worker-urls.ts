/**
 * Where the engine's workers lie, by the format of the feeds that they can load. Unbundled they are the modules beside this one; the
 * build puts `new URL('./engine-worker.js', import.meta.url)` and its like in this module's place.
 */
export const engineWorkerUrls = {
  network: new URL('./engine-worker.ts', import.meta.url),
  ocpi: new URL('./ocpi-engine-worker.ts', import.meta.url),
  columns: new URL('./columns-engine-worker.ts', import.meta.url),
};
