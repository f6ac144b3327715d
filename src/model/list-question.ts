import { isFields, isTexts, isUnset, shown } from './fields.js';
import type { Fields } from './fields.js';
import type { ListNarrowing } from './list-narrowing.js';
import type { StationFilter } from './records.js';
import { FACETS } from './scope.js';

/** What a host asks a list for; of what cannot be read, the first and why. */
interface ListQuestion {
  filter: StationFilter;
  narrowing: ListNarrowing;
  problem?: Error;
}

/** The fields that say anything: frameworks set to undefined, or null, what is not to be set. */
function fieldsOf(name: string, value: unknown): Fields {
  if (isUnset(value)) return {};
  if (!isFields(value)) throw new RangeError(`${name} is ${shown(value)}; expected an object.`);
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field != null));
}

function expectSeconds(name: string, value: unknown): void {
  if (value !== undefined && !(Number.isFinite(value) && (value as number) >= 0))
    throw new RangeError(`${name} is ${shown(value)}; expected seconds, 0 or more.`);
}

function readFilter(value: unknown): StationFilter {
  const { troubleFor, ...lists } = fieldsOf('filter', value);
  expectSeconds('filter.troubleFor', troubleFor);
  for (const [field, list] of Object.entries(lists)) {
    if (!isTexts(list)) throw new RangeError(`filter.${field} is ${shown(list)}; expected a list of texts.`);
  }
  return { ...lists, ...(troubleFor !== undefined && { troubleFor: troubleFor as number }) };
}

function readNarrowing(value: unknown): ListNarrowing {
  const narrowing = fieldsOf('narrowing', value);
  expectSeconds('narrowing.troubleFor', narrowing.troubleFor);
  for (const facet of FACETS) {
    const chosen = narrowing[facet];
    if (chosen !== undefined && typeof chosen !== 'string')
      throw new RangeError(`narrowing.${facet} is ${shown(chosen)}; expected text.`);
  }
  return narrowing;
}

/** Reads what a host sets as a list's filter and its narrowing. Which statuses there are, its provider knows. */
export function readListQuestion(filter: unknown, narrowing: unknown): ListQuestion {
  try {
    return { filter: readFilter(filter), narrowing: readNarrowing(narrowing) };
  } catch (problem) {
    return { filter: {}, narrowing: {}, problem: problem as RangeError };
  }
}
