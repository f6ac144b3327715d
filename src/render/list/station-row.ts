import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { StationRow } from '../../model/questions.js';
import { ageOf } from '../shared/ages.js';
import { dataText } from '../shared/data-text.js';
import { detailsLink } from '../shared/details-link.js';
import type { LinkTemplates, Navigate } from '../shared/details-link.js';
import { evseList, evseSummary } from '../shared/evse-badges.js';
import { icon } from '../shared/icons.js';
import { statusBadge } from '../shared/status-badge.js';
import { faultText, troubleLines, troubleSince } from '../shared/since-texts.js';
import type { SinceOptions } from '../shared/since-texts.js';

/** How many columns a row has. */
export const COLUMNS = 7;

export interface RowOptions extends SinceOptions {
  templates: LinkTemplates;
  navigate: Navigate;
  isOpen(stationId: string): boolean;
  onToggle(stationId: string): void;
}

/** Opens a row in place and shuts it. */
function disclosure(id: string, index: number, { localize, isOpen, onToggle }: RowOptions): TemplateResult {
  return html`<button
    type="button"
    class="icon-button disclosure"
    part="disclosure"
    aria-expanded=${isOpen(id)}
    aria-controls=${isOpen(id) ? `opened-${index}` : nothing}
    aria-label=${localize.term('evsesOf', id)}
    @click=${() => onToggle(id)}
  >
    ${icon('chevron')}
  </button>`;
}

/** Below the cells of a row that is open: what its station and each EVSE and connector of it reported. */
function openedCell(row: StationRow, index: number, options: RowOptions): TemplateResult {
  const { localize } = options;
  return html`<div role="cell" aria-colspan=${COLUMNS} class="opened-cell" id="opened-${index}">
    ${troubleLines(row, options)}
    ${row.evses.length > 0 ? evseList(localize, row) : html`<p class="quiet">${localize.term('noEvsesKnown')}</p>`}
  </div>`;
}

/** A row; a placeholder until it was loaded. */
export function tableRow(row: StationRow | undefined, index: number, options: RowOptions): TemplateResult {
  if (!row) {
    return html`<div class="row" role="row" aria-rowindex=${index + 2} data-index=${index}>
      <div role="cell" class="pending">${options.localize.term('loading')}</div>
    </div>`;
  }
  const { localize, now, templates, navigate, isOpen } = options;
  const { id, href, locationId, locationName, locationHref, country, operator } = row;
  const location = { kind: 'location' as const, id: locationId, href: locationHref };
  const fault = faultText(row);
  const since = troubleSince(row, options);
  return html`<div
    class=${isOpen(id) ? 'row open' : 'row'}
    part="row"
    role="row"
    aria-rowindex=${index + 2}
    data-index=${index}
    data-station-id=${id}
  >
    <div role="rowheader" class="station-cell">
      ${disclosure(id, index, options)}
      ${detailsLink(localize, id, { kind: 'station', id, href }, templates, navigate)}
    </div>
    <div role="cell" class="location-cell">
      ${detailsLink(localize, locationName || locationId, location, templates, navigate)}
      ${country || operator ? html`<div class="quiet place">${dataText(localize, [country, operator])}</div>` : nothing}
    </div>
    <div role="cell" class="connection-cell">${statusBadge(localize, 'connection', row.connection)}</div>
    <div role="cell" class="status-cell">${statusBadge(localize, 'station', row.status)}</div>
    <div role="cell" class="evse-cell">
      ${row.evses.length > 0 ? evseSummary(localize, row) : '–'}
      ${fault && !isOpen(id) ? html`<div class="fault" lang=${localize.marks.data ?? nothing} title=${fault}>${fault}</div>` : nothing}
    </div>
    <div role="cell" class="since-cell">
      ${since === nothing ? nothing : html`<span class="column-title">${localize.term('since')}</span> ${since}`}
    </div>
    <div role="cell" class="heard-cell">${ageOf(localize, row.lastMessageAt, now)}</div>
    ${isOpen(id) ? openedCell(row, index, options) : nothing}
  </div>`;
}
