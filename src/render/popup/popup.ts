import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { Localize } from '../../messages/localize.js';
import type { LocationDetail, MapDimension, StationDetail } from '../../model/questions.js';
import { ageOf } from '../shared/ages.js';
import { dataText } from '../shared/data-text.js';
import { evseList, evseStyles, evseSummary } from '../shared/evse-badges.js';
import { icon } from '../shared/icons.js';
import { detailsLink } from '../shared/details-link.js';
import type { LinkTemplates, Navigate } from '../shared/details-link.js';
import { lastMessageTitle } from '../shared/sections.js';
import { badgeStyles, statusBadge } from '../shared/status-badge.js';
import { countStatuses, statusSummary } from '../shared/status-summary.js';
import { troubleLines, troubleStyles } from '../shared/since-texts.js';
import type { SinceOptions } from '../shared/since-texts.js';

/** What a popup shows, and what can be done in it. */
export interface PopupOptions extends SinceOptions {
  dimension: MapDimension;
  templates: LinkTemplates;
  navigate: Navigate;
  headingLevel: number;
  onClose(): void;
  /** Opens one location of several. */
  onOpen(id: string): void;
  /** Goes back to the list of locations; absent where the popup was opened for one alone. */
  onBack?: () => void;
}

function station(detail: StationDetail, options: PopupOptions): TemplateResult {
  const { localize, dimension, now, templates, navigate } = options;
  const { id, href, connection, status, lastMessageAt } = detail;
  return html`<li class="station" data-station-id=${id}>
    ${detailsLink(localize, id, { kind: 'station', id, href }, templates, navigate)}
    <div class="badges">
      <span class="captioned"
        >${localize.term('connection')} ${statusBadge(localize, 'connection', connection)}</span
      >
      <span class="captioned">${localize.term('status')} ${statusBadge(localize, 'station', status)}</span>
    </div>
    ${dimension === 'evse' ? evseList(localize, detail) : evseSummary(localize, detail)}
    ${troubleLines(detail, options)}
    <p class="ages">
      ${localize.term('caption', localize.term(lastMessageTitle(options)))}
      ${ageOf(localize, lastMessageAt, now)}
    </p>
  </li>`;
}

/** In a corner of the popup, and its last stop: a reader comes to its links first, and Escape closes it from any. */
function closeButton({ localize, onClose }: PopupOptions): TemplateResult {
  const name = localize.term('close');
  return html`<button
    type="button"
    class="icon-button close"
    aria-label=${name}
    title=${name}
    @click=${onClose}
  >
    ${icon('close')}
  </button>`;
}

/** How many stations a location has, and what else is told of it. */
function facts(
  localize: Localize,
  { length }: readonly StationDetail[],
  others: readonly (string | undefined)[],
): TemplateResult {
  const stations = localize.counted('stations', length);
  return html`${stations}${others.some(Boolean) ? html` · ${dataText(localize, others)}` : nothing}`;
}

/** R17: a location's name, its stations' IDs and their statuses. */
export function locationPopup(location: LocationDetail, options: PopupOptions): TemplateResult {
  const { id, name, href, stations } = location;
  const { localize } = options;
  const back = localize.term('back');
  return html`<header>
      ${
        options.onBack
          ? html`<button type="button" class="text-button" @click=${options.onBack}>${back}</button>`
          : nothing
      }
      <h4 aria-level=${options.headingLevel}>
        ${detailsLink(localize, name || id, { kind: 'location', id, href }, options.templates, options.navigate)}
      </h4>
    </header>
    <p class="facts">${facts(localize, location.stations, [location.operator, location.country])}</p>
    <ul class="stations">
      ${stations.map(detail => station(detail, options))}
    </ul>
    ${closeButton(options)}`;
}

/** How many of a location's stations, or of the EVSEs of those that are online (R6), are in each status. */
function locationSummary(
  localize: Localize,
  { stations }: LocationDetail,
  dimension: MapDimension,
): TemplateResult[] {
  if (dimension === 'connection')
    return statusSummary(localize, dimension, countStatuses(stations.map(({ connection }) => connection)));
  const online = stations.filter(({ connection }) => connection === 'online');
  return statusSummary(
    localize,
    dimension,
    countStatuses(online.flatMap(({ evses }) => evses.map(({ status }) => status))),
  );
}

/** A location of several: what tells it from others of its name, and how its stations are. */
function locationEntry(location: LocationDetail, isNamesake: boolean, options: PopupOptions): TemplateResult {
  const { id, name, stations, operator, country } = location;
  const { localize } = options;
  return html`<li class="station">
    <button type="button" class="open" data-location-id=${id} @click=${() => options.onOpen(id)}>
      <span class="name">${dataText(localize, [name || id])}</span>
      <span class="facts"
        >${facts(localize, stations, [isNamesake ? id : undefined, operator, country])}</span
      >
      <span class="badges">${locationSummary(localize, location, options.dimension)}</span>
    </button>
  </li>`;
}

/** R16: the locations of a stack that zooming does not split. */
export function locationsPopup(locations: readonly LocationDetail[], options: PopupOptions): TemplateResult {
  const { localize } = options;
  const hasNamesake = ({ id, name }: LocationDetail) =>
    Boolean(name) && locations.some(other => other.id !== id && other.name === name);
  return html`<header>
      <h4 aria-level=${options.headingLevel}>
        ${localize.term('locationsHere', localize.counted('locations', locations.length))}
      </h4>
    </header>
    <ul class="stations">
      ${locations.map(location => locationEntry(location, hasNamesake(location), options))}
    </ul>
    ${closeButton(options)}`;
}

export const popupStyles = css`
  ${badgeStyles}
  ${evseStyles}
  ${troubleStyles}
  .popup {
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    box-shadow: 0 6px 24px rgb(0 0 0 / 28%);
    display: flex;
    flex-direction: column;
    overflow: hidden;
    width: min(21.25 * var(--_unit), calc(100% - 16px));
  }
  .popup[hidden] {
    display: none;
  }
  .popup header {
    align-items: center;
    border-bottom: 1px solid var(--_line);
    display: flex;
    flex: none;
    gap: 6px;
    min-height: calc(var(--_control) + 13px);
    padding-block: 6px;
    padding-inline: 12px calc(var(--_control) + 12px);
  }
  .popup .close {
    inset-inline-end: 6px;
    position: absolute;
    top: 6px;
  }
  .popup h4 {
    flex: 1 1 auto;
    font-size: var(--_type-body);
    font-weight: 600;
    margin: 0;
    max-height: 4.2em;
    min-width: 0;
    overflow: auto;
    overflow-wrap: anywhere;
  }
  .popup .facts {
    color: var(--_muted);
    flex: none;
    font-size: var(--_type-small);
    margin: 0;
    padding: 6px 12px 0;
  }
  .popup .stations {
    list-style: none;
    margin: 0;
    max-height: calc(21.25 * var(--_unit));
    overflow: auto;
    padding: 0 12px;
  }
  /* In a low window, where its head alone would fill it. */
  @media (max-height: 30rem) {
    .popup {
      overflow: auto;
    }
    .popup .stations {
      flex: none;
      max-height: none;
    }
  }
  .popup .station {
    padding: 8px 0;
  }
  .popup .station + .station {
    border-top: 1px solid var(--_line);
  }
  .popup .name {
    font-weight: 500;
    overflow-wrap: anywhere;
  }
  .captioned {
    color: var(--_muted);
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0 5px;
  }
  .captioned .badge {
    color: var(--_text);
  }
  .popup .ages {
    color: var(--_muted);
    font-size: var(--_type-small);
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
    background: var(--_hover);
  }
  .open .facts {
    display: block;
    padding: 0;
  }
`;
