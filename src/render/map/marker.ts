import { isGroup } from '../../model/questions.js';
import type { MapItem } from '../../model/questions.js';

/** How many are in each status of a map's dimension, in their fixed order; none in a hidden one. */
export type StatusValues = readonly number[];

/** An item as it is drawn: without its hidden statuses. */
export interface Marker {
  /** Stays the same as long as the item does. */
  key: string;
  item: MapItem;
  /** Stations or EVSEs inside, hidden ones not counted. */
  count: number;
  /** The count as it is written. */
  number: string;
  values: StatusValues;
  /** Differs where anything that is seen or read of it does, except its place. */
  content: string;
}

const exact = new Intl.NumberFormat();
const compact = new Intl.NumberFormat(undefined, { notation: 'compact', maximumSignificantDigits: 3 });

function formatCount(count: number): string {
  return (count < 10_000 ? exact : compact).format(count);
}

function keyOf(item: MapItem): string {
  return isGroup(item) ? `group ${item.longitude},${item.latitude},${item.locations}` : `location ${item.id}`;
}

function westToEast({ item: one }: Marker, { item: other }: Marker): number {
  return one.longitude - other.longitude || other.latitude - one.latitude;
}

/** R21: what is drawn of the items, from west to east; one with nothing but hidden statuses is not. */
export function visibleMarkers(
  items: readonly MapItem[],
  statuses: readonly string[],
  hidden: ReadonlySet<string>,
): Marker[] {
  const isShown = statuses.map(status => !hidden.has(status));
  return items
    .map(item => {
      const values = statuses.map((status, index) => (isShown[index] && item.counts[status]) || 0);
      const count = values.reduce((sum, value) => sum + value, 0);
      const name = isGroup(item) ? '' : `${item.stations} ${item.name}`;
      return {
        key: keyOf(item),
        item,
        count,
        number: formatCount(count),
        values,
        content: `${values} ${name}`,
      };
    })
    .filter(({ count }) => count > 0)
    .sort(westToEast);
}
