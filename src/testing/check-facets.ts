import { shown } from '../model/fields.js';
import type { FacetValue } from '../model/questions.js';
import type { Scope } from '../model/records.js';
import { FACETS } from '../model/scope.js';
import { differenceOf } from './difference.js';
import type { Complaints, Inquiry } from './inquiry.js';

function judgeFacets(answer: FacetValue[], expected: FacetValue[]): Complaints {
  if (!Array.isArray(answer)) return [`it is ${shown(answer)}; expected a list of { value, stations }`];
  const unordered = answer.findIndex(
    ({ stations }, index) => index > 0 && stations > answer[index - 1]!.stations,
  );
  // Which of those with as many stations stands first is the provider's own: texts sort differently from place to place.
  const byValue = (values: FacetValue[]) =>
    Object.fromEntries(values.map(({ value, stations }) => [value, stations]));
  const unexpected = answer.find(({ value }) => !expected.some(wanted => wanted.value === value));
  return [
    unexpected && `it holds ${shown(unexpected.value)}, which no production station has`,
    answer.length > expected.length && !unexpected ? 'it holds a value twice' : undefined,
    differenceOf(byValue(answer), byValue(expected), 'stations'),
    unordered < 0
      ? undefined
      : `[${unordered}] has more stations than the value before it; expected most stations first`,
  ];
}

/** R32: the countries and operators that a reader can choose from, where the provider tells them. */
export async function checkFacets(inquiry: Inquiry, scope?: Scope): Promise<void> {
  const { asked } = inquiry;
  if (!asked.facets) return;
  for (const facet of FACETS) {
    const options = scope ? { scope } : {};
    await inquiry.ask(
      `facets("${facet}", ${JSON.stringify(options)})`,
      () => asked.facets!(facet, options),
      (answer, oracle) => judgeFacets(answer, oracle.facets(facet, scope)),
    );
  }
}
