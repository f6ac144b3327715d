import { isUnset, shown } from '../model/fields.js';
import { warnOnce } from '../provider/warn-once.js';

/** Tells once where an attribute is a word that means nothing there. One that is not set is none. */
export function warnUnknownWord(
  { localName }: Element,
  attribute: string,
  value: unknown,
  known: readonly unknown[],
): void {
  if (!isUnset(value) && !known.includes(value))
    warnOnce(`<${localName}> ${attribute} is ${shown(value)}; expected one of ${known.join(', ')}.`);
}
