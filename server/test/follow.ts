import type { DisposableProvider } from '../../src/provider/local-provider.js';
import { remoteProvider } from '../../src/provider/remote-provider.js';
import type { RequestOptions } from '../../src/provider/sources/request-options.js';

/** A provider that is followed, as by an overview. */
export interface Followed {
  provider: DisposableProvider;
  /** Waits until what it tells of holds. */
  reached(holds: (provider: DisposableProvider) => Promise<boolean> | boolean): Promise<void>;
}

/** Follows what a server answers. */
export function follow(origin: string, options: RequestOptions = {}): Followed {
  const provider = remoteProvider(`${origin}/api/`, options);
  provider.subscribe(() => undefined);
  return {
    provider,
    async reached(holds) {
      for (;;) {
        const told = new Promise<void>(resolve => {
          const stop = provider.subscribe(() => {
            stop();
            resolve();
          });
        });
        if (await holds(provider)) return;
        await told;
      }
    },
  };
}
