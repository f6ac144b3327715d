/**
 * Where MapLibre's worker lies beside the built library. Unbundled, MapLibre finds its own; the build puts
 * `new URL('./maplibre-gl-worker.mjs', import.meta.url).href` in this module's place.
 */
export const bundledWorkerUrl: string | undefined = undefined;
