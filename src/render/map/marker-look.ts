import { isGroup } from '../../model/questions.js';
import type { MapDimension } from '../../model/questions.js';
import { formatCounted, isolated } from '../shared/format.js';
import type { MarkerLook } from './marker.js';
import { SECTIONS } from '../shared/sections.js';
import { colorOf, lookOf } from '../shared/status-look.js';

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
  const statuses = SECTIONS[dimension].statuses;
  const words = statuses.map(status => lookOf(dimension, status).label.toLowerCase());
  const signs = SIGNS[dimension].map(([status, sign]) => [statuses.indexOf(status), sign] as const);
  return {
    statuses,
    color: status => colorOf(dimension, status),
    sign: values => signs.find(([index]) => values[index]! > 0)?.[1],
    label: (item, values) => {
      const total = values.reduce((sum, count) => sum + count, 0);
      const what = isGroup(item)
        ? `Group of ${formatCounted(item.locations, { one: 'location', many: 'locations' })}`
        : isolated(item.name || item.id);
      const each = values.map((count, index) => (count > 0 ? `, ${count} ${words[index]}` : '')).join('');
      return `${what}, ${formatCounted(total, SECTIONS[dimension].counted)}: ${each.slice(2)}`;
    },
  };
}
