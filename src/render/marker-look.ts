import { isGroup } from '../model/answers.js';
import type { MapDimension } from '../model/answers.js';
import type { StatusCounts } from '../model/types.js';
import { formatCounted, isolated } from './format.js';
import type { MarkerLook } from './map-marker.js';
import { colorOf, COUNTED, FIXED_STATUSES, lookOf } from './status-look.js';

/** Which status of a pin asks for a sign, and which: what is wrong first, then what is not known. */
const SIGNS: Readonly<Record<MapDimension, readonly [status: string, sign: string][]>> = {
  connection: [
    ['offline', '!'],
    ['unknown', '?'],
  ],
  evse: [
    ['faulted', '!'],
    ['undefined', '?'],
  ],
};

/** How a dimension's markers look and read. */
export function markerLook(dimension: MapDimension): MarkerLook {
  const statuses = FIXED_STATUSES[dimension];
  const describe = (counts: StatusCounts) =>
    statuses
      .filter(status => (counts[status] ?? 0) > 0)
      .map(status => `${counts[status]!} ${lookOf(dimension, status).label.toLowerCase()}`)
      .join(', ');
  return {
    statuses,
    color: status => colorOf(dimension, status),
    sign: counts => SIGNS[dimension].find(([status]) => (counts[status] ?? 0) > 0)?.[1],
    label: (item, counts) => {
      const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
      const what = isGroup(item)
        ? `Group of ${formatCounted(item.locations, { one: 'location', many: 'locations' })}`
        : isolated(item.name || item.id);
      return `${what}, ${formatCounted(total, COUNTED[dimension])}: ${describe(counts)}`;
    },
  };
}
