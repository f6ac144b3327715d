import { update } from '@shoelace-style/localize';

import { isFields } from '../model/fields.js';
import { downloadTexts } from './catalogues.js';
import type { Formats } from './formats.js';
import { isolated } from './isolated.js';
import type { ReasonTexts } from './reason-texts.js';

/** Why data is missing, in the languages that come with the library. English comes with what says it. */
const DOWNLOADS: Readonly<Record<string, () => Promise<ReasonTexts>>> = {
  ar: async () => (await import('./ar-reasons.js')).arReasons,
  de: async () => (await import('./de-reasons.js')).deReasons,
  es: async () => (await import('./es-reasons.js')).esReasons,
  fr: async () => (await import('./fr-reasons.js')).frReasons,
  he: async () => (await import('./he-reasons.js')).heReasons,
  it: async () => (await import('./it-reasons.js')).itReasons,
  nb: async () => (await import('./nb-reasons.js')).nbReasons,
  nl: async () => (await import('./nl-reasons.js')).nlReasons,
  pl: async () => (await import('./pl-reasons.js')).plReasons,
};

// What a host has given of them can be said from now on.
update();

/** Downloads the texts of reasons in a language of the library's, unless they are there. */
export function downloadReasons(language: string): Promise<void> {
  return downloadTexts(language, DOWNLOADS[language]);
}

/**
 * The text of a reason, which may come from a server; undefined where there is none of that key, or it is made with something else.
 * @param textOf looks a text up, as a string or a function
 */
export function sayReason(
  reason: unknown,
  formats: Formats,
  textOf: (key: string) => unknown,
): string | undefined {
  const { key, given = [] } = isFields(reason) ? reason : {};
  const text = textOf(String(key));
  if (typeof text !== 'function') return text as string | undefined;
  if (!Array.isArray(given) || given.length !== text.length) return undefined;
  const parts = given.map(part => {
    if (typeof part === 'number') return formats.amount(part);
    return typeof part === 'string' ? isolated(part) : sayReason(part, formats, textOf);
  });
  return parts.includes(undefined) ? undefined : (text as (...parts: unknown[]) => string)(...parts);
}
