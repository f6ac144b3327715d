import { createContext } from '@lit/context';

import type { Scope } from '../model/records.js';
import { Filters } from './filters.js';
import type { DataProvider } from './data-provider.js';

/** What `ev-data-provider` gives its descendants: who answers, and what their legends hide. */
export interface ProvidedData {
  provider: DataProvider;
  filters: Filters;
  /** What the answers are narrowed to. */
  scope?: Scope;
}

/** The same for every copy of the library on a page. */
export const providedData = createContext<ProvidedData | undefined>(Symbol.for('ev-widgets.provider'));

const byProvider = new WeakMap<DataProvider, ProvidedData>();

/** What elements share that were given the same provider as their property. */
export function dataOf(provider: DataProvider): ProvidedData {
  let data = byProvider.get(provider);
  if (!data) byProvider.set(provider, (data = { provider, filters: new Filters() }));
  return data;
}
