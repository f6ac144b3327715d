import { fetchSnapshot } from '../sources/fetch-snapshot.js';
import { loadJsonFeed } from './load-json-feed.js';
import { serveEngine } from './serve-engine.js';

// The entry of the module worker that `localProvider` runs its engine in.
serveEngine(loadJsonFeed(fetchSnapshot));
