import type { Localize } from '../../messages/localize.js';
import { isGroup } from '../../model/questions.js';
import type { MapDimension, MapItem } from '../../model/questions.js';
import type { StatusCounts } from '../../model/records.js';
import { troubleIn, worstStatus } from '../../model/trouble.js';
import { SECTIONS } from '../shared/sections.js';

/** An item as it is drawn: without its hidden statuses. */
export interface Marker {
  /** Stays the same as long as the item does. */
  key: string;
  item: MapItem;
  /** Stations or EVSEs inside, hidden ones not counted. */
  count: number;
  /** The count as it is written. */
  number: string;
  /** How many are in each status of the map's dimension, in their fixed order; none in a hidden one. */
  counts: StatusCounts;
  /** The worst status that any of them is in: what fills a pin. */
  worst: string;
  /** How many of them are in trouble (R26). */
  trouble: number;
  /** How many are in trouble, as it is written beside the number; undefined where none is, or a pin's only one. */
  badge?: string;
  /** Differs where anything that is seen or read of it does, except its place. */
  content: string;
}

function formatCount(localize: Localize, count: number): string {
  return count < 10_000 ? localize.number(count) : localize.compactly(count, 3);
}

/** Shorter than the number that it stands beside. */
function formatTrouble(localize: Localize, count: number): string {
  return count < 1000 ? localize.number(count) : localize.compactly(count, 2);
}

function keyOf(item: MapItem): string {
  return isGroup(item) ? `group ${item.longitude},${item.latitude},${item.locations}` : `location ${item.id}`;
}

function westToEast({ item: one }: Marker, { item: other }: Marker): number {
  return one.longitude - other.longitude || other.latitude - one.latitude;
}

/** An item without its hidden statuses; undefined where it has nothing else. */
function visibleMarker(
  localize: Localize,
  item: MapItem,
  dimension: MapDimension,
  hidden: ReadonlySet<string>,
): Marker | undefined {
  const counts: StatusCounts = {};
  let count = 0;
  for (const status of SECTIONS[dimension].statuses)
    count += counts[status] = (!hidden.has(status) && item.counts[status]) || 0;
  const worst = worstStatus(dimension, counts);
  if (worst === undefined) return undefined;
  const trouble = troubleIn(dimension, counts);
  const name = isGroup(item) ? '' : `${item.stations} ${item.name}`;
  return {
    key: keyOf(item),
    item,
    count,
    number: formatCount(localize, count),
    counts,
    worst,
    trouble,
    badge: trouble > 0 && (isGroup(item) || count > 1) ? formatTrouble(localize, trouble) : undefined,
    content: `${Object.values(counts)} ${name}`,
  };
}

/** R21: what is drawn of the items, from west to east; one with nothing but hidden statuses is not. */
export function visibleMarkers(
  localize: Localize,
  items: readonly MapItem[],
  dimension: MapDimension,
  hidden: ReadonlySet<string>,
): Marker[] {
  return items
    .map(item => visibleMarker(localize, item, dimension, hidden))
    .filter(marker => marker !== undefined)
    .sort(westToEast);
}
