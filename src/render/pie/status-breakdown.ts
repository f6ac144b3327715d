import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { Localize } from '../../messages/localize.js';
import { troubleStatuses } from '../../model/trouble.js';
import { breakdown } from '../shared/breakdown.js';
import { changeArrow, changeOf, isWorse, missingWords, periodWords } from '../shared/change.js';
import type { NumberHistory } from '../shared/change.js';
import { visibleTotal } from './pie.js';
import type { StatusShares } from './pie.js';

const PERIODS = ['hour', 'day'] as const;

/** How a number changed, a line a period. */
function changes(
  localize: Localize,
  history: NumberHistory,
  number: number,
  isTrouble: boolean,
): TemplateResult {
  const change = changeOf(history, number);
  const missing = missingWords(localize, history);
  return html`${PERIODS.map(period => {
    const words = periodWords(localize, change, period);
    const isBad = isTrouble && isWorse(change[period]);
    return words
      ? html`<p>
          <span class="change ${isBad ? 'worse' : ''}">${changeArrow(change[period])}${words}</span>
        </p>`
      : nothing;
  })}${missing ? html`<p class="quiet">${localize.capitalized(missing)}</p>` : nothing}`;
}

/**
 * A status with its number, its share of what is visible (R21), and how the number changed (R28).
 * @param action what a click does
 */
export function statusBreakdown(options: StatusShares, status: string, action: string): TemplateResult {
  const { localize, dimension, counts, hidden } = options;
  const statuses = Object.keys(counts);
  const number = counts[status] ?? 0;
  const share = hidden.has(status) ? localize.term('hidden') : localize.share(number, visibleTotal(options));
  const history = options.historyOf(status);
  const isTrouble = troubleStatuses(dimension, statuses).includes(status);
  return html`${breakdown(localize, dimension, statuses, [{ status, number, share }])}
    ${history ? changes(localize, history, number, isTrouble) : nothing}
    <p class="quiet">${action}</p>`;
}
