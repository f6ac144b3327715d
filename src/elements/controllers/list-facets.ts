import type { Facet, FacetValue } from '../../model/questions.js';
import type { DataProvider } from '../../provider/data-provider.js';
import { DataController } from './data-controller.js';
import type { DataHost } from './data-controller.js';

type Facets = Record<Facet, readonly FacetValue[]>;

async function facetsOf(provider: DataProvider, signal: AbortSignal): Promise<Partial<Facets>> {
  if (!provider.facets) return {};
  const [country, operator] = await Promise.all([
    provider.facets('country', { signal }),
    provider.facets('operator', { signal }),
  ]);
  return { country, operator };
}

/** The countries and operators that a reader can choose from (R32); they follow the provider and its data. */
export class ListFacets {
  private readonly data: DataController<Partial<Facets>>;

  constructor(host: DataHost) {
    this.data = new DataController(host, facetsOf);
  }

  /** Those known; none where the provider does not tell. */
  get known(): Partial<Facets> {
    return this.data.answer ?? {};
  }
}
