import type { Dimension, Scope, StationFilter } from './records.js';
import { FACETS, listOf } from './scope.js';

/** The field of a filter that asks for a dimension's statuses. */
const STATUS_FIELDS = {
  connection: 'connection',
  evse: 'evse',
  'last-message': 'lastMessage',
  station: 'station',
} as const satisfies Record<Dimension, keyof StationFilter>;

/**
 * R19, R20: the filter for the stations behind a slice, or behind a figure of several statuses (R29). Behind one of EVSEs they
 * are online, even where the pie counts offline ones too.
 */
export function filterBehind(
  dimension: Dimension,
  statuses: string | readonly string[],
  scope: Scope = {},
): StationFilter {
  const filter: StationFilter = dimension === 'evse' ? { connection: ['online'] } : {};
  filter[STATUS_FIELDS[dimension]] = [statuses].flat();
  for (const facet of FACETS) {
    const values = listOf(scope[facet]);
    if (values) filter[facet] = values;
  }
  return filter;
}
