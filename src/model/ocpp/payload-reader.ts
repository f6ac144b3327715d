import { isFields, shown } from '../fields.js';
import type { Fields } from '../fields.js';
import { UnreadableError } from '../unreadable-error.js';

/** Reads the fields of one message's payload; what is not as OCPP has it is a TypeError that names it. */
export class PayloadReader {
  /** @param message what is read, for errors: `StatusNotification (OCPP 1.6) of CP-1` */
  constructor(private readonly message: string) {}

  /** An object; `field` says where it stands. */
  fields(value: unknown, field: string): Fields {
    return isFields(value) ? value : this.fail(field, value, 'an object');
  }

  /** A list of anything. */
  list(value: unknown, field: string): readonly unknown[] {
    return Array.isArray(value) ? value : this.fail(field, value, 'a list');
  }

  /** Text that is not empty. */
  text(value: unknown, field: string): string {
    return typeof value === 'string' && value !== '' ? value : this.fail(field, value, 'text');
  }

  /** A whole number of at least `least`. */
  whole(value: unknown, field: string, least: number): number {
    if (Number.isInteger(value) && Number(value) >= least) return Number(value);
    return this.fail(field, value, `a whole number, ${least} or more`);
  }

  /** A whole number of seconds, in the digits in which OCPP keeps settings. */
  digits(value: unknown, field: string): number {
    if (typeof value === 'string' && /^\d+$/.test(value)) return Number(value);
    return this.fail(field, value, 'seconds in digits');
  }

  private fail(field: string, value: unknown, expected: string): never {
    throw new UnreadableError(`${this.message}: ${field} is ${shown(value)}; expected ${expected}.`);
  }
}
