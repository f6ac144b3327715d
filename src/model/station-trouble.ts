import type { StationDetail } from './questions.js';
import { readStatusWord } from './status-words.js';
import { SILENT_AFTER } from './trouble.js';

/** R26: whether a station is in trouble: offline; faulted itself, or an EVSE or connector of it; or silent for a day. */
export function isInTrouble(station: StationDetail, now: number): boolean {
  const { connection, status, evses, lastMessageAt, troubleSince } = station;
  return (
    troubleSince !== undefined ||
    connection === 'offline' ||
    status === 'faulted' ||
    (lastMessageAt !== undefined && now - lastMessageAt >= SILENT_AFTER) ||
    evses.some(
      evse =>
        evse.status === 'faulted' ||
        evse.connectors?.some(({ reported }) => readStatusWord(reported).status === 'faulted'),
    )
  );
}
