import { DAY, HOUR, MINUTE, SECOND } from '../model/time.js';
import type { Amount, Duration } from '../model/amounts.js';

/** The least share that shows as itself. */
const LEAST_SHARE = 0.001;

/** From this on a number is given in thousands or millions where there is little room. */
const LEAST_COMPACT = 10_000;

/** Days a month and a year have on average; an age this old need not be exact. */
const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365.25 * DAY],
  ['month', 30.44 * DAY],
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
];

/** What is expensive to make, and often not needed: made once it is asked for. */
function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Numbers, shares and times as one language writes them. */
export class Formats {
  private readonly exact;
  private readonly compact;
  private readonly compactTo;
  private readonly percent;
  private readonly relative;
  private readonly dateTime;
  private readonly conjunction;
  private readonly regions;

  /** Where `Intl` knew none of them, it would write as the browser's own language does. */
  private readonly languages: readonly string[];

  /**
   * @param lang a language tag that `Intl` takes, as the page has it: `de-CH`, `ar-u-nu-latn`
   * @param texts the tag of the texts around them, and so of numbers where a browser does not know how `lang` writes those
   */
  constructor(
    readonly lang: string,
    texts: string,
  ) {
    const languages = [lang, texts, 'en'];
    this.languages = languages;
    this.exact = lazily(() => new Intl.NumberFormat(languages));
    this.compact = lazily(
      () => new Intl.NumberFormat(languages, { notation: 'compact', maximumFractionDigits: 1 }),
    );
    const compactTo = (digits: number) =>
      lazily(
        () => new Intl.NumberFormat(languages, { notation: 'compact', maximumSignificantDigits: digits }),
      );
    this.compactTo = { 2: compactTo(2), 3: compactTo(3) };
    this.percent = lazily(
      () => new Intl.NumberFormat(languages, { style: 'percent', maximumFractionDigits: 1 }),
    );
    // A short one reads "before min. (1)" in Hebrew.
    const style = /^he\b/i.test(lang) ? 'long' : 'short';
    this.relative = lazily(() => new Intl.RelativeTimeFormat(languages, { numeric: 'always', style }));
    this.dateTime = lazily(
      () => new Intl.DateTimeFormat(languages, { dateStyle: 'medium', timeStyle: 'medium' }),
    );
    this.conjunction = lazily(() => new Intl.ListFormat(languages, { type: 'conjunction' }));
    this.regions = lazily(() => new Intl.DisplayNames(languages, { type: 'region' }));
  }

  number(value: number): string {
    return this.exact().format(value);
  }

  /** A number that a message counts. */
  amount(value: number): Amount {
    return { value, text: this.number(value) };
  }

  /** A number in little room: `9,876`, `12.3K`. */
  briefly(value: number): string {
    return value < LEAST_COMPACT ? this.number(value) : this.compact().format(value);
  }

  /** A number in thousands or millions, with so many digits: `12.3K`. */
  compactly(value: number, digits: 2 | 3): string {
    return this.compactTo[digits]().format(value);
  }

  /** A share of what is visible (R21). One that is not nothing never reads 0 %, one that is not all never 100 %. */
  share(count: number, total: number): string {
    if (total === 0) return '–';
    const share = count / total;
    if (count > 0 && share < LEAST_SHARE) return `< ${this.percent().format(LEAST_SHARE)}`;
    if (count < total && share > 1 - LEAST_SHARE) return `> ${this.percent().format(1 - LEAST_SHARE)}`;
    return this.percent().format(share);
  }

  /** How long ago a moment was: `5 min. ago`, in steps of ten seconds at least; undefined where that is now, or yet to come (R7). */
  ago(at: number, now: number): string | undefined {
    const age = Math.max(0, now - at);
    const unit = UNITS.find(([, length]) => age >= length);
    if (unit) return this.relative().format(-Math.floor(age / unit[1]), unit[0]);
    if (age < 10 * SECOND) return undefined;
    return this.relative().format(-Math.floor(age / SECOND / 10) * 10, 'second');
  }

  /** How long it is until a moment: `in 15 sec.`, `in 2 min.`; in steps of 5 seconds at least, so that it can be read. */
  wait(at: number, now: number): string {
    const wait = Math.max(1, at - now);
    if (wait > MINUTE) return this.relative().format(Math.ceil(wait / MINUTE), 'minute');
    return this.relative().format(Math.ceil(wait / SECOND / 5) * 5, 'second');
  }

  /** So many of a unit of time: `15 minutes`. */
  duration(value: number, unit: Duration['unit']): Duration {
    const words = new Intl.NumberFormat(this.languages, { style: 'unit', unit, unitDisplay: 'long' });
    return { ...this.amount(value), unit, words: words.format(value) };
  }

  /** A moment in the reader's own time zone. */
  moment(at: number): string {
    return this.dateTime().format(at);
  }

  /** Things that all are: `2 locations, 1 station, and 3 EVSEs`. */
  list(texts: readonly string[]): string {
    return this.conjunction().format(texts);
  }

  /** What a country or region is called, by its code of ISO 3166-1 alpha-2. */
  region(code: string): string {
    return this.regions().of(code.toUpperCase())!;
  }
}
