import type { EvseStatus } from './records.js';
import type { StatusWord } from './status-words.js';

/** The word that decides of two connectors of one EVSE. */
export function higherOf(one: StatusWord, other: StatusWord): StatusWord {
  return other.rank > one.rank ? other : one;
}

/**
 * R5: an EVSE's status: `faulted` where its station reports a fault of itself as a whole; else by the word that it states
 * itself; else by its highest connector's.
 * @param own undefined where it states none
 * @param highest the highest of its connectors' words; `NO_WORD` where there is none
 */
export function evseStatusOf(
  isStationFaulted: boolean,
  own: StatusWord | undefined,
  highest: StatusWord,
): EvseStatus {
  return isStationFaulted ? 'faulted' : (own ?? highest).status;
}
