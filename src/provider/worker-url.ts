/**
 * Where the engine's worker lies; undefined where there is none to be had. Unbundled it is the module beside this one; the
 * build puts `new URL('./engine-worker.js', import.meta.url)` in this module's place.
 */
export const engineWorkerUrl: URL | undefined = new URL('./engine-worker.ts', import.meta.url);
