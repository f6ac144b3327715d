import { isFields, shown } from '../../model/fields.js';
import { epochOf } from '../../model/time.js';
import type { Problem } from '../../model/records.js';
import type { EngineClient } from './engine.js';
import type { LoadedSnapshot } from '../sources/feed.js';

/** Locations a part: few enough that neither copying them to a worker nor loading them holds up a frame for long. */
const PART = 2500;

/** Lets everything else that waits for this thread go first. Timers would wait for seconds in a hidden tab. */
function pause(): Promise<void> {
  return new Promise(resolve => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

/**
 * Adds a snapshot to an engine part by part, up to but without the commit.
 * @param now of a snapshot that does not say when it was true
 * @returns when it was true: epoch milliseconds, where it says so
 * @throws TypeError where it has no list of locations; the signal's reason where it aborted
 */
export async function loadInParts(
  engine: Pick<EngineClient, 'begin' | 'add'>,
  snapshot: LoadedSnapshot,
  now: number,
  signal: AbortSignal,
): Promise<number | undefined> {
  const given: unknown = snapshot;
  if (!isFields(given)) throw new TypeError(`The snapshot is ${shown(given)}; expected {locations: […]}.`);
  const { locations } = given;
  if (!Array.isArray(locations)) {
    throw new TypeError(`The snapshot's locations is ${shown(locations)}; expected a list of locations.`);
  }
  const problems: Problem[] = [...(snapshot.problems ?? [])];
  let asOf = snapshot.asOf == null ? undefined : epochOf(snapshot.asOf);
  if (Number.isNaN(asOf)) {
    const message = `asOf is ${shown(snapshot.asOf)}; expected epoch milliseconds or ISO 8601 text.`;
    problems.push({ path: 'asOf', message });
    asOf = undefined;
  }
  signal.throwIfAborted();
  await engine.begin(asOf ?? now, problems);
  for (let from = 0; from < locations.length; from += PART) {
    signal.throwIfAborted();
    await engine.add(locations.slice(from, from + PART), from);
    await pause();
  }
  return asOf;
}
