import { configureWorkers } from '../../provider/worker/worker-config.js';

/** What a host can set for all maps of its page. */
export interface MapConfig {
  /** Where MapLibre's worker module (`maplibre-gl-worker.mjs`) lies, where a bundler or a policy moved it: `map` of `configureWorkers`. */
  workerUrl?: string | URL;
}

/** Sets what all maps created from now on use; call it before the first one shows. */
export function configureMap({ workerUrl }: MapConfig): void {
  if (workerUrl) configureWorkers({ map: workerUrl });
}
