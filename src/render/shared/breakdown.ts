import { html } from 'lit';
import type { TemplateResult } from 'lit';

import type { Dimension } from '../../model/records.js';
import { formatNumber } from './format.js';
import { swatch } from './status-badge.js';
import { lookOf } from './status-look.js';

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
  dimension: Dimension,
  statuses: readonly string[],
  numbers: readonly StatusNumber[],
): TemplateResult {
  return html`<div class="breakdown">
    ${numbers.map(
      ({ status, number, share }) =>
        html`${swatch(dimension, status, statuses)}<span>${lookOf(dimension, status, statuses).label}</span
          ><span class="number">${formatNumber(number)}</span><span class="quiet">${share}</span>`,
    )}
  </div>`;
}
