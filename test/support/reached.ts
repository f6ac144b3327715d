import type { DataProvider, DataState } from '../../src/provider/data-provider.js';

/** Waits until a provider, which loads for it if it has not yet, is in a state. */
export function reached(
  provider: Pick<DataProvider, 'state' | 'subscribe'>,
  holds: (state: DataState) => boolean,
): Promise<DataState> {
  return new Promise(resolve => {
    const look = () => {
      if (!holds(provider.state)) return;
      stop();
      resolve(provider.state);
    };
    const stop = provider.subscribe(look);
    look();
  });
}

/** Waits until a question about a provider is answered with what holds; asks again whenever an answer may have changed. */
export function answered<T>(
  provider: Pick<DataProvider, 'subscribe'>,
  ask: () => Promise<T>,
  holds: (answer: T) => boolean,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const look = () => {
      ask().then(answer => {
        if (!holds(answer)) return;
        stop();
        resolve(answer);
      }, reject);
    };
    const stop = provider.subscribe(look);
    look();
  });
}

/** Waits until a provider counts so many stations as offline. */
export const untilOffline = (
  provider: Pick<DataProvider, 'subscribe' | 'counts'>,
  count: number,
): Promise<unknown> =>
  answered(
    provider,
    () => provider.counts('connection'),
    ({ byStatus }) => byStatus.offline === count,
  );
