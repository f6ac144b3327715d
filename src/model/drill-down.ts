import type { Dimension, Scope, StationFilter } from './records.js';

function behind(dimension: Dimension, status: string): StationFilter {
  switch (dimension) {
    case 'connection':
      return { connection: [status] };
    case 'evse':
      return { connection: ['online'], evse: [status] };
    case 'last-message':
      return { lastMessage: [status] };
    case 'station':
      return { station: [status] };
  }
}

/**
 * R19, R20: the filter for the stations behind a slice. Behind one of the EVSE pie they are online, even where the pie
 * counts offline ones too.
 */
export function filterBehind(dimension: Dimension, status: string, scope: Scope = {}): StationFilter {
  const filter = behind(dimension, status);
  if (scope.country !== undefined) filter.country = [scope.country].flat();
  if (scope.operator !== undefined) filter.operator = [scope.operator].flat();
  return filter;
}
