import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';

import type { Localize } from '../../messages/localize.js';
import type { StationStatus, StatusCounts } from '../../model/records.js';
import { dataText } from '../shared/data-text.js';
import { icon } from '../shared/icons.js';
import { isolated } from '../../messages/isolated.js';
import { keepTyped } from '../shared/keep-typed.js';
import { namedOf } from '../shared/named.js';
import { statusBadge } from '../shared/status-badge.js';
import { statusSummary } from '../shared/status-summary.js';
import { rem } from '../shared/rem.js';

/** A location, or a station at one, that a search found. */
export interface SearchHit {
  locationId: string;
  name: string;
  stationId?: string;
  /** Where it is, and what else tells it from others of its name. */
  place: readonly string[];
  /** How many of its stations are in each status of their connection; absent where they were not all found. */
  connections?: StatusCounts;
  /** Of a station that is online. */
  status?: StationStatus;
}

interface MapSearchOptions {
  localize: Localize;
  /** The map that is searched. */
  view: string;
  text: string;
  /** Undefined while no search is open. */
  hits: readonly SearchHit[] | undefined;
  /** The hit that the arrow keys have reached; -1 for none. */
  active: number;
  /** What went wrong, or that nothing was found. */
  message: string;
  onInput(text: string): void;
  onKey(event: KeyboardEvent): void;
  onChoose(hit: SearchHit): void;
  onBlur(): void;
}

function intoView(element: Element | undefined): void {
  element?.scrollIntoView({ block: 'nearest' });
}

/** How a hit is and where: two of one name differ. */
function hitFacts(localize: Localize, { stationId, place, connections, status }: SearchHit): TemplateResult {
  const connection = Object.keys(connections ?? {}).map(word => statusBadge(localize, 'connection', word));
  return html`<span class="hit-facts">
    ${stationId ? connection : statusSummary(localize, 'connection', connections ?? {})}
    ${status ? statusBadge(localize, 'station', status) : nothing}
    ${place.length > 0 ? dataText(localize, place) : nothing}
  </span>`;
}

function option(
  hit: SearchHit,
  index: number,
  { localize, active, onChoose }: MapSearchOptions,
): TemplateResult {
  // Pressing must not take the focus from the field: leaving it closes the list before the click.
  return html`<li
    id="hit-${index}"
    role="option"
    part="hit"
    data-location-id=${hit.locationId}
    aria-selected=${index === active}
    ${index === active ? ref(intoView) : nothing}
    @pointerdown=${(event: Event) => {
      event.preventDefault();
    }}
    @click=${() => {
      onChoose(hit);
    }}
  >
    <span lang=${localize.marks.data ?? nothing}
      >${hit.stationId ? html`<b>${isolated(hit.stationId)}</b> ` : nothing}${isolated(hit.name)}</span
    >
    ${hitFacts(localize, hit)}
  </li>`;
}

/** A field with what it finds below it. */
export function mapSearch(options: MapSearchOptions): TemplateResult {
  const { localize, view, text, hits = [], active, message, onInput, onKey, onBlur } = options;
  const isOpen = hits.length > 0;
  return html`<div class="map-search">
    ${icon('search')}
    <input
      type="search"
      part="search"
      role="combobox"
      aria-label=${namedOf(localize, 'searchMap', view)}
      aria-expanded=${isOpen}
      aria-controls="hits"
      aria-activedescendant=${active >= 0 ? `hit-${active}` : nothing}
      aria-autocomplete="list"
      autocomplete="off"
      placeholder=${localize.term('search')}
      .value=${text}
      @input=${(event: InputEvent) => {
        onInput((event.target as HTMLInputElement).value);
      }}
      @keydown=${(event: KeyboardEvent) => {
        keepTyped(event);
        onKey(event);
      }}
      @blur=${onBlur}
    />
    <ul id="hits" class="hits" role="listbox" aria-label=${localize.term('found')} ?hidden=${!isOpen}>
      ${hits.map((hit, index) => option(hit, index, options))}
    </ul>
    <p class="search-message" role="status">${message}</p>
    <p class="visually-hidden" role="status">${isOpen ? localize.counted('foundHits', hits.length) : ''}</p>
  </div>`;
}

export const mapSearchStyles = css`
  .map-search {
    align-items: center;
    background: var(--_surface);
    border: 1px solid var(--_edge);
    border-radius: 6px;
    color: var(--_muted);
    display: flex;
    gap: 6px;
    padding-inline-start: 7px;
  }
  .map-search:focus-within {
    box-shadow: 0 0 0 5px var(--_surface);
    outline: 2px solid var(--_focus);
    outline-offset: 1px;
  }
  .map-search input {
    background: none;
    border: 0;
    color: var(--_text);
    font-size: var(--_type-medium);
    box-shadow: none;
    height: var(--_control);
    /* As high as its frame, for a finger. */
    margin-block: -1px;
    outline: none;
    padding: 0;
    padding-inline-end: 6px;
    width: min(10.625 * var(--_unit), 34cqw);
  }
  @container (max-width: ${rem(12)}) {
    .map-search > .icon {
      display: none;
    }
    .map-search input {
      width: 43cqw;
    }
  }
  .map-search input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .hits,
  .search-message:not(:empty) {
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: 6px;
    box-shadow: 0 6px 24px rgb(0 0 0 / 28%);
    color: var(--_text);
    font-size: var(--_type-medium);
    list-style: none;
    margin: 0;
    /* Within the map, which cuts off what is outside. */
    max-height: min(16.25 * var(--_unit), 100cqh - var(--_control) - 20px);
    overflow: auto;
    padding: 4px;
    position: absolute;
    right: 0;
    top: calc(100% + 4px);
    width: min(20 * var(--_unit), 100cqw - 18px);
    z-index: 5;
  }
  .hits[hidden] {
    display: none;
  }
  .search-message {
    margin: 0;
  }
  .hits li {
    border-radius: 4px;
    cursor: pointer;
    overflow-wrap: anywhere;
    padding: 5px 8px;
  }
  .hit-facts {
    color: var(--_muted);
    display: flex;
    flex-wrap: wrap;
    font-size: var(--_type-small);
    gap: 0 0.75em;
  }
  .hits li:hover,
  .hits li[aria-selected='true'] {
    background: var(--_hover);
  }
  /* The keyboard's place in the list: the focus itself stays in the field. */
  .hits li[aria-selected='true'] {
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
  }
`;
