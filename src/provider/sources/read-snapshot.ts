import { isFields, shown } from '../../model/fields.js';
import type { Problem } from '../../model/records.js';
import { epochOf, INSTANT } from '../../model/instant.js';
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
  if (!isFields(given))
    throw new UnreadableError(`The snapshot is ${shown(given)}; expected {locations: […]}.`);
  const { history, locations } = given;
  if (!Array.isArray(locations)) {
    throw new UnreadableError(
      `The snapshot's locations is ${shown(locations)}; expected a list of locations.`,
    );
  }
  const problems: Problem[] = [...(snapshot.problems ?? [])];
  if (snapshot.asOf == null) return { locations, history, problems };
  const asOf = epochOf(snapshot.asOf);
  if (!Number.isNaN(asOf)) return { asOf, locations, history, problems };
  const message = `asOf is ${shown(snapshot.asOf)}; expected ${INSTANT}.`;
  return { locations, history, problems: [...problems, { path: 'asOf', message }] };
}
