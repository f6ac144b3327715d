import type { Scope } from '../../model/records.js';
import type { Dictionary } from '../../model/dictionary.js';
import { listOf } from '../../model/scope.js';
import type { Store } from '../store/store.js';
import { COUNTED_AT } from './contribution.js';
import type { Contributions, Difference } from './contribution.js';
import { CountryTotals } from './country-totals.js';
import { Tally } from './tally.js';
import type { Clustering } from './tally.js';

/** Scopes that are counted at a time, beside the whole network; the one unused longest gives way. */
const KEPT = 8;

function keyOf(scope: Scope | undefined): string {
  const country = listOf(scope?.country);
  const operator = listOf(scope?.operator);
  return country || operator ? JSON.stringify([country?.sort(), operator?.sort()]) : '';
}

/**
 * Whether a code stands for one of the texts; all do where none are given. Compares texts: one may get its code later, and a
 * question must not give it one.
 */
export function codeMatcher(texts: string[] | undefined, dictionary: Dictionary): (code: number) => boolean {
  if (!texts) return () => true;
  const wanted = new Set<string | undefined>(texts);
  return code => wanted.has(dictionary.textOf(code));
}

/** The counts of the whole network, of its countries, and of the scopes that are asked for. */
export class Scopes {
  /** Grows where locations may have come onto the map, left it or moved. */
  locationsVersion = 0;
  /** Grows where a location may have more or fewer production stations. */
  countedVersion = 0;
  readonly countries: CountryTotals;
  private readonly tallies = new Map<string, Tally>();
  private followed = new Map<string, Clustering>();

  constructor(
    private readonly store: Store,
    private readonly contributions: Contributions,
  ) {
    this.countries = new CountryTotals(store.locations, contributions);
  }

  /** How long a row of counts is. */
  get width(): number {
    return this.contributions.width;
  }

  /** Takes over the maps of the scopes of the network that this one's replaces. */
  follow(previous: Scopes): void {
    for (const [key, { clustering }] of previous.tallies) {
      if (clustering) this.followed.set(key, clustering);
    }
  }

  /** The counts of a scope; of the whole network without one. */
  tally(scope?: Scope): Tally {
    const key = keyOf(scope);
    const kept = this.tallies.get(key);
    const tally = kept ?? this.count(key, scope);
    if (key !== '') {
      // The last used stands last.
      this.tallies.delete(key);
      this.tallies.set(key, tally);
      if (this.tallies.size > KEPT + 1)
        this.tallies.delete([...this.tallies.keys()].find(other => other !== '')!);
    }
    return tally;
  }

  /** Adds a station's difference to all counts that hold its location; to maps with the next `flush`. */
  add(location: number, difference: Difference): void {
    for (const tally of this.tallies.values()) tally.add(location, difference);
    this.countries.add(location, difference);
    if (difference.values[COUNTED_AT] !== 0) this.countedVersion++;
  }

  /** Propagates what was added to the groups of all maps. */
  flush(): void {
    for (const tally of this.tallies.values()) tally.flush();
  }

  outdateMaps(): void {
    this.locationsVersion++;
    for (const tally of this.tallies.values()) tally.outdateMap();
  }

  /** Whether a location is in a scope. */
  matcher(scope: Scope | undefined): (location: number) => boolean {
    if (keyOf(scope) === '') return () => true;
    const { dictionary, locations } = this.store;
    const country = codeMatcher(listOf(scope?.country), dictionary);
    const operator = codeMatcher(listOf(scope?.operator), dictionary);
    return location => country(locations.country.get(location)) && operator(locations.operator.get(location));
  }

  private count(key: string, scope: Scope | undefined): Tally {
    const tally = new Tally(
      this.store.locations,
      this.matcher(scope),
      this.contributions,
      this.followed.get(key),
    );
    this.followed.delete(key);
    this.contributions.forEach((location, contribution) => {
      tally.add(location, contribution);
    });
    this.tallies.set(key, tally);
    return tally;
  }
}
