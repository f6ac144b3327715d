import type { Dimension } from '../../model/records.js';
import { CONNECTION_STATUSES, EVSE_STATUSES, STATION_STATUSES } from '../../model/statuses.js';
import { BUCKET_AT, CONNECTION_AT, EVSE_AT, STATION_AT } from './contribution.js';

/** Where in a row of counts a dimension's statuses stand, in their order. */
export interface DimensionPart {
  at: number;
  statuses: readonly string[];
}

export type DimensionParts = Readonly<Record<Dimension, DimensionPart>>;

/** Where each dimension stands; EVSEs by those of online stations (R6). */
export function dimensionParts(lastMessageStatuses: readonly string[]): DimensionParts {
  return {
    connection: { at: CONNECTION_AT, statuses: CONNECTION_STATUSES },
    evse: { at: EVSE_AT, statuses: EVSE_STATUSES },
    'last-message': { at: BUCKET_AT, statuses: lastMessageStatuses },
    station: { at: STATION_AT, statuses: STATION_STATUSES },
  };
}

/** @throws RangeError where there is no such dimension */
export function partOf(parts: DimensionParts, dimension: Dimension): DimensionPart {
  if (Object.hasOwn(parts, dimension)) return parts[dimension];
  throw new RangeError(
    `dimension is "${String(dimension)}"; expected connection, evse, last-message or station.`,
  );
}
