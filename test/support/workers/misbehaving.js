// The engine's worker, which at the bidding of a test hangs, dies or throws.
import './misdeeds.js';
import '/src/provider/worker/engine-worker.ts';
