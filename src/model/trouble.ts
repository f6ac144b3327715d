import { boundOf } from './last-message.js';
import type { Dimension, LastMessageMeaning, StatusCounts } from './records.js';
import { DAY } from './time.js';

/** A station that has sent no message for this long, in milliseconds, is in trouble (R26). */
export const SILENT_AFTER = DAY;

/** The statuses of a dimension from worst to best. */
const FROM_WORST: Readonly<Record<Exclude<Dimension, 'last-message'>, readonly string[]>> = {
  connection: ['offline', 'unknown', 'online'],
  evse: ['faulted', 'undefined', 'charging', 'available'],
  station: ['faulted', 'unknown', 'disabled', 'enabled'],
};

/** R26: the status of a dimension that is trouble. */
export function troubleStatus(dimension: Exclude<Dimension, 'last-message'>): string {
  return dimension === 'connection' ? 'offline' : 'faulted';
}

/**
 * R26: the statuses of a dimension that are trouble: offline, faulted, and those of the last message that are a day old or more.
 * @param statuses all of the dimension, in their order, which a host may set of the last message
 */
export function troubleStatuses(dimension: Dimension, statuses: readonly string[]): string[] {
  if (dimension === 'last-message')
    return statuses.filter((_, index) => index > 0 && (boundOf(statuses[index - 1]!) ?? 0) >= SILENT_AFTER);
  return statuses.filter(status => status === troubleStatus(dimension));
}

/** R26: whether a dimension tells of trouble: how old an update from elsewhere is does not. */
export function tellsOfTrouble(dimension: Dimension, lastMessageIs: LastMessageMeaning = 'message'): boolean {
  return dimension !== 'last-message' || lastMessageIs === 'message';
}

/** R26: how many of those that are counted are in trouble. */
export function troubleIn(dimension: Dimension, counts: StatusCounts): number {
  const trouble = troubleStatuses(dimension, Object.keys(counts));
  return trouble.reduce((sum, status) => sum + counts[status]!, 0);
}

/** R26: the worst status that any of those that are counted has; undefined where none is counted. */
export function worstStatus(dimension: Dimension, counts: StatusCounts): string | undefined {
  const fromWorst = dimension === 'last-message' ? Object.keys(counts).reverse() : FROM_WORST[dimension];
  return fromWorst.find(status => (counts[status] ?? 0) > 0);
}
