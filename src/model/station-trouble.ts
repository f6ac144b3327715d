import type { StationDetail } from './questions.js';
import type { LastMessageMeaning } from './records.js';
import { readStatusWord } from './status-words.js';
import { silenceTrouble } from './trouble-since.js';

/** Whether a station reports a fault of itself, or of an EVSE or connector. */
export function isFaulted({ status, evses, faultedSince }: StationDetail): boolean {
  return (
    faultedSince !== undefined ||
    status === 'faulted' ||
    evses.some(
      evse =>
        evse.status === 'faulted' ||
        evse.connectors?.some(({ reported }) => readStatusWord(reported).status === 'faulted'),
    )
  );
}

/** R26: whether a station is in trouble: offline; faulted while it is online; or silent for a day. */
export function isInTrouble(
  station: StationDetail,
  now: number,
  lastMessageIs?: LastMessageMeaning,
): boolean {
  const { connection, lastMessageAt, troubleSince } = station;
  return (
    troubleSince !== undefined ||
    connection === 'offline' ||
    (connection === 'online' && isFaulted(station)) ||
    silenceTrouble(lastMessageAt, now, lastMessageIs) !== undefined
  );
}
