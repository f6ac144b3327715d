import { isFields } from './fields.js';
import type { Fields } from './fields.js';
import type { Instant } from './records.js';
import { isSignOfLife } from './sign-of-life.js';
import { CONNECTION_STATUSES } from './statuses.js';
import { epochOf } from './instant.js';
import { readStatusWord } from './status-words.js';
import { HOUR } from './time.js';

/** Moments further apart are not compared: the later one may be absurd, and then it is not followed. */
const LONGEST_APART = HOUR;

/**
 * Whether a later moment takes the place of an earlier one.
 * @param later of a change, or what it says was heard; where neither is stated, both are as they come
 */
export function isNoSooner(later: unknown, earlier: unknown): boolean {
  if (later == null || earlier == null) return later === undefined && earlier === undefined;
  const apart = epochOf(later as Instant) - epochOf(earlier as Instant);
  return apart >= 0 && apart <= LONGEST_APART;
}

type Replaces = (later: unknown, earlier: unknown) => boolean;

/** One that is far from the earlier may be absurd, and then it is not followed. */
const isNear: Replaces = (later, earlier) =>
  later === null || Math.abs(epochOf(later as Instant) - epochOf(earlier as Instant)) <= LONGEST_APART;

const isText: Replaces = later => later === null || typeof later === 'string';

/**
 * A status that begins a fault does not replace one that ends it: with that end goes what was said of the fault before (R27), which the
 * new one must not show.
 */
const isStatus: Replaces = (later, earlier) =>
  later === null || (typeof later === 'string' && (!isFault(later) || isFault(earlier)));

function isFault(status: unknown): boolean {
  return typeof status === 'string' && readStatusWord(status).status === 'faulted';
}

/** Nor does a connection that is offline replace one that is not. */
const isConnection: Replaces = (later, earlier) =>
  later === null ||
  ((CONNECTION_STATUSES as readonly unknown[]).includes(later) &&
    (later !== 'offline' || earlier === 'offline'));

/** By field: whether a later value leaves nothing of an earlier one. A value that cannot be read replaces nothing. */
const STATION: Record<string, Replaces> = {
  id: (later, earlier) => later === earlier,
  deploymentState: isText,
  heartbeatInterval: later =>
    later === null || (typeof later === 'number' && Number.isFinite(later) && later >= 0),
  // Stating none clears what is known; what was heard never goes back in time (R4).
  lastMessageAt: isNoSooner,
  connection: isConnection,
  status: isStatus,
  href: isText,
  evses: (later, earlier) => replacesEach(EVSE, later, earlier),
  offlineSince: isNear,
  faultedSince: isNear,
  errorCode: isText,
  info: isText,
};
const EVSE: Record<string, Replaces> = {
  id: STATION.id!,
  status: isStatus,
  connectors: (later, earlier) => replacesEach(CONNECTOR, later, earlier),
};
const CONNECTOR: Record<string, Replaces> = { id: STATION.id!, status: isStatus };

function replaces(by: Record<string, Replaces>, later: Fields, earlier: Fields): boolean {
  return Object.keys(earlier).every(
    field =>
      earlier[field] === undefined ||
      (later[field] !== undefined &&
        (Object.hasOwn(by, field)
          ? by[field]!(later[field], earlier[field])
          : later[field] === earlier[field])),
  );
}

/** Whether each of the earlier records is replaced by the later one of its id: the first, as any other is skipped. */
function replacesEach(by: Record<string, Replaces>, later: unknown, earlier: unknown): boolean {
  if (!Array.isArray(later) || !Array.isArray(earlier)) return false;
  return earlier.every((record: unknown) => {
    if (!isFields(record) || typeof record.id !== 'string') return false;
    const other: unknown = later.find(each => isFields(each) && each.id === record.id);
    return isFields(other) && replaces(by, other, record);
  });
}

/**
 * Whether a change of a station leaves nothing of an earlier one, so that it need not be taken: all that it gives is given again, and
 * where it shows that the station lives, that is shown again (R4). The later one's `asOf` is no sooner.
 */
export function supersedes(later: Fields, earlier: Fields): boolean {
  const isHeard = (later.lastMessageAt === undefined) === (earlier.lastMessageAt === undefined);
  if (!isHeard || !replaces(STATION, later, earlier)) return false;
  return earlier.lastMessageAt !== undefined || !isSignOfLife(earlier) || isSignOfLife(later);
}

function statesFault({ status, evses, connectors }: Fields): boolean {
  const parts = [evses, connectors].flatMap(list => (Array.isArray(list) ? (list as unknown[]) : []));
  return isFault(status) || parts.some(part => isFields(part) && statesFault(part));
}

/** Which trouble a change of a station states: of its connection (`null` leaves that to be derived), of faults, of both or none. */
export function troubleStatedBy(station: Fields): string {
  const { connection } = station;
  const isTrouble = connection === 'offline' || connection === null;
  return [isTrouble && String(connection), statesFault(station) && 'faulted'].filter(Boolean).join(' ');
}
