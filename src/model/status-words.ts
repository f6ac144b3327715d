import type { EvseStatus } from './records.js';

/** What a status word says about whether something works (R8). */
export type Operability = 'operative' | 'faulted' | 'unavailable' | 'unreported';

/** How a status word of OCPP or OCPI is read. */
export interface StatusWord {
  /** Of an EVSE that states it (R5). */
  readonly status: EvseStatus;
  /** An EVSE that states nothing itself is as its connector of the highest rank; 0 is that of no word at all. */
  readonly rank: number;
  readonly operability: Operability;
  /** Whether it stands in a table of OCPP 1.6 §7.7, OCPP 2.0.1/2.1 or OCPI 2.1.1/2.2.1. */
  readonly isKnown: boolean;
}

type Row = readonly [word: string, status: EvseStatus, operability: Operability];

/**
 * All words, highest rank first. An OCPI word that OCPP lacks stands beside the OCPP word of the same meaning: BLOCKED by
 * Reserved (it works, and nobody can use it now), INOPERATIVE by Unavailable, OUTOFORDER by Faulted.
 */
const WORDS: readonly Row[] = [
  ['Charging', 'charging', 'operative'],
  ['Occupied', 'charging', 'operative'],
  ['SuspendedEV', 'charging', 'operative'],
  ['SuspendedEVSE', 'charging', 'operative'],
  ['Finishing', 'charging', 'operative'],
  ['Preparing', 'available', 'operative'],
  ['Reserved', 'undefined', 'operative'],
  ['BLOCKED', 'undefined', 'operative'],
  ['Available', 'available', 'operative'],
  ['Unavailable', 'undefined', 'unavailable'],
  ['INOPERATIVE', 'undefined', 'unavailable'],
  ['Faulted', 'faulted', 'faulted'],
  ['OUTOFORDER', 'faulted', 'faulted'],
];

/** OCPI words that report nothing of an EVSE that is in production. */
const UNREPORTED = ['UNKNOWN', 'PLANNED', 'REMOVED'];

/** No word: nothing was reported yet. */
export const NO_WORD: StatusWord = { status: 'undefined', rank: 0, operability: 'unreported', isKnown: true };

const UNKNOWN_WORD: StatusWord = { ...NO_WORD, isKnown: false };

const READ_AS = new Map<string, StatusWord>([
  ...WORDS.map(([word, status, operability], index): [string, StatusWord] => [
    word.toLowerCase(),
    { status, operability, rank: WORDS.length - index, isKnown: true },
  ]),
  ...UNREPORTED.map((word): [string, StatusWord] => [word.toLowerCase(), NO_WORD]),
]);

/** R5, R8: reads a status word in any letter case; empty text is no word. */
export function readStatusWord(word: string | null | undefined): StatusWord {
  if (!word) return NO_WORD;
  return READ_AS.get(word.toLowerCase()) ?? UNKNOWN_WORD;
}
