import type { NetworkSnapshot } from '../src/model/records.js';
import { localProvider } from '../src/provider/local-provider.js';
import type { DataProvider, StationSource } from '../src/provider/data-provider.js';

/** In the tab: a story answers at once, and needs no file beside it. */
export const provide = (source: StationSource): DataProvider => localProvider(source, { worker: 'never' });

/** Has the network. */
export function ready(network: () => NetworkSnapshot): DataProvider {
  return provide({ load: () => Promise.resolve(network()) });
}

/** Never gets its first data. */
export function loading(): DataProvider {
  return provide({ load: () => new Promise(() => undefined) });
}

/** Fails before it has any data. */
export function failing(): DataProvider {
  return provide({ load: () => Promise.reject(new Error('The network could not be fetched: HTTP 503.')) });
}

/** Has data, and fails at its next fetch. */
export function failingLater(network: () => NetworkSnapshot): DataProvider {
  let isFirst = true;
  const provider = provide({
    load: () => {
      if (!isFirst) return Promise.reject(new Error('The network could not be fetched: HTTP 503.'));
      isFirst = false;
      return Promise.resolve(network());
    },
  });
  const stop = provider.subscribe(() => {
    if (provider.state.status !== 'ready') return;
    stop();
    void provider.refresh();
  });
  return provider;
}

/** Has data, and a stream of changes that is interrupted. */
export function interrupted(network: () => NetworkSnapshot): DataProvider {
  return provide({
    load: () => Promise.resolve(network()),
    watch: (_push, { interrupted: tell }) => tell?.(new Error('The event stream closed.')),
  });
}
