import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { StationRow, StationSortKey } from '../model/answers.js';
import { formatNumber } from './format.js';
import { detailsLink } from './links.js';
import type { LinkTemplates, Navigate } from './links.js';
import { ageOf, evseSummary, statusBadge } from './popup.js';

/** How a list is sorted. */
export interface Sorting {
  by: StationSortKey;
  descending: boolean;
}

interface ColumnHead {
  title: string;
  sort?: StationSortKey;
}

const COLUMNS: readonly ColumnHead[] = [
  { title: 'Station', sort: 'id' },
  { title: 'Location', sort: 'location' },
  { title: 'Connection', sort: 'connection' },
  { title: 'Status', sort: 'status' },
  { title: 'EVSEs' },
  { title: 'Last message', sort: 'lastMessageAt' },
];

/** The heads of the columns; those that sort are buttons. */
export function tableHead(
  sorting: Sorting | undefined,
  onSort: (by: StationSortKey) => void,
): TemplateResult {
  const direction = (by: StationSortKey | undefined) => {
    if (!by || sorting?.by !== by) return undefined;
    return sorting.descending ? 'descending' : 'ascending';
  };
  return html`<div class="head" role="row" aria-rowindex="1">
    ${COLUMNS.map(({ title, sort }) => {
      const sorted = direction(sort);
      const arrow = sorted === 'ascending' ? ' ↑' : sorted === 'descending' ? ' ↓' : '';
      const content = sort
        ? html`<button
            type="button"
            @click=${() => {
              onSort(sort);
            }}
          >
            ${title}<span aria-hidden="true">${arrow}</span>
          </button>`
        : title;
      return html`<div role="columnheader" aria-sort=${sorted ?? nothing}>${content}</div>`;
    })}
  </div>`;
}

/** What rows are drawn with. */
export interface RowOptions {
  /** The network's now in epoch milliseconds. */
  now: number;
  templates: LinkTemplates;
  navigate: Navigate;
}

/** A row, or its place while it is on its way. */
export function tableRow(
  row: StationRow | undefined,
  { index, top }: { index: number; top: number },
  { now, templates, navigate }: RowOptions,
): TemplateResult {
  const place = `translate: 0 ${top}px`;
  if (!row) {
    return html`<div class="row" role="row" aria-rowindex=${index + 2} .style=${place}>
      <div role="cell" class="pending">Loading…</div>
    </div>`;
  }
  const { id, href, locationId, locationName, locationHref, connection, status, evses, lastMessageAt } = row;
  const location = { kind: 'location' as const, id: locationId, href: locationHref };
  return html`<div
    class="row"
    part="row"
    role="row"
    aria-rowindex=${index + 2}
    data-station-id=${id}
    .style=${place}
  >
    <div role="cell">${detailsLink(id, { kind: 'station', id, href }, templates, navigate)}</div>
    <div role="cell">${detailsLink(locationName || locationId, location, templates, navigate)}</div>
    <div role="cell">${statusBadge('connection', connection)}</div>
    <div role="cell">${statusBadge('station', status)}</div>
    <div role="cell" class="evse-cell">${evses.length > 0 ? evseSummary(evses) : '–'}</div>
    <div role="cell">${ageOf(lastMessageAt, now)}</div>
  </div>`;
}

/** A tab with how many stations it holds. */
export function tabLabel(title: string, count: number | undefined): TemplateResult {
  return html`${title}<span class="tab-count">${count === undefined ? '' : formatNumber(count)}</span>`;
}

export const stationTableStyles = css`
  .table {
    --columns: minmax(130px, 1.4fr) minmax(150px, 1.8fr) 104px 104px minmax(160px, 1.6fr) 112px;
    flex: 1 1 auto;
    min-height: 120px;
    overflow: auto;
    position: relative;
  }
  .body {
    position: relative;
  }
  .head,
  .row {
    column-gap: 12px;
    display: grid;
    grid-template-columns: var(--columns);
    min-width: 780px;
    padding: 0 12px;
  }
  .head {
    align-items: center;
    background: var(--surface);
    border-bottom: 1px solid var(--line);
    color: var(--muted);
    font-size: 12px;
    min-height: 34px;
    position: sticky;
    top: 0;
    z-index: 1;
  }
  .head button {
    background: none;
    border: 0;
    font-weight: 600;
    min-height: 26px;
    padding: 2px 0;
  }
  .head button:hover {
    color: var(--text);
  }
  .row {
    align-items: center;
    border-bottom: 1px solid var(--line);
    height: 44px;
    left: 0;
    position: absolute;
    right: 0;
    top: 0;
  }
  .row:hover {
    background: var(--hover);
  }
  .row > div {
    max-height: 100%;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .row .evse-cell {
    display: flex;
    flex-wrap: wrap;
    gap: 0 10px;
    white-space: normal;
  }
  .pending {
    color: var(--muted);
  }
  .tab-count {
    color: var(--muted);
    font-weight: 400;
    margin-inline-start: 6px;
  }
  @container (max-width: 700px) {
    .head {
      display: flex;
      flex-wrap: wrap;
      min-width: 0;
    }
    .row {
      align-content: center;
      grid-template-columns: 1fr 1fr;
      height: 116px;
      min-width: 0;
      row-gap: 2px;
    }
    .row > div:nth-child(-n + 2),
    .row .evse-cell {
      grid-column: 1 / -1;
    }
    .row .evse-cell {
      flex-wrap: nowrap;
    }
  }
`;
