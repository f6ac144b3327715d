import type { FeedFormat } from '../sources/feed-formats.js';

/**
 * Where the build, or the host's bundler, has put the engine's worker for feeds of a format. Unbundled it is one module; the build writes this module
 * anew, with `bundledWorker`.
 */
export async function builtEngineWorker(format: FeedFormat): Promise<URL> {
  return new URL(`./engine-worker.ts?format=${format}`, import.meta.url);
}
