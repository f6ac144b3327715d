import { isFields } from './fields.js';
import type { Fields } from './fields.js';

function hasStatus({ status }: Fields): boolean {
  return typeof status === 'string' && status !== '';
}

/** The records of a list of EVSEs or connectors that are not skipped: of those of one id, the first. */
function readable(list: unknown): Fields[] {
  if (!Array.isArray(list)) return [];
  const parts = new Map<string, Fields>();
  for (const part of list as unknown[])
    if (isFields(part) && typeof part.id === 'string' && part.id !== '' && !parts.has(part.id))
      parts.set(part.id, part);
  return [...parts.values()];
}

function reportsStatus(record: Fields): boolean {
  if (hasStatus(record)) return true;
  return readable(record.evses).some(evse => hasStatus(evse) || readable(evse.connectors).some(hasStatus));
}

function isBare(record: Fields): boolean {
  return Object.keys(record).every(field => field === 'id' || record[field] === undefined);
}

/**
 * R4: whether a change of a station shows by itself that the station lives, which does not say when it was heard of: it reports a status,
 * of the station, an EVSE or a connector, or holds nothing but an id, as a message that changes nothing does.
 */
export function isSignOfLife(record: Fields): boolean {
  return reportsStatus(record) || isBare(record);
}
