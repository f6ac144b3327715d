import { readEvseStatus } from '../model/evse-status.js';
import { operabilityOf } from '../model/station-status.js';
import type { Operability } from '../model/station-status.js';
import { EVSE_STATUSES } from '../model/statuses.js';
import type { Dictionary } from './store/dictionary.js';

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

/** What the status words of a dictionary mean, read once a word. */
export class Meanings {
  private readonly evse: number[] = [];
  private readonly operability: number[] = [];

  constructor(private readonly dictionary: Dictionary) {}

  /** Index of the EVSE status that a word means (R5). */
  evseStatus(code: number): number {
    if (code >= this.evse.length) this.readOn();
    return this.evse[code]!;
  }

  /** Bit of the operability that a word reports (R8). */
  operabilityBit(code: number): number {
    if (code >= this.operability.length) this.readOn();
    return this.operability[code]!;
  }

  private readOn(): void {
    for (let code = this.evse.length; code < this.dictionary.size; code++) {
      const word = this.dictionary.textOf(code);
      this.evse.push(EVSE_STATUSES.indexOf(readEvseStatus(word)));
      this.operability.push(1 << OPERABILITIES.indexOf(operabilityOf(word)));
    }
  }
}
