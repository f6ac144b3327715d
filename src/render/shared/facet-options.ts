import type { Localize, TextKey } from '../../messages/localize.js';
import type { Facet, FacetValue } from '../../model/questions.js';

/** How readers are told of a facet. */
export const FACET_TERMS: Readonly<
  Record<Facet, Readonly<Record<'title' | 'all' | 'none' | 'find', TextKey>>>
> = {
  country: { title: 'country', all: 'allCountries', none: 'noCountriesMatch', find: 'findCountry' },
  operator: { title: 'operator', all: 'allOperators', none: 'noOperatorsMatch', find: 'findOperator' },
};

/** A country or an operator that a reader can choose. */
export interface FacetOption extends FacetValue {
  /** For people. */
  name: string;
}

/** A value for people: a country's code by its name in their language, where it is one of ISO 3166-1 alpha-2; else as it is written. */
export function facetName(localize: Localize, facet: Facet, value: string): string {
  return facet === 'country' && /^[a-z]{2}$/i.test(value) ? localize.region(value) : value;
}

/**
 * What a reader can choose, in the order of the values; first what was chosen when the list was opened, also where no station has it now.
 * @param first what was chosen then
 */
export function facetOptions(
  localize: Localize,
  facet: Facet,
  values: readonly FacetValue[],
  first: readonly string[],
): FacetOption[] {
  const wanted = new Set(first);
  const known = new Set(values.map(({ value }) => value));
  const missing = first.filter(value => !known.has(value)).map(value => ({ value, stations: 0 }));
  const [top, rest] = [
    values.filter(({ value }) => wanted.has(value)),
    values.filter(({ value }) => !wanted.has(value)),
  ];
  return [...top, ...missing, ...rest].map(each => ({
    ...each,
    name: facetName(localize, facet, each.value),
  }));
}

/** Without case and accents. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
}

/** Those of which the name, or the value as it is written, holds a text; in any case, and without accents. */
export function matchingOptions(options: readonly FacetOption[], text: string): FacetOption[] {
  const wanted = plain(text.trim());
  return options.filter(({ name, value }) => plain(name).includes(wanted) || plain(value).includes(wanted));
}

/** What is chosen, in a few words. */
export function chosenWords(localize: Localize, facet: Facet, chosen: readonly string[]): string {
  const [first, ...others] = chosen;
  if (first === undefined) return localize.term('allChosen');
  const name = facetName(localize, facet, first);
  return others.length > 0 ? `${name} +${localize.number(others.length)}` : name;
}
