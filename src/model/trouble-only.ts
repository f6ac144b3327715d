import type { Dimension } from './records.js';
import { troubleStatuses } from './trouble.js';

/** R26: the statuses that "Trouble only" hides of a dimension: all that are not trouble; none where no status of it is. */
export function wellStatuses(dimension: Dimension, statuses: readonly string[]): string[] {
  const trouble = troubleStatuses(dimension, statuses);
  return trouble.length === 0 ? [] : statuses.filter(status => !trouble.includes(status));
}

/** R26: whether exactly what is in trouble is shown; never of a dimension without a status that is trouble. */
export function isTroubleOnly(
  dimension: Dimension,
  statuses: readonly string[],
  hidden: ReadonlySet<string>,
): boolean {
  const well = wellStatuses(dimension, statuses);
  return well.length > 0 && well.length === hidden.size && well.every(status => hidden.has(status));
}
