import { isFields } from '../model/fields.js';

/** How many records taking a change takes, one for the change itself: whatever it is. */
export function recordsIn(change: unknown): number {
  if (!isFields(change)) return 1;
  return [change.locations, change.stations].reduce<number>(
    (records, list) => records + (Array.isArray(list) ? list.length : 0),
    1,
  );
}
