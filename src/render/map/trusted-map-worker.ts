import { importerOf, isForeign } from '../../provider/worker/foreign-worker.js';
import { trustedScriptUrl } from '../../provider/worker/trusted-types.js';
import { workersConfig } from '../../provider/worker/worker-config.js';
import { bundledMapWorker } from './map-worker-url.js';

/**
 * Where MapLibre's worker lies as the host or its bundler put it, or a worker of the page's own that imports it from another origin; undefined where neither
 * says: MapLibre then finds it beside its own module. As a page takes it that requires Trusted Types: MapLibre hands it to `new Worker`, after asking it two
 * questions of a text, which no trusted URL answers by itself.
 */
export async function mapWorkerUrl(): Promise<string | undefined> {
  const given = workersConfig().map ?? (await bundledMapWorker());
  if (!given) return undefined;
  const url = new URL(given, document.baseURI);
  const text = isForeign(url) ? importerOf(url) : url.href;
  const trusted = trustedScriptUrl(text) as string | { endsWith?: unknown; split?: unknown };
  if (typeof trusted === 'string') return trusted;
  trusted.endsWith = text.endsWith.bind(text);
  trusted.split = text.split.bind(text);
  return trusted as unknown as string;
}
