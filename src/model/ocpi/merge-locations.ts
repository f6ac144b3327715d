import { isFields } from '../fields.js';
import { momentOf } from './ocpi-fields.js';
import type { OcpiLocation } from './ocpi-types.js';
import { locationIdOf } from './published.js';

/** What an unchecked Location is known by in the network; undefined where it has no id. */
export function idOf(value: unknown): string | undefined {
  return isFields(value) ? locationIdOf(value) : undefined;
}

/** Whether a Location that came later is no older than the one before; one that does not say when it was updated is taken for newer. */
function isCurrent(later: OcpiLocation, earlier: OcpiLocation): boolean {
  return (momentOf(later.last_updated) ?? Infinity) >= (momentOf(earlier.last_updated) ?? -Infinity);
}

/**
 * Brings Locations up to date with those that were updated since: each in the place of the one before it, new ones at the end.
 * @param known Locations of a whole feed, and what was merged since
 * @param updated Locations as published later; what has no id is left out
 */
export function mergeLocations(known: readonly unknown[], updated: readonly unknown[]): unknown[] {
  const newest = new Map<string, OcpiLocation>();
  for (const value of updated) {
    const id = idOf(value);
    if (id === undefined) continue;
    const other = newest.get(id);
    if (!other || isCurrent(value as OcpiLocation, other)) newest.set(id, value as OcpiLocation);
  }
  const added = new Map(newest);
  const merged = known.map(value => {
    const id = idOf(value);
    const later = id === undefined ? undefined : newest.get(id);
    if (!later) return value;
    added.delete(id!);
    return isCurrent(later, value as OcpiLocation) ? later : value;
  });
  for (const location of added.values()) merged.push(location);
  return merged;
}
