import type { TemplateResult } from 'lit';

import type { Dimension } from '../../model/records.js';
import { isTroubleOnly } from '../../model/trouble-only.js';
import { emptyNotice } from './notices.js';

/** What a dimension without trouble says where only trouble is shown. */
const NO_TROUBLE: Readonly<Record<Dimension, string>> = {
  connection: 'No station is offline.',
  evse: 'No EVSE is faulted.',
  'last-message': 'No station has been silent for a day.',
  station: 'No station is faulted.',
};

/**
 * R21, R26: stands where there is something, and all of it is hidden.
 * @param statuses all of the dimension, in their order
 */
export function allHiddenNotice(
  dimension: Dimension,
  statuses: readonly string[],
  hidden: ReadonlySet<string>,
  onShowAll: () => void,
): TemplateResult {
  const text = isTroubleOnly(dimension, statuses, hidden)
    ? NO_TROUBLE[dimension]
    : 'All statuses are hidden.';
  return emptyNotice(text, { label: 'Show all', onClick: onShowAll });
}
