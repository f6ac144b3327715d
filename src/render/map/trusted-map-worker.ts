import { trustedScriptUrl } from '../../provider/worker/trusted-script-url.js';
import { workersConfig } from '../../provider/worker/worker-config.js';
import { bundledMapWorker } from './map-worker-url.js';

/**
 * Where the host or its bundler put MapLibre's worker; undefined where neither says: MapLibre then finds it beside its own module. As a page
 * takes it that requires Trusted Types: MapLibre hands it to `new Worker`, after asking it two questions of a text, which no trusted URL
 * answers by itself.
 */
export async function mapWorkerUrl(): Promise<string | undefined> {
  const url = workersConfig().map ?? (await bundledMapWorker());
  if (!url) return undefined;
  const text = String(url);
  const trusted = trustedScriptUrl(text) as string | { endsWith?: unknown; split?: unknown };
  if (typeof trusted === 'string') return trusted;
  trusted.endsWith = text.endsWith.bind(text);
  trusted.split = text.split.bind(text);
  return trusted as unknown as string;
}
