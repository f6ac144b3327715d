import { fetchOcpi } from '../sources/fetch-ocpi.js';
import { loadJsonFeed } from './load-json-feed.js';
import { serveEngine } from './serve-engine.js';

// The same for OCPI feeds, whose reading other pages need not carry.
serveEngine(loadJsonFeed(fetchOcpi));
