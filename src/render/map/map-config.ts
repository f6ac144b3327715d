/** What a host can set for all maps of its page. */
export interface MapConfig {
  /** Where MapLibre's worker module (`maplibre-gl-worker.mjs`) lies, where a bundler or a policy moved it. */
  workerUrl?: string | URL;
}

const config: MapConfig = {};

/** Sets what all maps created from now on use; call it before the first one shows. */
export function configureMap(options: MapConfig): void {
  Object.assign(config, options);
}

/** What the host has set. */
export function mapConfig(): Readonly<MapConfig> {
  return config;
}
