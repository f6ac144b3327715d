import { advanceClock, readClock, startClock } from '../model/clock.js';
import type { NetworkClock } from '../model/clock.js';
import type { DataProvider } from './data-provider.js';

const clocks = new WeakMap<DataProvider, NetworkClock>();

/** The page's monotonic clock in epoch milliseconds. */
export const pageNow = () => performance.timeOrigin + performance.now();

/**
 * The network's `now` in epoch milliseconds, for ages: the provider's own clock, else the page's, started at the first
 * `state.asOf` that was seen and moved forward by newer ones.
 */
export function nowOf(provider: DataProvider): number {
  if (provider.now) return provider.now();
  const { asOf } = provider.state;
  const now = pageNow();
  const known = clocks.get(provider);
  const clock = known ? advanceClock(known, asOf, now) : startClock(asOf, now);
  if (asOf !== undefined) clocks.set(provider, clock);
  return readClock(clock, now);
}
