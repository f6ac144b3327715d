import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { Localize, TextKey } from '../../messages/localize.js';
import { LIST_TABS } from '../../model/list-tabs.js';
import type { ListTab } from '../../model/list-tabs.js';
import { icon } from '../shared/icons.js';
import { isolated } from '../../messages/isolated.js';
import { keepTyped } from '../shared/keep-typed.js';
import { emptyNotice } from '../shared/notices.js';

export const TAB_TITLES: Readonly<Record<ListTab, TextKey>> = {
  online: 'tabOnline',
  normal: 'tabNormal',
  offline: 'tabOffline',
};

const TAB_DESCRIPTIONS: Readonly<Record<ListTab, TextKey>> = {
  online: 'tabOnlineMeans',
  normal: 'tabNormalMeans',
  offline: 'tabOfflineMeans',
};

/** The tools above a list of stations. */
interface StationToolsOptions {
  localize: Localize;
  /** The tab that is shown. */
  tab: ListTab;
  /** How many stations each tab holds, once known. */
  counts: Partial<Record<ListTab, number>>;
  search: string;
  /** Whether all are shown where a low window has no room for them beside the rows. */
  areUnfolded: boolean;
  onUnfold(): void;
  onTab(tab: ListTab): void;
  onSearch(text: string): void;
  onCopy(): void;
  onExport(): void;
  /** Absent while the list is up to date. */
  onLatest?: () => void;
}

/** The tab that a key leads to (ARIA tabs pattern): along the text, whichever way it runs. */
function tabAt(key: string, tab: ListTab, isRightToLeft: boolean): ListTab | undefined {
  const { length } = LIST_TABS;
  const index = LIST_TABS.indexOf(tab);
  const [forward, backward] = isRightToLeft ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
  const next = { [forward]: index + 1, [backward]: index - 1 + length, Home: 0, End: length - 1 }[key];
  return next === undefined ? undefined : LIST_TABS[next % length];
}

function tabs({ localize, tab: shown, counts, onTab }: StationToolsOptions): TemplateResult {
  const onKey = (event: KeyboardEvent) => {
    const list = event.currentTarget as Element;
    const tab = tabAt(event.key, shown, getComputedStyle(list).direction === 'rtl');
    if (!tab) return;
    event.preventDefault();
    onTab(tab);
    list.querySelector<HTMLElement>(`[data-tab="${tab}"]`)?.focus();
  };
  return html`<div class="tabs" role="tablist" aria-label=${localize.term('byConnection')} @keydown=${onKey}>
    ${LIST_TABS.map(tab => {
      const count = counts[tab];
      return html`<button
        type="button"
        role="tab"
        part="tab"
        data-tab=${tab}
        data-count=${count ?? nothing}
        aria-selected=${tab === shown}
        aria-controls="rows"
        title=${localize.term(TAB_DESCRIPTIONS[tab])}
        tabindex=${tab === shown ? 0 : -1}
        @click=${() => {
          onTab(tab);
        }}
      >
        ${localize.term(TAB_TITLES[tab])}
        <span class="tab-count">${count === undefined ? '' : localize.number(count)}</span>
      </button>`;
    })}
  </div>`;
}

/** The tabs, the search, copy and export. */
export function stationTools(options: StationToolsOptions): TemplateResult {
  const { localize, search, areUnfolded, onUnfold, onSearch, onCopy, onExport, onLatest } = options;
  const unfold = localize.term(areUnfolded ? 'hideTools' : 'showTools');
  return html`<div class="tools">
    ${tabs(options)}
    <button
      type="button"
      class="icon-button unfold"
      part="unfold"
      aria-label=${unfold}
      aria-expanded=${areUnfolded}
      title=${unfold}
      @click=${onUnfold}
    >
      ${icon('search')}
    </button>
    <label class="search">
      ${icon('search')}
      <input
        type="search"
        part="search"
        placeholder=${localize.term('stationIdOrLocation')}
        aria-label=${localize.term('searchStations')}
        .value=${search}
        @keydown=${keepTyped}
        @input=${(event: InputEvent) => {
          onSearch((event.target as HTMLInputElement).value);
        }}
      />
    </label>
    <button type="button" class="text-button" part="copy" @click=${onCopy}>
      ${icon('copy')} ${localize.term('copy')}
    </button>
    <button type="button" class="text-button" part="export" @click=${onExport}>
      ${icon('download')} ${localize.term('exportCsv')}
    </button>
    ${
      onLatest
        ? html`<button type="button" class="text-button" part="latest" @click=${onLatest}>
            ${localize.term('showLatest')}
          </button>`
        : nothing
    }
  </div>`;
}

/** In place of the rows where there are none. */
export function nothingListed(
  localize: Localize,
  search: string | undefined,
  onClear: () => void,
): TemplateResult {
  if (!search) return emptyNotice(localize.term('nothingHere'));
  return emptyNotice(localize.term('nothingMatches', isolated(search)), {
    label: localize.term('clearSearch'),
    onClick: onClear,
  });
}

/** In place of the rows where the reader has narrowed them all away. */
export function nothingLeft(localize: Localize, onClear: () => void): TemplateResult {
  return emptyNotice(localize.term('nothingLeft'), {
    label: localize.term('clearChoices'),
    onClick: onClear,
  });
}

/** Above rows that could not be brought up to date (R14). */
export function failureNote(
  localize: Localize,
  error: Error | undefined,
  onRetry: () => void,
): TemplateResult {
  const text = localize.term('notUpToDate');
  return html`<p class="failure" part="error" role="alert">
    ${error ? localize.term('captioned', text, localize.explain(error).text) : text}
    <button type="button" class="text-button" @click=${onRetry}>${localize.term('tryAgain')}</button>
  </p>`;
}

/** Above rows that may be out of date (R14). */
export function staleNote(localize: Localize): TemplateResult {
  return html`<p class="failure" part="error" role="status">${localize.term('interrupted')}</p>`;
}
