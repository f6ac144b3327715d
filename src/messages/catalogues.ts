import { registerTranslation, update } from '@shoelace-style/localize';
import type { Translation } from '@shoelace-style/localize';

import { warnOnce } from '../provider/warn-once.js';
import { enViews } from './en-views.js';
import type { Messages } from './messages.js';
import type { ReasonTexts } from './reason-texts.js';

type Texts = Partial<Messages & ReasonTexts>;

/** A catalogue, or some of its texts, or of those of reasons: what it leaves out stays as it was. */
export type OwnMessages = Texts & Pick<Messages, '$code'>;

/** The languages that come with the library beside English; a page downloads those that it is in. */
const MESSAGES: Readonly<Record<string, () => Promise<Messages>>> = {
  ar: async () => (await import('./ar.js')).ar,
  de: async () => (await import('./de.js')).de,
  es: async () => (await import('./es.js')).es,
  fr: async () => (await import('./fr.js')).fr,
  he: async () => (await import('./he.js')).he,
  it: async () => (await import('./it.js')).it,
  nb: async () => (await import('./nb.js')).nb,
  nl: async () => (await import('./nl.js')).nl,
  pl: async () => (await import('./pl.js')).pl,
};

/** Other libraries of the page may have texts in the same registry. */
export const KEY_PREFIX = 'ev-widgets ';

/** The codes of the catalogues that are there, whole or for a region. */
const registered = new Set<string>();
/** What hosts gave, by code: it wins over a catalogue that is downloaded later. */
const given = new Map<string, OwnMessages>();
/** The languages of the library's that could not be downloaded. */
const missing = new Set<string>();
/** The parts of English that are there. */
const english = new Set<Partial<Messages>>();
const downloading = new Map<() => Promise<Texts>, Promise<void>>();
let registrations = 0;

function register(code: string, messages: Texts): void {
  const entries = Object.entries({ ...messages, $code: code });
  // As what answers them: to look one up takes long, so that who does keeps it.
  const prefixed = entries.map(([key, text]) =>
    key.startsWith('$') ? [key, text] : [KEY_PREFIX + key, () => text],
  );
  registered.add(code);
  registrations += 1;
  // Has every element that is in the page drawn anew.
  registerTranslation(Object.fromEntries(prefixed) as Translation);
}

/** Grows with each registration: texts may read otherwise then. */
export function registrationCount(): number {
  return registrations;
}

/** Has English say more than what every page has: once, for the elements that say it. */
export function provideEnglish(texts: Partial<Messages>): void {
  if (english.has(texts)) return;
  english.add(texts);
  register('en', { ...texts, ...given.get('en') });
}

/** Whether the texts of a language, or of a region that has them all, are there. */
export function hasMessages(language: string, region?: string): boolean {
  if (registered.has(language)) return true;
  return region !== undefined && !(language in MESSAGES) && registered.has(`${language}-${region}`);
}

/** Whether the texts of a language, or of a region that has them all, are there or can be downloaded. */
export function offersMessages(language: string, region?: string): boolean {
  return (language in MESSAGES && !missing.has(language)) || hasMessages(language, region);
}

/**
 * Replaces texts of a language, or adds a language (docs/languages.md). Texts of a region (`de-CH`) are on top of its language's; a language
 * that is new is in English where it has no text. All elements that are in it show them at once.
 */
export function registerMessages(messages: OwnMessages): void {
  const code = messages.$code.toLowerCase();
  const [language] = code.split('-');
  const all = { ...given.get(code), ...messages };
  given.set(code, all);
  if (registered.has(code) || code !== language || !(code in MESSAGES)) register(code, all);
}

/** Downloads texts of a language once. */
export function downloadTexts(language: string, texts: (() => Promise<Texts>) | undefined): Promise<void> {
  if (!texts) return Promise.resolve();
  let done = downloading.get(texts);
  if (!done) {
    done = texts()
      .then(messages => register(language, { ...messages, ...given.get(language) }))
      .catch((error: unknown) => {
        // What is in English can be read; the next that is to be in the language tries again.
        downloading.delete(texts);
        warnOnce(`texts in "${language}" could not be loaded: ${String(error)}`);
      });
    downloading.set(texts, done);
  }
  return done;
}

/** Downloads the texts of a language of the library's; nothing where they are there, or the language is not one of them. */
export async function downloadMessages(language: string): Promise<void> {
  const texts = registered.has(language) ? undefined : MESSAGES[language];
  await downloadTexts(language, texts);
  if (!texts || registered.has(language) || missing.has(language)) return;
  missing.add(language);
  // What ran as the language does while its texts were on their way runs as English from now on.
  update();
}

provideEnglish(enViews);
