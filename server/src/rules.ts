import type { Rules } from '../../src/engine/derivation.js';
import { MISSED_HEARTBEATS } from '../../src/model/connection.js';
import { LAST_MESSAGE_BUCKETS } from '../../src/model/last-message.js';
import type { LastMessageMeaning } from '../../src/model/records.js';

/** The rules of a network: the default ones, by which the columns of last messages are named. */
export function rulesOf(lastMessageIs: LastMessageMeaning | null): Rules {
  return {
    missedHeartbeats: MISSED_HEARTBEATS,
    lastMessageBuckets: LAST_MESSAGE_BUCKETS,
    lastMessageIs: lastMessageIs ?? undefined,
  };
}
