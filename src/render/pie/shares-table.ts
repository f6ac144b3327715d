import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import { changeWords } from '../shared/change.js';
import { labelOf } from '../shared/status-label.js';
import { visibleTotal } from './pie.js';
import type { StatusShares } from './pie.js';

/** What a pie shows, as a table: not seen, for assistive technology reads tables by row and by column. */
export function sharesTable(shares: StatusShares): TemplateResult {
  const { localize, dimension, section, counts, hidden, historyOf } = shares;
  const { heading, counted } = section;
  const statuses = Object.keys(counts);
  const total = visibleTotal(shares);
  const hasTrend = statuses.some(status => historyOf(status));
  return html`<div class="visually-hidden">
    <table>
      <caption>
        ${localize.term(heading)}
      </caption>
      <tr>
        <th scope="col">${localize.term('status')}</th>
        <th scope="col">${localize.term(counted === 'evses' ? 'evsesTitle' : 'stationsTitle')}</th>
        <th scope="col">${localize.term('share')}</th>
        ${hasTrend ? html`<th scope="col">${localize.term('change')}</th>` : nothing}
      </tr>
      ${statuses.map(status => {
        const count = counts[status]!;
        const history = historyOf(status);
        return html`<tr>
          <th scope="row">${labelOf(localize, dimension, status)}</th>
          <td>${localize.number(count)}</td>
          <td>${hidden.has(status) ? localize.term('hidden') : localize.share(count, total)}</td>
          ${hasTrend ? html`<td>${history ? changeWords(localize, history, count) : nothing}</td>` : nothing}
        </tr>`;
      })}
    </table>
  </div>`;
}
