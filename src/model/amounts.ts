/** A number in a message: for its plural form, and as its language writes it. */
export interface Amount {
  value: number;
  text: string;
}

/** A length of time in a message; `text` is the number alone. */
export interface Duration extends Amount {
  unit: 'second' | 'minute' | 'hour' | 'day';
  /** With its unit, in the form that stands by itself: `15 minutes`. */
  words: string;
}

/** What chooses the plural form of a language's words; `Form` are the language's own (CLDR), which the tests hold against `Intl`. */
export function pluralsOf<Form extends Intl.LDMLPluralRule>(
  lang: string,
): (amount: Amount, forms: Readonly<Record<Form, string>>) => string {
  const rules = new Intl.PluralRules(lang);
  return ({ value }, forms) => forms[rules.select(value) as Form];
}
