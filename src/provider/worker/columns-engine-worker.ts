import { loadColumnsFeed } from './load-columns-feed.js';
import { serveEngine } from './serve-engine.js';

// The same for feeds of columns.
serveEngine(loadColumnsFeed);
