import { epochOf } from '../instant.js';
import type { Part } from '../reason.js';
import type { RecordKind } from '../records.js';
import { say } from './ocpi-reasons.js';

/**
 * Notes what could not be read: where it stood, what it was, what was expected, and which record is left out for it. Returns undefined, to
 * use as the value.
 */
export type Report = (path: string, value: unknown, expected: Part, skipped?: RecordKind) => undefined;

/** Text that says something; a number stands for its digits, as feeds send ids. Anything else, and blank text, is undefined. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** What an OCPI DateTime looks like (OCPI 2.2.1 §16.5), for reports. */
export const DATE_TIME = say('ocpiDateTime');

/** An OCPI DateTime in epoch milliseconds; undefined where it cannot be read. */
export function momentOf(value: unknown): number | undefined {
  const moment = typeof value === 'string' ? epochOf(value) : NaN;
  return Number.isNaN(moment) ? undefined : moment;
}

const DECIMAL = /^\s*[+-]?\d+(?:\.\d*)?\s*$/;

/** Degrees, which OCPI publishes as text (OCPI 2.2.1 §8.4.13); undefined where they cannot be read. */
export function degreesOf(value: unknown): number | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  return typeof value === 'string' && DECIMAL.test(value) ? Number(value) : undefined;
}
