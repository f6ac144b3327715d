import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import { LIST_TABS } from '../../model/list-tabs.js';
import type { ListTab } from '../../model/list-tabs.js';
import { formatNumber } from '../shared/format.js';
import { icon } from '../shared/icons.js';
import { emptyNotice } from '../shared/notices.js';

export const TAB_TITLES: Readonly<Record<ListTab, string>> = {
  online: 'Online',
  normal: 'All',
  offline: 'Offline',
};

const TAB_DESCRIPTIONS: Readonly<Record<ListTab, string>> = {
  online: 'Stations that are online',
  normal: 'The normal list: all stations, whether online, offline or unknown',
  offline: 'Stations that are offline',
};

/** The tools above a list of stations. */
interface StationToolsOptions {
  /** The tab that is shown. */
  tab: ListTab;
  /** How many stations each tab holds, once known. */
  counts: Partial<Record<ListTab, number>>;
  search: string;
  onTab(tab: ListTab): void;
  onSearch(text: string): void;
  onCopy(): void;
  onExport(): void;
  /** Absent while the list is up to date. */
  onLatest?: () => void;
}

/** The tab that a key leads to (ARIA tabs pattern). */
function tabAt(key: string, tab: ListTab): ListTab | undefined {
  const { length } = LIST_TABS;
  const index = LIST_TABS.indexOf(tab);
  const next = { ArrowRight: index + 1, ArrowLeft: index - 1 + length, Home: 0, End: length - 1 }[key];
  return next === undefined ? undefined : LIST_TABS[next % length];
}

function tabs({ tab: shown, counts, onTab }: StationToolsOptions): TemplateResult {
  const onKey = (event: KeyboardEvent) => {
    const tab = tabAt(event.key, shown);
    if (!tab) return;
    event.preventDefault();
    onTab(tab);
    (event.currentTarget as Element).querySelector<HTMLElement>(`[data-tab="${tab}"]`)?.focus();
  };
  return html`<div class="tabs" role="tablist" aria-label="By connection" @keydown=${onKey}>
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
        title=${TAB_DESCRIPTIONS[tab]}
        tabindex=${tab === shown ? 0 : -1}
        @click=${() => {
          onTab(tab);
        }}
      >
        ${TAB_TITLES[tab]} <span class="tab-count">${count === undefined ? '' : formatNumber(count)}</span>
      </button>`;
    })}
  </div>`;
}

/** The tabs, the search, copy and export. */
export function stationTools(options: StationToolsOptions): TemplateResult {
  const { search, onSearch, onCopy, onExport, onLatest } = options;
  return html`<div class="tools">
    ${tabs(options)}
    <label class="search">
      ${icon('search')}
      <input
        type="search"
        part="search"
        placeholder="Station ID or location"
        aria-label="Search by station ID or location"
        .value=${search}
        @input=${(event: InputEvent) => {
          onSearch((event.target as HTMLInputElement).value);
        }}
      />
    </label>
    <button type="button" class="text-button" part="copy" @click=${onCopy}>${icon('copy')} Copy</button>
    <button type="button" class="text-button" part="export" @click=${onExport}>
      ${icon('download')} Export CSV
    </button>
    ${onLatest ? html`<button type="button" class="text-button" part="latest" @click=${onLatest}>Show latest</button>` : nothing}
  </div>`;
}

/** In place of the rows where there are none. */
export function nothingListed(search: string | undefined, onClear: () => void): TemplateResult {
  if (!search) return emptyNotice('No stations here.');
  return emptyNotice(`No station or location matches “${search}”.`, {
    label: 'Clear the search',
    onClick: onClear,
  });
}

/** In place of the rows where the reader has narrowed them all away. */
export function nothingLeft(onClear: () => void): TemplateResult {
  return emptyNotice('No station is left by what was chosen.', {
    label: 'Clear the choices',
    onClick: onClear,
  });
}

/** Above rows that could not be brought up to date (R14). */
export function failureNote(error: Error | undefined, onRetry: () => void): TemplateResult {
  return html`<p class="failure" part="error" role="alert">
    Could not be brought up to date${error ? `: ${error.message}` : ''}
    <button type="button" class="text-button" @click=${onRetry}>Try again</button>
  </p>`;
}

/** Above rows that may be out of date (R14). */
export function staleNote(): TemplateResult {
  return html`<p class="failure" part="error" role="status">Live updates interrupted</p>`;
}
