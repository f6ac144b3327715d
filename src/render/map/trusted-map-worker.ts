import { importerOf, isForeign } from '../../provider/worker/foreign-worker.js';
import { trustedScriptUrl } from '../../provider/worker/trusted-types.js';
import { workersConfig } from '../../provider/worker/worker-config.js';
import { bundledMapWorker } from './map-worker-url.js';
import { trustedText } from './trusted-text.js';

/**
 * Where MapLibre's worker lies as the host or its bundler put it, or a worker of the page's own that imports it from another origin; undefined where neither
 * says: MapLibre then finds it beside its own module. As a page takes it that requires Trusted Types: MapLibre hands it to `new Worker`.
 */
export async function mapWorkerUrl(): Promise<string | undefined> {
  const given = workersConfig().map ?? (await bundledMapWorker());
  if (!given) return undefined;
  const url = new URL(given, document.baseURI);
  const text = isForeign(url) ? importerOf(url) : url.href;
  return trustedText(trustedScriptUrl(text), text, ['endsWith', 'split']);
}
