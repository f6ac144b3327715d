import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

import type { Localize, TextKey } from '../../messages/localize.js';
import type { StationRow, StationSortKey } from '../../model/questions.js';
import { isMoment } from '../../model/time.js';
import { lastMessageTitle } from '../shared/sections.js';
import { tableRow } from './station-row.js';
import type { RowOptions } from './station-row.js';

/** How a list is sorted. */
export interface Sorting {
  by: StationSortKey;
  descending: boolean;
}

interface ColumnHead {
  title: TextKey;
  sort?: StationSortKey;
}

/** As many as a row has cells. */
function columnHeads(options: StationTableOptions): ColumnHead[] {
  return [
    { title: 'station', sort: 'id' },
    { title: 'location', sort: 'location' },
    { title: 'connection', sort: 'connection' },
    { title: 'status', sort: 'status' },
    { title: 'evsesTitle' },
    { title: 'since', sort: 'troubleSince' },
    { title: lastMessageTitle(options), sort: 'lastMessageAt' },
  ];
}

/** The heads of the columns; those that sort are buttons. */
function tableHead(options: StationTableOptions): TemplateResult {
  const { localize, sorting, onSort } = options;
  const direction = (by: StationSortKey | undefined) => {
    if (!by || sorting?.by !== by) return undefined;
    return sorting.descending ? 'descending' : 'ascending';
  };
  return html`<div class="head" role="row" aria-rowindex="1">
    ${columnHeads(options).map(({ title, sort }) => {
      const sorted = direction(sort);
      const arrow = sorted === 'ascending' ? ' ↑' : sorted === 'descending' ? ' ↓' : '';
      const content = sort
        ? html`<button
            type="button"
            @click=${() => {
              onSort(sort);
            }}
          >
            ${localize.term(title)}<span aria-hidden="true">${arrow}</span>
          </button>`
        : localize.term(title);
      return html`<div role="columnheader" aria-sort=${sorted ?? nothing}>${content}</div>`;
    })}
  </div>`;
}

interface StationTableOptions extends RowOptions {
  /** Those loaded; fewer than `count` until all are. */
  rows: readonly StationRow[];
  count: number;
  /** Whether others are being loaded in their place. */
  isBusy: boolean;
  /** The rows that are drawn, in pixels: where the first begins, and the height of the body that stands for all. */
  inView: { indices: readonly number[]; top: number; height: number };
  sorting: Sorting | undefined;
  onSort(by: StationSortKey): void;
}

/** A table of which only the rows in view are on the page. */
export function stationTable(options: StationTableOptions): TemplateResult {
  const { localize, rows, count, isBusy, inView } = options;
  return html`<div
    class="table"
    role="table"
    tabindex="0"
    aria-label=${localize.term('stationsTitle')}
    aria-describedby="counted"
    aria-rowcount=${count + 1}
    aria-busy=${isBusy}
  >
    <div role="rowgroup" class="heads">${tableHead(options)}</div>
    <div class="body" .style=${`height: ${inView.height}px`}>
      <div class="drawn" role="rowgroup" .style=${`top: ${inView.top}px`}>
        ${repeat(
          inView.indices,
          index => index,
          index => tableRow(rows[index], index, options),
        )}
      </div>
    </div>
  </div>`;
}

/** The text of the rows' ages, to compare with what is shown (R10). */
export function agesOf(localize: Localize, rows: readonly (StationRow | undefined)[], now: number): string {
  const moments = rows.flatMap(row => [
    row?.lastMessageAt,
    row?.troubleSince,
    row?.offlineSince,
    row?.faultedSince,
  ]);
  return moments.map(at => (isMoment(at) ? localize.age(at, now) : '')).join();
}
