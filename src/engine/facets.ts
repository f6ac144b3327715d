import type { Facet, FacetValue } from '../model/questions.js';
import type { Scope } from '../model/records.js';
import type { Network } from './network.js';

/** Answers that are kept at a time. */
const KEPT = 16;

/** The countries or operators of a network's production stations; counted once until stations come, go or move. */
export class Facets {
  private counted?: { network: Network; version: number };
  private readonly answers = new Map<string, readonly FacetValue[]>();

  /** Most stations first, then by value; what is blank is left out. */
  values(network: Network, facet: Facet, scope?: Scope): FacetValue[] {
    if (facet !== 'country' && facet !== 'operator')
      throw new RangeError(`facet is "${String(facet)}"; expected country or operator.`);
    const version = network.scopes.countedVersion;
    if (this.counted?.network !== network || this.counted.version !== version || this.answers.size > KEPT)
      this.answers.clear();
    this.counted = { network, version };
    const key = JSON.stringify([facet, scope?.country, scope?.operator]);
    let answer = this.answers.get(key);
    if (!answer) this.answers.set(key, (answer = count(network, facet, scope)));
    return answer.map(value => ({ ...value }));
  }
}

function count({ scopes, store }: Network, facet: Facet, scope?: Scope): FacetValue[] {
  const { dictionary, locations } = store;
  const includes = scopes.matcher(scope);
  const stations = new Map<number, number>();
  for (let location = 0; location < locations.rows.end; location++) {
    const counted = locations.counted.get(location);
    if (counted === 0 || !includes(location)) continue;
    const code = locations[facet].get(location);
    stations.set(code, (stations.get(code) ?? 0) + counted);
  }
  return [...stations]
    .map(([code, counted]) => ({ value: dictionary.textOf(code) ?? '', stations: counted }))
    .filter(({ value }) => value.trim() !== '')
    .sort((one, other) => other.stations - one.stations || (one.value < other.value ? -1 : 1));
}
