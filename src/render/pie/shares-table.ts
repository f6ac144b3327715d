import { html } from 'lit';
import type { TemplateResult } from 'lit';

import type { TextKey } from '../../messages/localize.js';
import { changeWords } from '../shared/change.js';
import type { Section } from '../shared/sections.js';
import { labelOf } from '../shared/status-label.js';
import { visibleTotal } from './pie.js';
import type { StatusShares } from './pie.js';

/** What a column of numbers is called. */
export const countedTitle = ({ counted }: Section): TextKey =>
  counted === 'evses' ? 'evsesTitle' : 'stationsTitle';

/** What a pie shows as rows of texts, their heads first: a status, its number, its share and, where a trend is kept, how the number changed. */
export function shareRows(shares: StatusShares): string[][] {
  const { localize, dimension, section, counts, hidden, historyOf } = shares;
  const statuses = Object.keys(counts);
  const total = visibleTotal(shares);
  const hasTrend = statuses.some(status => historyOf(status));
  const rows = statuses.map(status => {
    const count = counts[status]!;
    const history = historyOf(status);
    const share = hidden.has(status) ? localize.term('hidden') : localize.share(count, total);
    const change = history ? changeWords(localize, history, count) : '';
    return [labelOf(localize, dimension, status), localize.number(count), share, change];
  });
  const head = (['status', countedTitle(section), 'share', 'change'] as const).map(key => localize.term(key));
  return [head, ...rows].map(row => (hasTrend ? row : row.slice(0, 3)));
}

/** What a pie shows, as a table: not seen, for assistive technology reads tables by row and by column. */
export function sharesTable(shares: StatusShares): TemplateResult {
  const [head, ...rows] = shareRows(shares);
  return html`<div class="visually-hidden">
    <table>
      <caption>
        ${shares.localize.term(shares.section.heading)}
      </caption>
      <tr>
        ${head!.map(text => html`<th scope="col">${text}</th>`)}
      </tr>
      ${rows.map(
        ([label, ...cells]) =>
          html`<tr>
            <th scope="row">${label}</th>
            ${cells.map(text => html`<td>${text}</td>`)}
          </tr>`,
      )}
    </table>
  </div>`;
}
