import { FEED_FORMATS } from '../sources/feed-formats.js';
import type { FeedFormat } from '../sources/feed-formats.js';

/**
 * Where the engine's workers lie, by the format of the feeds that they load. Unbundled it is one module; the build puts
 * `new URL('./engine-worker.js', import.meta.url)` and its like in this module's place.
 */
export const engineWorkerUrls = Object.fromEntries(
  Object.keys(FEED_FORMATS).map(format => [
    format,
    new URL(`./engine-worker.ts?format=${format}`, import.meta.url),
  ]),
) as Record<FeedFormat, URL>;
