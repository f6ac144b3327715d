import { FEED_FORMATS } from '../sources/feed-formats.js';
import type { FeedFormat } from '../sources/feed-formats.js';
import { serveEngine } from './serve-engine.js';

// The worker of an unbundled page, for the format that its URL names. The build makes one for each format.
const format = (new URL(import.meta.url).searchParams.get('format') ?? 'network') as FeedFormat;
serveEngine(async (...feed) => (await FEED_FORMATS[format]()).loadFeed(...feed));
