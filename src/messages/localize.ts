import { LocalizeController } from '@shoelace-style/localize';
import type { ReactiveControllerHost } from 'lit';

import { HOUR } from '../model/time.js';
import type { Amount } from '../model/amounts.js';
import type { Reason } from '../model/reason.js';
import { warnOnce } from '../provider/warn-once.js';
import { KEY_PREFIX } from './catalogues.js';
import { isolated } from './isolated.js';
import type { Messages } from './messages.js';
import type { downloadReasons, sayReason } from './say-reason.js';
import { Formats } from './formats.js';

/** What says reasons: only a page that has one to say downloads it. */
let saying: { sayReason: typeof sayReason; downloadReasons: typeof downloadReasons } | undefined;

/** Looks texts up in a language. */
function controllerOf(lang: string): LocalizeController {
  const host = { lang, addController: () => undefined };
  return new LocalizeController(host as unknown as ReactiveControllerHost & HTMLElement);
}

const ENGLISH = controllerOf('en');

/** What the texts of a catalogue are found by. */
export type MessageKey = Exclude<keyof Messages, `$${string}`>;

/** What a text is made with. */
type ArgumentsOf<Key extends MessageKey> = Messages[Key] extends (...given: infer Given) => string
  ? Given
  : [];

/** The keys of the texts that are whole by themselves. */
export type TextKey = { [Key in MessageKey]: Messages[Key] extends string ? Key : never }[MessageKey];

/** The keys of the texts that count one thing. */
export type CountKey = {
  [Key in MessageKey]: Messages[Key] extends (amount: Amount) => string ? Key : never;
}[MessageKey];

/** A sentence that may be said in the reader's language: a problem or an error. */
interface Explained {
  message: string;
  reason?: Reason;
}

/** What a sentence reads as, in which direction, and in which language where that is not the texts' around it. */
interface Explanation {
  text: string;
  dir: 'ltr' | 'rtl' | 'auto';
  lang?: string;
}

/** Texts, numbers and times in one language. */
export class Localize extends Formats {
  private readonly controller: LocalizeController;
  private readonly messages = new Map<MessageKey, Messages[MessageKey]>();

  /**
   * @param texts the tag by which the catalogue is found, where that is another than the numbers'
   * @param marks the languages of texts and of what comes from the data, as `lang` says them, where the page's is not the texts'
   */
  constructor(
    lang: string,
    private readonly texts = lang,
    readonly marks: Readonly<Partial<Record<'texts' | 'data', string>>> = {},
  ) {
    super(lang, texts);
    this.controller = controllerOf(texts);
  }

  term<Key extends MessageKey>(key: Key, ...given: ArgumentsOf<Key>): string {
    const message = this.messageOf(key);
    return typeof message === 'string' ? message : (message as (...given: unknown[]) => string)(...given);
  }

  /** A text that counts so many: `1 station`, `1,234 stations`. */
  counted(key: CountKey, value: number): string {
    return (this.messageOf(key) as (amount: Amount) => string)(this.amount(value));
  }

  get dir(): 'ltr' | 'rtl' {
    return this.lookUp('$dir') as 'ltr' | 'rtl';
  }

  /** How long ago a moment was: `just now`, `5 min. ago`. A time in the future counts as now (R7). */
  age(at: number, now: number): string {
    return this.ago(at, now) ?? this.term('justNow');
  }

  /**
   * How old data is by the network's clock (R14); with the moment itself where that clock is far from the page's: a file of
   * last month is not news, however lately it was fetched.
   */
  dataAge(asOf: number, now: number, pageNow: number): string {
    const age = this.age(asOf, now);
    return Math.abs(pageNow - now) > HOUR ? this.term('dataAge', age, this.moment(asOf)) : age;
  }

  /** What a sentence says, in this language; as it came where that is not known, or its text is not there yet. */
  explain({ message, reason }: Explained): Explanation {
    const text = reason ? saying?.sayReason(reason, this, key => this.ownText(key)) : undefined;
    if (text !== undefined) return { text, dir: this.dir };
    if (reason) void this.downloadReasons(reason);
    const english = this.language === 'en' ? undefined : 'en';
    return { text: message, dir: 'auto', lang: reason ? english : this.marks.data };
  }

  /** The same for what is said only once: as soon as its text is there. */
  async explained(said: Explained): Promise<string> {
    if (said.reason) await this.downloadReasons(said.reason);
    return this.explain(said).text;
  }

  /** A text as it begins a sentence. */
  capitalized(text: string): string {
    const [first = ''] = text;
    return first.toLocaleUpperCase(this.lang) + text.slice(first.length);
  }

  private get language(): string {
    return this.texts.split('-')[0]!;
  }

  /** The English of a reason is its message, unless the host has replaced it. */
  private async downloadReasons({ key }: Reason): Promise<void> {
    const { language } = this;
    if (language === 'en' && this.ownText(key) === undefined) return;
    try {
      saying ??= await import('./say-reason.js');
      await saying.downloadReasons(language);
    } catch (error) {
      warnOnce(`reasons cannot be said in "${language}": ${String(error)}`);
    }
  }

  /** A text that need not be there. */
  private ownText(key: string): unknown {
    const name = KEY_PREFIX + key;
    const isThere = [this.controller, ENGLISH].some(controller => controller.exists(name, {}));
    return isThere ? this.lookUp(name) : undefined;
  }

  private messageOf<Key extends MessageKey>(key: Key): Messages[Key] {
    let message = this.messages.get(key);
    if (message === undefined) {
      message = this.readable(KEY_PREFIX + key) as Messages[Key];
      this.messages.set(key, message);
    }
    return message as Messages[Key];
  }

  /** English among texts from right to left stands by itself: a full stop would be before it. */
  private readable(key: string): unknown {
    const message = this.lookUp(key);
    if (this.dir === 'ltr' || this.controller.exists(key, {})) return message;
    if (typeof message === 'string') return isolated(message);
    return (...given: unknown[]) => isolated((message as (...given: unknown[]) => string)(...given));
  }

  /** What a host's own language does not have is in English. */
  private lookUp(key: string): unknown {
    const { controller } = this;
    return (controller.exists(key, {}) ? controller : ENGLISH).term(key);
  }
}
