import type { Amount } from './amounts.js';
import { sayFrom } from './reason.js';
import type { Part } from './reason.js';

/** A JSON object whose fields are not known yet. */
export type Fields = Readonly<Record<string, unknown>>;

const SHOWN_LENGTH = 40;

/** Whether a value is a JSON object, and not an array or null. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a host set nothing: null, or what a condition in its template leaves where that does not hold (`country && { country }`). */
export function isUnset(value: unknown): value is null | undefined | false | '' {
  return value == null || value === false || value === '';
}

/** Whether a value is a list of texts. */
export function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(text => typeof text === 'string');
}

/** Whether two pieces of plain data say the same: hosts make filters and places anew. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** English, of what stands in a message in place of a value. */
export const enValues = {
  nothing: 'nothing',
  anObject: 'an object',
  anArray: (n: Amount) => `an array of ${n.text}`,
};

const say = sayFrom(enValues);

/** A value in a sentence, shortened: text is cut, of objects and arrays only the kind is told. */
export function shownPart(value: unknown): Part {
  if (value === undefined) return say('nothing');
  if (Array.isArray(value)) return say('anArray', value.length);
  if (isFields(value)) return say('anObject');
  if (typeof value !== 'string') return String(value);
  return JSON.stringify(value.length > SHOWN_LENGTH ? `${value.slice(0, SHOWN_LENGTH)}…` : value);
}

/** The same in English alone, of values of code too. */
export function shown(value: unknown): string {
  if (typeof value === 'function') return 'a function';
  const part = shownPart(value);
  return typeof part === 'string' ? part : part.message;
}
