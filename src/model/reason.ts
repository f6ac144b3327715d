import type { Amount } from './amounts.js';

/**
 * What a sentence says, as plain data, which crosses to a worker and from a server: the key of a text of the catalogues, and what that is made with, in
 * its order. Data is text, a number is one that is counted or measured, and a part that is in a language itself is a reason.
 */
export interface Reason {
  key: string;
  given?: readonly (string | number | Reason)[];
}

/** A sentence or a part of one: in English, and what it says, for readers of other languages. */
export interface Sentence {
  message: string;
  reason: Reason;
}

/** A part of a sentence: a text of the data, or one that is in a language. */
export type Part = string | Sentence;

/** A text of a catalogue, or what makes it. */
type Text = string | ((...given: never[]) => string);

/** What a text is made with: a number where it counts. */
type GivenTo<T extends Text> = T extends (...given: infer Given) => string
  ? { [Place in keyof Given]: Given[Place] extends Amount ? number : Part }
  : [];

function inEnglish(part: Part | number): string | Amount {
  if (typeof part === 'number') return { value: part, text: String(part) };
  return typeof part === 'string' ? part : part.message;
}

/** Returns what makes sentences of a table's English texts. */
export function sayFrom<Texts extends Readonly<Record<string, Text>>>(texts: Texts) {
  return <Key extends keyof Texts & string>(key: Key, ...given: GivenTo<Texts[Key]>): Sentence => {
    const text: Text = texts[key]!;
    if (typeof text === 'string') return { message: text, reason: { key } };
    const parts = given as readonly (Part | number)[];
    return {
      message: text(...(parts.map(inEnglish) as never[])),
      reason: { key, given: parts.map(part => (typeof part === 'object' ? part.reason : part)) },
    };
  };
}
