import { DAY, HOUR, MINUTE, SECOND } from './time.js';

/** Upper bounds of the last-message buckets in seconds, rising; what is older than the last falls into `older` (R7). */
export type LastMessageBuckets = readonly number[];

/** R7: under 15 minutes, 1 hour, 24 hours, 7 days. */
export const LAST_MESSAGE_BUCKETS: LastMessageBuckets = [15 * 60, 3600, 24 * 3600, 7 * 24 * 3600];

/** What is in no bucket that has a bound. */
const OLDER = 'older';

const UNITS: readonly [number, string][] = [
  [DAY, 'd'],
  [HOUR, 'h'],
  [MINUTE, 'm'],
];

function nameOf(bound: number): string {
  const milliseconds = bound * SECOND;
  // A single day reads better as 24 hours.
  const unit = UNITS.find(([size]) => milliseconds % size === 0 && milliseconds > (size === DAY ? DAY : 0));
  return unit ? `under-${milliseconds / unit[0]}${unit[1]}` : `under-${bound}s`;
}

/**
 * The last-message statuses in their fixed order, named by their bounds: `under-15m`, … , `older`.
 * @throws RangeError where the bounds are not positive, finite and rising
 */
export function lastMessageStatuses(buckets: LastMessageBuckets = LAST_MESSAGE_BUCKETS): string[] {
  buckets.forEach((bound, index) => {
    if (!Number.isFinite(bound) || bound <= (buckets[index - 1] ?? 0)) {
      throw new RangeError(
        `lastMessageBuckets[${index}] is ${bound}; expected seconds, each more than the one before (${buckets[index - 1] ?? 0}).`,
      );
    }
  });
  return [...buckets.map(nameOf), OLDER];
}

const UNIT_SIZES: Readonly<Record<string, number>> = { s: SECOND, m: MINUTE, h: HOUR, d: DAY };

/** The upper bound that a last-message status names, in milliseconds: `under-7d`; undefined where it names none, as `older`. */
export function boundOf(status: string): number | undefined {
  const [, amount, unit] = /^under-(\d+(?:\.\d+)?)([smhd])$/.exec(status) ?? [];
  return amount && unit ? Number(amount) * UNIT_SIZES[unit]! : undefined;
}

/** Whether a word can be a last-message status, whatever the buckets. */
export function isLastMessageStatus(word: string): boolean {
  return word === OLDER || boundOf(word) !== undefined;
}
