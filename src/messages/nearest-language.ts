import { hasMessages, offersMessages, registrationCount } from './catalogues.js';
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
  /** Whether its texts are in the language that it names, not in one that its readers read as well. */
  isExact: boolean;
}

/** Elements that say which language they are in, where that is not the page's. What the page asks for is said by those around them. */
const marked = new WeakSet<Element>();

/** Made once each: what formats numbers is expensive to make. */
const made = new Map<string, { localize: Localize; registrations: number }>();

/** An element and all that it is in, out of shadow roots too. */
export function* ancestorsOf(element: Element): Generator<Element> {
  for (let at: Element | null = element; at;) {
    yield at;
    at = at.parentElement ?? (at.parentNode as ShadowRoot | null)?.host ?? null;
  }
}

/** Whether an element's `lang` is that of `markLanguage`. */
export function isMarked(element: Element): boolean {
  return marked.has(element);
}

/** Has assistive technology take what is in a root for texts of a language (WCAG 3.1.2); undefined leaves it to the page. */
export function markLanguage(root: ParentNode, lang: string | undefined): void {
  for (const child of root.children) {
    // What the page puts into a slot is the page's.
    if (child.localName === 'slot') continue;
    if (lang !== undefined) {
      marked.add(child);
      if (child.getAttribute('lang') !== lang) child.setAttribute('lang', lang);
    } else if (marked.has(child)) {
      child.removeAttribute('lang');
    }
  }
}

function ownLang(element: Element): string | null {
  return marked.has(element) ? null : element.getAttribute('lang');
}

/** The nearest `lang` of an element: its own, or that of what it is in, out of shadow roots too; empty where none says any. */
export function nearestLang(element: Element): string {
  for (const at of ancestorsOf(element)) {
    const lang = ownLang(at);
    if (lang !== null) return lang;
  }
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
      isExact: !(language in WRITTEN_AS),
    };
  } catch {
    return undefined;
  }
}

/** The language of what comes from the data, as `Intl` takes it: the page's, be it one that texts are in or not. Undefined where the page states none. */
export function dataLanguageOf(element: Element): string | undefined {
  return languageIn(nearestLang(element))?.formats;
}

/** What is not the language that was asked for. */
const ENGLISH: Language = { language: 'en', formats: 'en', isExact: false };

/** Texts and numbers in a language; all of them in English where its texts are not there. */
export function localizeFor(lang: string): Localize {
  const registrations = registrationCount();
  const known = made.get(lang);
  if (known?.registrations === registrations) return known.localize;
  const asked = languageIn(lang);
  const isThere = asked && hasMessages(asked.language, asked.region);
  const { language, region, formats, isExact } = isThere ? asked : ENGLISH;
  const tag = region ? `${language}-${region}` : language;
  const localize = new Localize(formats, tag, isExact ? undefined : { texts: language, data: lang });
  made.set(lang, { localize, registrations });
  return localize;
}

/** Texts and numbers in the language that is nearest to an element (R31). */
export function localizeOf(element: Element): Localize {
  return localizeFor(nearestLang(element));
}

/** Whether a `lang` names a language that texts are in, or will be once they are there. */
function isOffered(lang: string): boolean {
  const asked = languageIn(lang);
  return asked !== undefined && offersMessages(asked.language, asked.region);
}

/**
 * The direction of an element's texts: that of the page around it; that of English where they are in it because the page's language is none
 * of theirs. Undefined where nothing says any.
 */
export function directionOf(element: Element): 'ltr' | 'rtl' | undefined {
  const lang = nearestLang(element);
  return lang === '' || isOffered(lang) ? pageDirectionOf(element) : localizeFor(lang).dir;
}

/** The direction of the page around an element: by its nearest `dir`, or by its nearest `lang` where that is nearer; undefined where none says any. */
export function pageDirectionOf(element: Element): 'ltr' | 'rtl' | undefined {
  for (const at of ancestorsOf(element)) {
    const dir = at.getAttribute('dir')?.toLowerCase();
    if (dir === 'ltr' || dir === 'rtl') return dir;
    if (dir === 'auto') return getComputedStyle(at).direction as 'ltr' | 'rtl';
    const lang = ownLang(at);
    if (lang !== null) return localizeFor(lang).dir;
  }
  return undefined;
}
