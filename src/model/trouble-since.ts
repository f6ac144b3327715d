import { offlineAt } from './connection.js';
import type { Connectivity } from './connection.js';
import type { LastMessageMeaning, SinceMeaning } from './records.js';
import { SECOND } from './time.js';
import { SILENT_AFTER } from './trouble.js';

/** A trouble that a station is in; without a moment where it is not known since when (R27). */
export interface Trouble {
  /** Epoch milliseconds. */
  since?: number;
  sinceIs?: SinceMeaning;
}

type Moment = number | null | undefined;

const UNKNOWN: Trouble = {};

/** A moment that has come. */
function hasCome(moment: Moment, now: number): moment is number {
  return moment != null && moment >= 0 && moment <= now;
}

/** Since when a station is offline that is so, as it is known: moments are epoch milliseconds. */
export interface OfflineReport extends Connectivity {
  offlineSince?: Moment;
  /** When it was seen to be stated offline. */
  seenAt?: Moment;
}

/**
 * R27: since when a station that is offline is so: as stated, else as seen where it is stated offline, else since its heartbeats were missed. A stated
 * moment is believed once it has come.
 */
export function offlineTrouble(
  { offlineSince, seenAt, ...connectivity }: OfflineReport,
  now: number,
  missedHeartbeats?: number,
): Trouble {
  if (hasCome(offlineSince, now)) return { since: offlineSince, sinceIs: 'stated' };
  if (connectivity.connection && hasCome(seenAt, now)) return { since: seenAt, sinceIs: 'observed' };
  const missedAt = offlineAt({ ...connectivity, connection: null }, missedHeartbeats);
  return hasCome(missedAt, now) ? { since: missedAt, sinceIs: 'derived' } : UNKNOWN;
}

/** R27: since when a station that reports a fault does so: as stated, once that moment has come, else as seen. */
export function faultTrouble(faultedSince: Moment, seenAt: Moment, now: number): Trouble {
  if (hasCome(faultedSince, now)) return { since: faultedSince, sinceIs: 'stated' };
  return hasCome(seenAt, now) ? { since: seenAt, sinceIs: 'observed' } : UNKNOWN;
}

/**
 * R26: the trouble of a station that has sent no message for a day; undefined where it has, or never sent any. Where the source knows of updates only, silence
 * is no trouble.
 */
export function silenceTrouble(
  lastMessageAt: Moment,
  now: number,
  lastMessageIs: LastMessageMeaning = 'message',
): Trouble | undefined {
  if (lastMessageIs !== 'message' || lastMessageAt == null) return undefined;
  const since = lastMessageAt + SILENT_AFTER;
  return since <= now ? { since, sinceIs: 'derived' } : undefined;
}

/** R27: the trouble that a station is in for the longest, of those of which that is known; undefined where it is in none. */
export function longestTrouble(troubles: readonly (Trouble | undefined)[]): Trouble | undefined {
  let longest: Trouble | undefined;
  for (const trouble of troubles)
    if (trouble && (!longest || (trouble.since ?? Infinity) < (longest.since ?? Infinity))) longest = trouble;
  return longest;
}

/** R27: whether a trouble lasts for more than so many seconds; of 0, any does, also one of which that is not known. */
export function lastsLonger({ since }: Trouble, seconds: number, now: number): boolean {
  return seconds === 0 || (since !== undefined && now - since > seconds * SECOND);
}
