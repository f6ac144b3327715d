import type { DisposableProvider } from '../../src/provider/local-provider.js';

/** Waits until what a provider tells of holds. */
export async function reached(
  provider: DisposableProvider,
  holds: (provider: DisposableProvider) => Promise<boolean> | boolean,
): Promise<void> {
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
}
