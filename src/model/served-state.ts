import { isFields } from './fields.js';
import type { Problems } from './problems.js';
import type { Part } from './reason.js';
import { say as sayOfRecords, unexpected } from './record-reasons.js';
import type { LastMessageMeaning, Problem } from './records.js';
import { say } from './server-reasons.js';
import { isMoment } from './time.js';
import { UnreadableError } from './unreadable-error.js';

/** What a server that answers the four questions says of its network as a whole (docs/protocol.md). */
export interface ServedState {
  /** Differs from that before where an answer may have changed, by data or by time. */
  version: string;
  /** The network's clock when this was said: epoch milliseconds. */
  now: number;
  /** When the data was true: epoch milliseconds. Absent while there is none. */
  asOf?: number;
  /** Production stations without a usable position. */
  leftOut: number;
  firstLeftOut?: readonly Problem[];
  problems?: Problems;
  late?: number;
  lastMessageIs?: LastMessageMeaning;
}

/**
 * Checks what a server says of its network.
 * @throws TypeError that names the field, its value and what was expected
 */
export function readServedState(given: unknown): ServedState {
  const fail = (name: string, value: unknown, expected: Part): never => {
    throw new UnreadableError(unexpected(name, value, expected));
  };
  if (!isFields(given)) return fail('state', given, '{ version, now, asOf, leftOut }');
  const { version, now, asOf, leftOut } = given as Partial<ServedState>;
  if (typeof version !== 'string') fail('version', version, sayOfRecords('text'));
  if (!isMoment(now)) fail('now', now, say('epochMilliseconds'));
  if (asOf !== undefined && !isMoment(asOf)) fail('asOf', asOf, say('epochMilliseconds'));
  if (!Number.isInteger(leftOut)) fail('leftOut', leftOut, say('numberOfStations'));
  return given as unknown as ServedState;
}
