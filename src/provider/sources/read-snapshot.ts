import { isFields, shownPart } from '../../model/fields.js';
import type { Problem } from '../../model/records.js';
import { epochOf } from '../../model/instant.js';
import { say, unexpected } from '../../model/record-reasons.js';
import type { LoadedSnapshot } from './load-feed.js';
import { UnreadableError } from '../../model/unreadable-error.js';

/** A snapshot whose outer shape was checked; its locations and history are not. */
export interface CheckedSnapshot {
  /** Epoch milliseconds, where it says when it was true. */
  asOf?: number;
  locations: readonly unknown[];
  /** Not checked. */
  history?: unknown;
  problems: readonly Problem[];
}

/**
 * Checks a snapshot's outer shape.
 * @throws UnreadableError where it has no list of locations
 */
export function readSnapshot(snapshot: LoadedSnapshot): CheckedSnapshot {
  const given: unknown = snapshot;
  if (!isFields(given)) throw new UnreadableError(say('notSnapshot', shownPart(given)));
  const { history, locations } = given;
  if (!Array.isArray(locations)) {
    throw new UnreadableError(say('notLocations', shownPart(locations)));
  }
  const problems: Problem[] = [...(snapshot.problems ?? [])];
  if (snapshot.asOf == null) return { locations, history, problems };
  const asOf = epochOf(snapshot.asOf);
  if (!Number.isNaN(asOf)) return { asOf, locations, history, problems };
  problems.push(unexpected('asOf', snapshot.asOf, say('moment')));
  return { locations, history, problems };
}
