import { epochOf } from './time.js';

/** Takes note of what could not be read: where it stood, what it was and what was expected. Stands for the value: undefined. */
export type Report = (path: string, value: unknown, expected: string) => undefined;

/** A JSON object whose fields are not known yet. */
export type Fields = Readonly<Record<string, unknown>>;

const SHOWN_LENGTH = 40;

/** Whether a value is a JSON object, and not an array or null. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value in a message, shortened: text is cut, of objects and arrays only the kind is told. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (isFields(value)) return 'an object';
  if (typeof value !== 'string') return String(value);
  return JSON.stringify(value.length > SHOWN_LENGTH ? `${value.slice(0, SHOWN_LENGTH)}…` : value);
}

/** Text that says something; a number stands for its digits, as feeds send ids. Anything else, and blank text, is undefined. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** What an OCPI DateTime looks like (OCPI 2.2.1 §16.5), for reports. */
export const DATE_TIME = 'a DateTime such as 2026-06-07T16:25:39Z';

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
