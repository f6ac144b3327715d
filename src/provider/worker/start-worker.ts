import { trustedScriptUrl } from './trusted-types.js';

/**
 * Starts the engine's worker: the one place where the library makes one.
 * @throws DOMException where the page may not have it
 */
export function startWorker(url: string | URL): Worker {
  return new Worker(trustedScriptUrl(url), { type: 'module', name: 'ev-widgets' });
}
