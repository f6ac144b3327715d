import type { Dictionary } from '../../model/dictionary.js';
import { wholeStationStatus } from '../../model/station-status.js';
import { NO_WORD, readStatusWord } from '../../model/status-words.js';
import type { Operability, StatusWord } from '../../model/status-words.js';
import type { StationStatus } from '../../model/records.js';

const OPERABILITIES: readonly Operability[] = ['operative', 'faulted', 'unavailable', 'unreported'];

/** What each set of reports, as bits, holds. */
const BY_BITS: readonly (readonly Operability[])[] = Array.from(
  { length: 1 << OPERABILITIES.length },
  (_, bits) => OPERABILITIES.filter((_, index) => bits & (1 << index)),
);

/** The reports that bits stand for. */
export function operabilities(bits: number): readonly Operability[] {
  return BY_BITS[bits]!;
}

/** What a word means: as a connector's or an EVSE's status, and as that of a station as a whole. */
interface Meaning extends StatusWord {
  /** A bit by its operability (R8). */
  readonly operabilityBit: number;
  /** R8. */
  readonly wholeStation: StationStatus | undefined;
}

function meaningOf(word: StatusWord, wholeStation: StationStatus | undefined): Meaning {
  return { ...word, operabilityBit: 1 << OPERABILITIES.indexOf(word.operability), wholeStation };
}

/** A word that is in no table. */
const UNKNOWN = meaningOf({ ...NO_WORD, isKnown: false }, undefined);

/** What the words of a dictionary mean as statuses, read once a word. */
export class Meanings {
  private readonly meanings: Meaning[] = [];

  constructor(private readonly dictionary: Dictionary) {}

  of(code: number): Meaning {
    while (code >= this.meanings.length) this.readNext();
    return this.meanings[code]!;
  }

  /** Whether a station's own status says something of it as a whole (R8), or there is none. */
  isKnownOfStation(code: number): boolean {
    return code === 0 || this.of(code).wholeStation !== undefined;
  }

  private readNext(): void {
    const text = this.dictionary.textOf(this.meanings.length);
    const word = readStatusWord(text);
    const wholeStation = wholeStationStatus(text);
    // A feed may have a million words that are in no table: they share one meaning.
    const isUnknown = !word.isKnown && wholeStation === undefined;
    this.meanings.push(isUnknown ? UNKNOWN : meaningOf(word, wholeStation));
  }
}
