import { say } from '../../model/load-reasons.js';
import { ExplainedError } from '../../model/explained-error.js';
import type { NetworkChange } from '../../model/records.js';
import type { StationSource, WatchOptions } from '../data-provider.js';

export type Watch = NonNullable<StationSource['watch']>;

/**
 * Has several push as if they were one; resolves when all do. The first push of one counts as the start of all, so what one misses that
 * begins only after it is told.
 */
export async function watchAll(
  watches: readonly Watch[],
  push: (change: NetworkChange) => void,
  watching: WatchOptions,
): Promise<void> {
  let isPushed = false;
  const start = async (watch: Watch) => {
    let hasBegun = false;
    const begin = () => {
      if (!hasBegun && isPushed) watching.missed?.(new ExplainedError(say('begunLate')));
      hasBegun = true;
    };
    const pushBegun = (change: NetworkChange) => {
      begin();
      isPushed = true;
      push(change);
    };
    await watch(pushBegun, watching);
    begin();
  };
  await Promise.all(watches.map(start));
}
