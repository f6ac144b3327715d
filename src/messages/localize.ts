import { LocalizeController } from '@shoelace-style/localize';
import type { ReactiveControllerHost } from 'lit';

import { HOUR } from '../model/time.js';
import type { Amount } from './amounts.js';
import { KEY_PREFIX } from './catalogues.js';
import type { Messages } from './messages.js';
import { Formats } from './formats.js';

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

/** Texts, numbers and times in one language. */
export class Localize extends Formats {
  private readonly controller: LocalizeController;
  private readonly messages = new Map<MessageKey, Messages[MessageKey]>();

  /** @param texts the tag by which the catalogue is found, where that is another than the numbers' */
  constructor(lang: string, texts = lang) {
    super(lang);
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

  /** A text as it begins a sentence. */
  capitalized(text: string): string {
    const [first = ''] = text;
    return first.toLocaleUpperCase(this.lang) + text.slice(first.length);
  }

  private messageOf<Key extends MessageKey>(key: Key): Messages[Key] {
    let message = this.messages.get(key);
    if (message === undefined) {
      message = this.lookUp(KEY_PREFIX + key) as Messages[Key];
      this.messages.set(key, message);
    }
    return message as Messages[Key];
  }

  /** What a host's own language does not have is in English. */
  private lookUp(key: string): unknown {
    const { controller } = this;
    return (controller.exists(key, {}) ? controller : ENGLISH).term(key);
  }
}
