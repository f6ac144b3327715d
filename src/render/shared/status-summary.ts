import { html } from 'lit';
import type { TemplateResult } from 'lit';

import type { Localize } from '../../messages/localize.js';
import type { Dimension, StatusCounts } from '../../model/records.js';
import { SECTIONS } from './sections.js';
import { statusBadge } from './status-badge.js';

type BadgeDimension = Exclude<Dimension, 'last-message'>;

/** How many are in each status that any is in. */
export function countStatuses(statuses: readonly string[]): StatusCounts {
  const counts = new Map<string, number>();
  for (const status of statuses) counts.set(status, (counts.get(status) ?? 0) + 1);
  return Object.fromEntries(counts);
}

/** How many are in each status that any is in, in the dimension's fixed order: `2 × Online`. */
export function statusSummary(
  localize: Localize,
  dimension: BadgeDimension,
  counts: StatusCounts,
): TemplateResult[] {
  return SECTIONS[dimension].statuses
    .filter(status => counts[status])
    .map(
      status =>
        html`<span class="summary"
          >${localize.number(counts[status]!)} × ${statusBadge(localize, dimension, status)}</span
        > `,
    );
}
