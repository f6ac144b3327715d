import { isGroup } from '../../model/questions.js';
import type { MapDimension, MapItem } from '../../model/questions.js';
import { formatCounted, isolated } from '../shared/format.js';
import { SECTIONS } from '../shared/sections.js';
import { colorOf, lookOf } from '../shared/status-look.js';
import type { StatusValues } from './marker.js';

/** How the statuses of a map look and read. */
export interface MarkerLook {
  /** The statuses of the map's dimension in their fixed order (R22). */
  statuses: readonly string[];
  /** A status's colour as CSS writes it, for example `var(--ev-color-connection-online)`. */
  color(status: string): string;
  /** What tells a pin's state apart from colour, for example `!`; undefined where all is well. */
  sign(values: StatusValues): string | undefined;
  /** What a screen reader says of a marker. */
  label(item: MapItem, values: StatusValues): string;
}

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
