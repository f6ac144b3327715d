import type { BoundingBox } from '../model/questions.js';
import type { Scope } from '../model/records.js';
import { checkBounds } from './check-bounds.js';
import { checkCounts } from './check-counts.js';
import { checkFacets } from './check-facets.js';
import { checkLists } from './check-lists.js';
import { checkLocations } from './check-locations.js';
import { checkMap } from './check-map.js';
import { checkTrend } from './check-trend.js';
import type { Inquiry } from './inquiry.js';

const NOWHERE: Scope = { country: 'no such country' };

/** Whether any of the four questions is answered otherwise for a scope that holds nothing. */
async function takesScopes({ asked, oracle }: Inquiry): Promise<boolean> {
  const options = { scope: NOWHERE };
  const bbox: BoundingBox = [-180, -90, 180, 90];
  const [counts, items, place, page] = await Promise.all([
    asked.counts('connection', options),
    asked.mapItems({ dimension: 'connection', bbox, zoom: 0 }, options),
    asked.location(oracle.ids.locations[0]!, options),
    asked.stations({ filter: {}, limit: 1 }, options),
  ]);
  return counts.total === 0 || items.length === 0 || !place || page.total === 0;
}

/** A scope of each kind. */
function scopesOf({ oracle }: Inquiry): Scope[] {
  const { countries, operators } = oracle.words;
  return [
    NOWHERE,
    ...countries.slice(0, 1).map(country => ({ country })),
    ...operators.slice(0, 1).map(operator => ({ operator })),
    { country: [...countries.slice(0, 2), 'no such country'], operator: operators.slice(0, 2) },
  ];
}

/**
 * Every question narrowed to a country or an operator.
 * @returns whether the provider takes scopes; one that narrows nothing is not checked
 */
export async function checkScopes(inquiry: Inquiry): Promise<boolean> {
  if (inquiry.oracle.counts('connection').total === 0) return true;
  if (!(await takesScopes(inquiry))) return false;
  for (const scope of scopesOf(inquiry)) {
    await checkCounts(inquiry, scope);
    await checkMap(inquiry, scope);
    await checkLocations(inquiry, scope);
    await checkLists(inquiry, scope);
    await checkBounds(inquiry, scope);
    await checkTrend(inquiry, scope);
    await checkFacets(inquiry, scope);
  }
  return true;
}
