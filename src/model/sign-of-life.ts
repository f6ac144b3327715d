import { isFields } from './fields.js';
import type { Fields } from './fields.js';

function hasStatus({ status }: Fields): boolean {
  return typeof status === 'string' && status !== '';
}

/** Whether any record of a list of EVSEs or connectors is so, of those that are not skipped: of those of one id, the first. */
function someReadable(list: unknown, isSo: (part: Fields) => boolean): boolean {
  if (!Array.isArray(list)) return false;
  const seen = list.length > 1 ? new Set<string>() : undefined;
  for (const part of list as unknown[]) {
    if (!isFields(part) || typeof part.id !== 'string' || part.id === '' || seen?.has(part.id)) continue;
    if (isSo(part)) return true;
    seen?.add(part.id);
  }
  return false;
}

function evseReportsStatus(evse: Fields): boolean {
  return hasStatus(evse) || someReadable(evse.connectors, hasStatus);
}

function reportsStatus(record: Fields): boolean {
  return hasStatus(record) || someReadable(record.evses, evseReportsStatus);
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
