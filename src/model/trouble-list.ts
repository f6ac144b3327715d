import { lastMessageStatuses } from './last-message.js';
import type { StationFilter } from './records.js';
import { CONNECTION_STATUSES, EVSE_STATUSES, STATION_STATUSES } from './statuses.js';
import { troubleStatuses } from './trouble.js';

/**
 * R27: whether a list is one of trouble: its filter asks for trouble of some kind and nothing else of that kind, or for how long stations are in trouble.
 * @param lastMessage all statuses of the last message, in their order
 */
export function isOfTrouble(filter: StationFilter, lastMessage = lastMessageStatuses()): boolean {
  if (filter.troubleFor !== undefined) return true;
  const asked: [statuses: readonly string[] | undefined, trouble: readonly string[]][] = [
    [filter.connection, troubleStatuses('connection', CONNECTION_STATUSES)],
    [filter.evse, troubleStatuses('evse', EVSE_STATUSES)],
    [filter.lastMessage, troubleStatuses('last-message', lastMessage)],
    [filter.station, troubleStatuses('station', STATION_STATUSES)],
  ];
  return asked.some(
    ([statuses = [], trouble]) => statuses.length > 0 && statuses.every(status => trouble.includes(status)),
  );
}
