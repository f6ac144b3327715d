import { VirtualizerController } from '@tanstack/lit-virtual';
import { html, LitElement, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';

import type { StationSortKey } from '../model/answers.js';
import { firstTab, LIST_TABS, tabFilter } from '../model/list-tabs.js';
import type { ListTab } from '../model/list-tabs.js';
import type { StationFilter } from '../model/types.js';
import { nowOf } from '../provider/page-clock.js';
import type { DataProvider } from '../provider/types.js';
import { baseStyles } from '../render/base-styles.js';
import { icon } from '../render/icons.js';
import { emptyNotice, errorNotice, loadingNotice, noProviderNotice } from '../render/notices.js';
import { badgeStyles } from '../render/popup.js';
import { stationListStyles } from '../render/station-list-styles.js';
import { stationTableStyles, tabLabel, tableHead, tableRow } from '../render/station-table.js';
import type { Sorting } from '../render/station-table.js';
import { DataController } from './data-controller.js';
import { NavigateEvent, TabChangeEvent } from './events.js';
import { StatesController } from './states.js';
import { copyRows, downloadRows } from './station-export.js';
import { StationPages, tabCounts } from './station-pages.js';

const TAB_TITLES: Readonly<Record<ListTab, string>> = {
  online: 'Online',
  normal: 'Normal',
  offline: 'Offline',
};
/** Pixels, as the table's styles have it: in one line, and as a card where the list is narrow. */
const ROW_HEIGHT = 44;
const CARD_HEIGHT = 116;
const NARROW = 700;
const SEARCH_DELAY = 200;

/**
 * The stations behind a figure (R19, R20), with tabs by connection, search, sorting, copy and export.
 *
 * @customElement ev-station-list
 * @statuscolors connection evse station
 * @fires {NavigateEvent} ev-navigate - A link to a details page was clicked; cancelable (R18).
 * @fires {TabChangeEvent} ev-tab-change - Another tab was chosen.
 * @csspart tab - A tab, with data-tab and data-count.
 * @csspart search - The field that searches by station ID and location.
 * @csspart row - A station, with data-station-id.
 * @csspart copy - The button that copies what is listed as CSV.
 * @csspart export - The button that saves what is listed as CSV.
 * @csspart empty - Stands in place of the rows where there are none.
 * @csspart error - Stands in place of the rows where they could not be had.
 * @cssstate loading - Rows are on their way.
 * @cssstate empty - No station is to be listed.
 * @cssstate error - The rows could not be had, or the last fetch failed.
 * @cssstate stale - The live stream is interrupted.
 */
export class EvStationList extends LitElement {
  /** Which stations: what `ev-drill-down` carries. Without one, all in production. */
  @property({ attribute: false }) filter: StationFilter = {};

  /** `online`, `normal` (all) or `offline`; without it, the tab that the filter asks for. */
  @property() tab?: ListTab;

  /** Details page of a location, with `{id}` in place of its ID (R18). */
  @property({ attribute: 'location-href' }) locationHref?: string;

  /** Details page of a station, with `{id}` in place of its ID (R18). */
  @property({ attribute: 'station-href' }) stationHref?: string;

  /** Where the data comes from; wins over the provider around it. */
  @property({ attribute: false }) provider?: DataProvider;

  @state() private search = '';
  @state() private sorting?: Sorting;
  @state() private told = '';
  @state() private isNarrow = false;

  @query('.table') private readonly table!: HTMLElement | null;

  private pages?: StationPages;
  private searchTimer?: ReturnType<typeof setTimeout>;
  private readonly data = new DataController<Record<ListTab, number>>(this, (provider, signal) =>
    this.countTabs(provider, signal),
  );
  private readonly virtual = new VirtualizerController<HTMLElement, HTMLElement>(this, {
    count: 0,
    getScrollElement: () => this.table,
    estimateSize: () => (this.isNarrow ? CARD_HEIGHT : ROW_HEIGHT),
    overscan: 12,
  });
  private readonly width = new ResizeObserver(([entry]) => {
    this.isNarrow = entry!.contentRect.width <= NARROW;
  });

  static override styles = [baseStyles, badgeStyles, stationTableStyles, stationListStyles];

  constructor() {
    super();
    new StatesController(this, () => {
      const { status } = this.data.state;
      return {
        loading:
          status === 'loading' || (this.pages !== undefined && !this.pages.isKnown && !this.pages.error),
        empty: this.pages?.isKnown === true && this.pages.total === 0,
        error: status === 'error' || this.pages?.error !== undefined,
        stale: status === 'stale',
      };
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.width.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.width.disconnect();
    clearTimeout(this.searchTimer);
    this.pages?.stop();
    this.pages = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { provider } = this.data;
    if (!provider) return;
    if (
      !this.pages ||
      changed.has('filter') ||
      changed.has('tab') ||
      changed.has('search') ||
      changed.has('sorting') ||
      changed.has('provider')
    ) {
      this.pages?.stop();
      const { search, sorting } = this;
      const filter = tabFilter(this.filter, this.shownTab);
      this.pages = new StationPages(provider, { filter, search, sort: sorting }, () => {
        this.requestUpdate();
      });
      this.pages.want(0);
    }
    const virtualizer = this.virtual.getVirtualizer();
    virtualizer.setOptions({ ...virtualizer.options, count: this.pages.total });
    if (changed.has('isNarrow')) virtualizer.measure();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('filter') || changed.has('search')) this.data.ask();
    if (changed.has('filter') || changed.has('tab') || changed.has('search') || changed.has('sorting')) {
      this.table?.scrollTo({ top: 0 });
    }
    this.pages?.want(this.virtual.getVirtualizer().getVirtualItems().at(-1)?.index ?? 0);
  }

  protected override render(): TemplateResult {
    if (!this.data.provider) return noProviderNotice(this.localName);
    return html`<div class="list">
      <div class="tools">
        <div class="tabs" role="tablist" aria-label="By connection" @keydown=${this.onTabKey}>
          ${LIST_TABS.map(tab => this.renderTab(tab))}
        </div>
        <label class="search">
          ${icon('search')}
          <input
            type="search"
            part="search"
            placeholder="Station ID or location"
            aria-label="Search by station ID or location"
            .value=${this.search}
            @input=${this.onSearch}
          />
        </label>
        <button type="button" class="text-button" part="copy" @click=${this.copy}>
          ${icon('copy')} Copy
        </button>
        <button type="button" class="text-button" part="export" @click=${this.export}>
          ${icon('download')} Export CSV
        </button>
        ${this.pages?.isOutdated ? html`<button type="button" class="text-button" @click=${this.showLatest}>Show latest</button>` : nothing}
      </div>
      <p class="told" role="status">${this.told}</p>
      <div role="tabpanel" class="panel" aria-label=${TAB_TITLES[this.shownTab]}>${this.renderRows()}</div>
    </div>`;
  }

  private renderTab(tab: ListTab): TemplateResult {
    const count = this.data.answer?.[tab];
    const isShown = tab === this.shownTab;
    return html`<button
      type="button"
      role="tab"
      part="tab"
      data-tab=${tab}
      data-count=${count ?? nothing}
      aria-selected=${isShown}
      tabindex=${isShown ? 0 : -1}
      @click=${() => {
        this.showTab(tab);
      }}
    >
      ${tabLabel(TAB_TITLES[tab], count)}
    </button>`;
  }

  private renderRows(): TemplateResult {
    const { pages } = this;
    if (pages?.error && !pages.isKnown) {
      const retry = { label: 'Try again', onClick: () => this.showLatest() };
      return errorNotice('The list could not be loaded.', pages.error, retry);
    }
    if (!pages?.isKnown) return loadingNotice();
    if (pages.total === 0) return this.renderEmpty();
    const virtualizer = this.virtual.getVirtualizer();
    const options = {
      now: nowOf(this.data.provider!),
      templates: this,
      navigate: (detail: NavigateEvent['detail']) => this.dispatchEvent(new NavigateEvent(detail)),
    };
    return html`<div
      class="table"
      role="table"
      tabindex="0"
      aria-label="Stations"
      aria-rowcount=${pages.total + 1}
    >
      <div role="rowgroup">${tableHead(this.sorting, this.sort)}</div>
      <div class="body" role="rowgroup" .style=${`height: ${virtualizer.getTotalSize()}px`}>
        ${repeat(
          virtualizer.getVirtualItems(),
          ({ index }) => index,
          ({ index, start }) => tableRow(pages.rows[index], { index, top: start }, options),
        )}
      </div>
    </div>`;
  }

  private renderEmpty(): TemplateResult {
    if (!this.search) return emptyNotice('No stations here.');
    const clear = () => {
      this.search = '';
    };
    return emptyNotice(`No station or location matches “${this.search}”.`, {
      label: 'Clear the search',
      onClick: clear,
    });
  }

  private get shownTab(): ListTab {
    return this.tab && LIST_TABS.includes(this.tab) ? this.tab : firstTab(this.filter);
  }

  private showTab(tab: ListTab): void {
    if (tab === this.shownTab) return;
    this.tab = tab;
    this.dispatchEvent(new TabChangeEvent({ tab }));
  }

  private countTabs(provider: DataProvider, signal: AbortSignal): Promise<Record<ListTab, number>> {
    this.pages?.dataChanged();
    return tabCounts(provider, this.filter, this.search, signal);
  }

  private readonly onSearch = (event: InputEvent) => {
    const { value } = event.target as HTMLInputElement;
    clearTimeout(this.searchTimer);
    this.searchTimer = setTimeout(() => (this.search = value), SEARCH_DELAY);
  };

  private readonly onTabKey = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = (LIST_TABS.indexOf(this.shownTab) + step + LIST_TABS.length) % LIST_TABS.length;
    this.showTab(LIST_TABS[next]!);
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('[aria-selected="true"]')?.focus(),
    );
  };

  private readonly sort = (by: StationSortKey) => {
    this.sorting = { by, descending: this.sorting?.by === by && !this.sorting.descending };
  };

  private readonly showLatest = () => {
    void this.pages?.update();
  };

  private readonly copy = async () => {
    this.told = await copyRows(this.pages!);
  };

  private readonly export = async () => {
    this.told = await downloadRows(this.pages!);
  };
}
