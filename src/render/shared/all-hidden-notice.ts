import type { TemplateResult } from 'lit';

import type { Localize, TextKey } from '../../messages/localize.js';
import type { Dimension } from '../../model/records.js';
import { isTroubleOnly } from '../../model/trouble-only.js';
import { emptyNotice } from './notices.js';

/** What a dimension without trouble says where only trouble is shown. */
const NO_TROUBLE: Readonly<Record<Dimension, TextKey>> = {
  connection: 'noStationOffline',
  evse: 'noEvseFaulted',
  'last-message': 'noStationSilentForDay',
  station: 'noStationFaulted',
};

/**
 * R21, R26: stands where there is something, and all of it is hidden.
 * @param statuses all of the dimension, in their order
 */
export function allHiddenNotice(
  localize: Localize,
  dimension: Dimension,
  statuses: readonly string[],
  hidden: ReadonlySet<string>,
  onShowAll: () => void,
): TemplateResult {
  const text = isTroubleOnly(dimension, statuses, hidden) ? NO_TROUBLE[dimension] : 'allStatusesHidden';
  return emptyNotice(localize.term(text), { label: localize.term('showAll'), onClick: onShowAll });
}
