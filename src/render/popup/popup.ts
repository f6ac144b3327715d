import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { LocationDetail, MapDimension, StationDetail } from '../../model/questions.js';
import { ageOf } from '../shared/ages.js';
import { evseList, evseStyles, evseSummary } from '../shared/evse-badges.js';
import { formatCounted, isolated } from '../shared/format.js';
import { icon } from '../shared/icons.js';
import { detailsLink } from '../shared/details-link.js';
import type { LinkTemplates, Navigate } from '../shared/details-link.js';
import { lastMessageTitle, SECTIONS } from '../shared/sections.js';
import { badgeStyles, statusBadge } from '../shared/status-badge.js';
import { countStatuses, statusSummary } from '../shared/status-summary.js';
import { troubleLines, troubleStyles } from '../shared/since-texts.js';
import type { SinceOptions } from '../shared/since-texts.js';

/** What a popup shows, and what can be done in it. */
export interface PopupOptions extends SinceOptions {
  dimension: MapDimension;
  templates: LinkTemplates;
  navigate: Navigate;
  onClose(): void;
  /** Opens one location of several. */
  onOpen(id: string): void;
  /** Goes back to the list of locations; absent where the popup was opened for one alone. */
  onBack?: () => void;
}

function station(detail: StationDetail, options: PopupOptions): TemplateResult {
  const { dimension, now, templates, navigate } = options;
  const { id, href, connection, status, lastMessageAt } = detail;
  return html`<li class="station" data-station-id=${id}>
    ${detailsLink(id, { kind: 'station', id, href }, templates, navigate)}
    <div class="badges">
      <span class="captioned">Connection ${statusBadge('connection', connection)}</span>
      <span class="captioned">Status ${statusBadge('station', status)}</span>
    </div>
    ${dimension === 'evse' ? evseList(detail) : evseSummary(detail)} ${troubleLines(detail, options)}
    <p class="ages">${lastMessageTitle(options)}: ${ageOf(lastMessageAt, now)}</p>
  </li>`;
}

function closeButton(onClose: () => void): TemplateResult {
  return html`<button type="button" class="icon-button" aria-label="Close" title="Close" @click=${onClose}>
    ${icon('close')}
  </button>`;
}

/** R17: a location's name, its stations' IDs and their statuses. */
export function locationPopup(location: LocationDetail, options: PopupOptions): TemplateResult {
  const { id, name, href, stations } = location;
  return html`<header>
      ${
        options.onBack
          ? html`<button type="button" class="text-button" @click=${options.onBack}>Back</button>`
          : nothing
      }
      <h4>${detailsLink(name || id, { kind: 'location', id, href }, options.templates, options.navigate)}</h4>
      ${closeButton(options.onClose)}
    </header>
    <p class="facts">
      ${[formatCounted(stations.length, SECTIONS.connection.counted), location.operator, location.country]
        .filter(Boolean)
        .map(fact => isolated(fact!))
        .join(' · ')}
    </p>
    <ul class="stations">
      ${stations.map(detail => station(detail, options))}
    </ul>`;
}

/** How many of a location's stations, or of the EVSEs of those that are online (R6), are in each status. */
function locationSummary({ stations }: LocationDetail, dimension: MapDimension): TemplateResult[] {
  if (dimension === 'connection')
    return statusSummary(dimension, countStatuses(stations.map(({ connection }) => connection)));
  const online = stations.filter(({ connection }) => connection === 'online');
  return statusSummary(
    dimension,
    countStatuses(online.flatMap(({ evses }) => evses.map(({ status }) => status))),
  );
}

/** A location of several: what tells it from others of its name, and how its stations are. */
function locationEntry(location: LocationDetail, isNamesake: boolean, options: PopupOptions): TemplateResult {
  const { id, name, stations, operator, country } = location;
  const facts = [isNamesake ? id : undefined, operator, country].filter(Boolean).map(fact => isolated(fact!));
  return html`<li class="station">
    <button type="button" class="open" data-location-id=${id} @click=${() => options.onOpen(id)}>
      <span class="name">${isolated(name || id)}</span>
      <span class="facts"
        >${[formatCounted(stations.length, SECTIONS.connection.counted), ...facts].join(' · ')}</span
      >
      <span class="badges">${locationSummary(location, options.dimension)}</span>
    </button>
  </li>`;
}

/** R16: the locations of a stack that zooming does not split. */
export function locationsPopup(locations: readonly LocationDetail[], options: PopupOptions): TemplateResult {
  const hasNamesake = ({ id, name }: LocationDetail) =>
    Boolean(name) && locations.some(other => other.id !== id && other.name === name);
  return html`<header>
      <h4>${formatCounted(locations.length, { one: 'location', many: 'locations' })} at this point</h4>
      ${closeButton(options.onClose)}
    </header>
    <ul class="stations">
      ${locations.map(location => locationEntry(location, hasNamesake(location), options))}
    </ul>`;
}

export const popupStyles = css`
  ${badgeStyles}
  ${evseStyles}
  ${troubleStyles}
  .popup {
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    box-shadow: 0 6px 24px rgb(0 0 0 / 28%);
    display: flex;
    flex-direction: column;
    overflow: hidden;
    width: min(21.25 * var(--unit), calc(100% - 16px));
  }
  .popup[hidden] {
    display: none;
  }
  .popup header {
    align-items: center;
    border-bottom: 1px solid var(--line);
    display: flex;
    flex: none;
    gap: 6px;
    padding: 6px 6px 6px 12px;
  }
  .popup h4 {
    flex: 1 1 auto;
    font-size: var(--type-body);
    font-weight: 600;
    margin: 0;
    max-height: 4.2em;
    min-width: 0;
    overflow: auto;
    overflow-wrap: anywhere;
  }
  .popup .facts {
    color: var(--muted);
    flex: none;
    font-size: var(--type-small);
    margin: 0;
    padding: 6px 12px 0;
  }
  .popup .stations {
    list-style: none;
    margin: 0;
    max-height: calc(21.25 * var(--unit));
    overflow: auto;
    padding: 0 12px;
  }
  .popup .station {
    padding: 8px 0;
  }
  .popup .station + .station {
    border-top: 1px solid var(--line);
  }
  .popup .name {
    font-weight: 500;
    overflow-wrap: anywhere;
  }
  .captioned {
    color: var(--muted);
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0 5px;
  }
  .captioned .badge {
    color: var(--text);
  }
  .popup .ages {
    color: var(--muted);
    font-size: var(--type-small);
    margin: 2px 0 0;
  }
  .open {
    background: none;
    border: 0;
    border-radius: 6px;
    display: block;
    padding: 4px;
    text-align: start;
    width: 100%;
  }
  .open:hover {
    background: var(--hover);
  }
  .open .facts {
    display: block;
    padding: 0;
  }
`;
