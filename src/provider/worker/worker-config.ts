import { shown } from '../../model/fields.js';
import { pageUrl } from '../page-url.js';
import type { FeedFormat } from '../sources/feed-formats.js';
import { builtEngineWorker } from './worker-urls.js';

/** Where the workers of a page lie, relative to it, where a bundler or a policy moved them. */
export interface WorkersConfig {
  /**
   * `engine-worker.js` of the package. The workers for other feeds, `ocpi-engine-worker.js` and `columns-engine-worker.js`, are looked for
   * beside it.
   */
  engine?: string | URL;
  /** MapLibre's `maplibre-gl-worker.mjs`. */
  map?: string | URL;
}

const config: WorkersConfig = {};

/**
 * Sets where workers lie that start from now on; call it before the first data is asked for, and the first map shows.
 * @throws TypeError where one is no URL
 */
export function configureWorkers(options: WorkersConfig): void {
  // Node, which has no page, may run the host's module too.
  const base = pageUrl() ?? 'http://localhost';
  for (const [name, url] of Object.entries(options) as [string, string | URL | undefined][]) {
    if (url !== undefined && !URL.canParse(url, base)) {
      throw new TypeError(
        `configureWorkers got ${name}: ${shown(url)}; expected a URL, or a path in the page's site.`,
      );
    }
  }
  Object.assign(config, options);
}

/** What the host has set. */
export function workersConfig(): Readonly<WorkersConfig> {
  return config;
}

/**
 * Where the engine's worker for feeds of a format lies.
 * @throws where the host's bundle has none, and the host names none
 */
export async function engineWorkerUrl(format: FeedFormat): Promise<URL> {
  const { engine } = config;
  if (!engine) return builtEngineWorker(format);
  const url = new URL(engine, document.baseURI);
  return format === 'network' ? url : new URL(`./${format}-engine-worker.js`, url);
}
