import { createContext } from '@lit/context';

import { isFields, shown } from '../model/fields.js';
import type { Scope } from '../model/records.js';
import { Filters } from './filters.js';
import { Highlight } from './highlight.js';
import type { DataProvider } from './data-provider.js';

/** What the views of a section share beside the data. */
export interface SharedChoices {
  filters: Filters;
  highlight: Highlight;
}

/** What `ev-data-provider` gives its descendants: who answers, what their legends hide, and which status is looked at. */
export interface ProvidedData extends SharedChoices {
  provider: DataProvider;
  /** What the answers are narrowed to. */
  scope?: Scope;
}

/**
 * What views take their data from; an error says why their provider could not be set up. The same for every copy of the library on a page, of whatever version. What it
 * holds may grow; a version for which it has to be another takes another key, and its views say of an older provider that they have none.
 */
export const providedData = createContext<ProvidedData | Error | undefined>(
  Symbol.for('ev-widgets.provider'),
);

/** Choices with nothing hidden, and no status that stands out. */
export function newChoices(): SharedChoices {
  return { filters: new Filters(), highlight: new Highlight() };
}

/** Whether what a host gives can be asked. */
export function isProvider(given: unknown): given is DataProvider {
  return isFields(given) && typeof given.subscribe === 'function' && typeof given.counts === 'function';
}

/** Says what was given in place of a provider. */
export function noProviderMessage(given: unknown): string {
  return `provider is ${shown(given)}; expected a DataProvider, as localProvider(source) makes one.`;
}

const byProvider = new WeakMap<DataProvider, ProvidedData>();

/** What elements share that were given the same provider as their property. */
export function dataOf(provider: DataProvider): ProvidedData {
  let data = byProvider.get(provider);
  if (!data) byProvider.set(provider, (data = { provider, ...newChoices() }));
  return data;
}
