import { scaleThreshold } from 'd3-scale';

import { LAST_MESSAGE_BUCKETS } from './last-message.js';
import type { LastMessageBuckets } from './last-message.js';
import { SECOND } from './time.js';

/**
 * R7: what gives the index of the bucket that an age in milliseconds falls into. Half-open; a time in the future counts as
 * now. Made once for a list of buckets, for it is asked of every station.
 */
export function bucketScale(buckets: LastMessageBuckets = LAST_MESSAGE_BUCKETS): (age: number) => number {
  return scaleThreshold<number, number>()
    .domain(buckets.map(bound => bound * SECOND))
    .range(Array.from({ length: buckets.length + 1 }, (_, bucket) => bucket));
}

/** R10: when a last message ages into the next bucket: epoch milliseconds, Infinity from the last bucket on. */
export function nextBucketAt(
  lastMessageAt: number,
  bucket: number,
  buckets: LastMessageBuckets = LAST_MESSAGE_BUCKETS,
): number {
  return bucket < buckets.length ? lastMessageAt + buckets[bucket]! * SECOND : Infinity;
}
