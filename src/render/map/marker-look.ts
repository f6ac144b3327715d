import { isGroup } from '../../model/questions.js';
import type { MapDimension, MapItem } from '../../model/questions.js';
import type { StatusCounts } from '../../model/records.js';
import { formatCounted, isolated } from '../shared/format.js';
import { SECTIONS } from '../shared/sections.js';
import { colorOf, lookOf } from '../shared/status-look.js';

/** How the statuses of a map look and read. */
export interface MarkerLook {
  dimension: MapDimension;
  /** A status's colour as CSS writes it, for example `var(--ev-color-connection-online)`. */
  color(status: string): string;
  /** What a screen reader says of a marker. */
  label(item: MapItem, counts: StatusCounts): string;
}

/** What a group or a pin is called. */
export function nameOf(item: MapItem): string {
  return isGroup(item)
    ? `Group of ${formatCounted(item.locations, { one: 'location', many: 'locations' })}`
    : isolated(item.name || item.id);
}

/** How a dimension's markers look and read. */
export function markerLook(dimension: MapDimension): MarkerLook {
  const { statuses, counted } = SECTIONS[dimension];
  const words = new Map(statuses.map(status => [status, lookOf(dimension, status).label.toLowerCase()]));
  return {
    dimension,
    color: status => colorOf(dimension, status),
    label: (item, counts) => {
      const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
      const each = Object.entries(counts)
        .filter(([, count]) => count > 0)
        .map(([status, count]) => `${count} ${words.get(status)}`);
      return `${nameOf(item)}, ${formatCounted(total, counted)}: ${each.join(', ')}`;
    },
  };
}
