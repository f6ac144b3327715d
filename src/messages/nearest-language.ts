import { hasMessages, registrationCount } from './catalogues.js';
import { Localize } from './localize.js';

/** Norwegian that does not say which, and what its readers read as well. */
const WRITTEN_AS: Readonly<Record<string, string>> = { no: 'nb', nn: 'nb' };

/** What a `lang` asks for. */
interface Language {
  /** The language whose texts are shown: `de`. */
  language: string;
  region?: string;
  /** How numbers and times are written: `de-CH`. */
  formats: string;
}

/** Made once each: what formats numbers is expensive to make. */
const made = new Map<string, { localize: Localize; registrations: number }>();

/** An element and all that it is in, out of shadow roots too. */
export function* ancestorsOf(element: Element): Generator<Element> {
  for (let at: Element | null = element; at;) {
    yield at;
    at = at.parentElement ?? (at.parentNode as ShadowRoot | null)?.host ?? null;
  }
}

/** The nearest `lang` of an element: its own, or that of what it is in, out of shadow roots too; empty where none says any. */
export function nearestLang(element: Element): string {
  for (const at of ancestorsOf(element)) if (at.hasAttribute('lang')) return at.getAttribute('lang')!;
  return '';
}

/** What a `lang` asks for; undefined where it is no language tag. */
export function languageIn(lang: string): Language | undefined {
  try {
    const locale = new Intl.Locale(lang.replaceAll('_', '-'));
    const { language, region } = locale;
    return {
      language: WRITTEN_AS[language] ?? language,
      region: region?.toLowerCase(),
      formats: locale.toString(),
    };
  } catch {
    return undefined;
  }
}

/** Texts and numbers in a language; all of them in English where its texts are not there. */
export function localizeFor(lang: string): Localize {
  const registrations = registrationCount();
  const known = made.get(lang);
  if (known?.registrations === registrations) return known.localize;
  const asked = languageIn(lang);
  const isThere = asked && hasMessages(asked.language, asked.region);
  const { language, region, formats } = isThere
    ? asked
    : { language: 'en', region: undefined, formats: 'en' };
  const localize = new Localize(formats, region ? `${language}-${region}` : language);
  made.set(lang, { localize, registrations });
  return localize;
}

/** Texts and numbers in the language that is nearest to an element (R31). */
export function localizeOf(element: Element): Localize {
  return localizeFor(nearestLang(element));
}

/** The direction of an element's texts: by its nearest `dir`, or by its nearest `lang` where that is nearer; undefined where none says any. */
export function directionOf(element: Element): 'ltr' | 'rtl' | undefined {
  for (const at of ancestorsOf(element)) {
    const dir = at.getAttribute('dir')?.toLowerCase();
    if (dir === 'ltr' || dir === 'rtl') return dir;
    if (dir === 'auto') return getComputedStyle(at).direction as 'ltr' | 'rtl';
    if (at.hasAttribute('lang')) return localizeFor(at.getAttribute('lang')!).dir;
  }
  return undefined;
}
