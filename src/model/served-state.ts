import { isFields, shown } from './fields.js';
import type { Problems } from './problems.js';
import type { LastMessageMeaning, Problem } from './records.js';
import { isMoment } from './time.js';

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
  const fail = (name: string, value: unknown, expected: string): never => {
    throw new TypeError(`${name} is ${shown(value)}; expected ${expected}`);
  };
  if (!isFields(given)) return fail('the state', given, '{ version, now, asOf, leftOut }');
  const { version, now, asOf, leftOut } = given as Partial<ServedState>;
  if (typeof version !== 'string') fail('version', version, 'text');
  if (!isMoment(now)) fail('now', now, 'epoch milliseconds');
  if (asOf !== undefined && !isMoment(asOf)) fail('asOf', asOf, 'epoch milliseconds');
  if (!Number.isInteger(leftOut)) fail('leftOut', leftOut, 'a number of stations');
  return given as unknown as ServedState;
}
