import { html } from 'lit';
import type { TemplateResult } from 'lit';

import type { Localize } from '../../messages/localize.js';
import type { Dimension } from '../../model/records.js';
import { swatch } from './status-badge.js';
import { labelOf } from './status-label.js';

/** How many are in a status, and what share of the whole that is. */
export interface StatusNumber {
  status: string;
  number: number;
  share: string;
}

/**
 * Statuses with their signs, names, numbers and shares, in columns.
 * @param statuses all of the dimension, in their order
 */
export function breakdown(
  localize: Localize,
  dimension: Dimension,
  statuses: readonly string[],
  numbers: readonly StatusNumber[],
): TemplateResult {
  return html`<div class="breakdown">
    ${numbers.map(
      ({ status, number, share }) =>
        html`${swatch(dimension, status, statuses)}<span>${labelOf(localize, dimension, status)}</span
          ><span class="number">${localize.number(number)}</span><span class="quiet">${share}</span>`,
    )}
  </div>`;
}
