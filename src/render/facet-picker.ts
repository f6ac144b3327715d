import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';

import type { Localize } from '../messages/localize.js';
import type { Facet } from '../model/questions.js';
import { chosenWords, FACET_TERMS, matchingOptions } from './shared/facet-options.js';
import type { FacetOption } from './shared/facet-options.js';
import { icon } from './shared/icons.js';
import { isolated } from '../messages/isolated.js';
import { keepTyped } from './shared/keep-typed.js';

/** Options that are drawn at most; the others are found by what is typed. */
const DRAWN = 200;
/** From this many options on they can be searched. */
const SEARCHED = 9;

/** A facet's control as it is drawn, and what is done with it. */
export interface FacetPickerView {
  localize: Localize;
  facet: Facet;
  options: readonly FacetOption[];
  chosen: readonly string[];
  isOpen: boolean;
  /** What the options are searched for. */
  text: string;
  onToggle(): void;
  onSearch(text: string): void;
  onChoose(value: string): void;
  onKey(event: KeyboardEvent): void;
  onLeave(event: FocusEvent): void;
}

/** A button that says what is chosen, and opens a list of what there is to choose. */
export function facetPicker(view: FacetPickerView): TemplateResult {
  const { localize, facet, chosen, isOpen } = view;
  const title = localize.term(FACET_TERMS[facet].title);
  return html`<div
    class="picker"
    data-facet=${facet}
    @keydown=${(event: KeyboardEvent) => view.onKey(event)}
    @focusout=${(event: FocusEvent) => view.onLeave(event)}
  >
    <button
      type="button"
      part="filter"
      class="text-button ${chosen.length > 0 ? 'is-chosen' : ''}"
      data-facet=${facet}
      aria-haspopup="dialog"
      aria-expanded=${isOpen}
      aria-controls="${facet}-options"
      @click=${() => view.onToggle()}
    >
      <span class="facet">${title}</span>
      <span class="chosen" lang=${chosen.length > 0 ? langOf(view) : nothing}
        >${isolated(chosenWords(localize, facet, chosen))}</span
      >
      ${icon('down')}
    </button>
    <div
      id="${facet}-options"
      class="options"
      role="dialog"
      aria-label=${title}
      tabindex="-1"
      ?hidden=${!isOpen}
    >
      ${isOpen ? optionsOf(view) : nothing}
    </div>
  </div>`;
}

/** Of the names of a facet's values: the names of countries are texts. */
function langOf({ localize, facet }: FacetPickerView): string | typeof nothing {
  return (facet === 'operator' ? localize.marks.data : undefined) ?? nothing;
}

function optionsOf(view: FacetPickerView): TemplateResult {
  const { localize, facet, options, text } = view;
  const find = localize.term(FACET_TERMS[facet].find);
  const found = matchingOptions(options, text);
  return html`${
      options.length >= SEARCHED
        ? html`<div class="find">
            ${icon('search')}
            <input
              type="search"
              aria-label=${find}
              placeholder=${find}
              .value=${live(text)}
              @keydown=${keepTyped}
              @input=${(event: InputEvent) => view.onSearch((event.target as HTMLInputElement).value)}
            />
          </div>`
        : nothing
    }
    <ul>
      ${repeat(
        found.slice(0, DRAWN),
        ({ value }) => value,
        (option, index) => optionOf(view, option, index === 0),
      )}
    </ul>
    <p role="status">${statusOf(view, found.length)}</p>`;
}

/** What is to be said of how many options were found. */
function statusOf({ localize, facet }: FacetPickerView, found: number): string {
  if (found === 0) return localize.term(FACET_TERMS[facet].none);
  return found > DRAWN ? localize.counted('moreOptions', found - DRAWN) : '';
}

function optionOf(
  view: FacetPickerView,
  { value, name, stations }: FacetOption,
  isFirst: boolean,
): TemplateResult {
  return html`<li>
    <label>
      <input
        type="checkbox"
        part="filter-option"
        data-value=${value}
        tabindex=${isFirst ? 0 : -1}
        .checked=${live(view.chosen.includes(value))}
        @change=${() => view.onChoose(value)}
      />
      <span class="name" lang=${langOf(view)}>${isolated(name)}</span>
      <span class="count" aria-hidden="true">${view.localize.number(stations)}</span>
      <span class="visually-hidden">${view.localize.counted('stations', stations)}</span>
    </label>
  </li>`;
}
