import { VirtualizerController } from '@tanstack/lit-virtual';
import { html, LitElement, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';

import type { StationSortKey } from '../model/questions.js';
import { firstTab, LIST_TABS, tabFilter } from '../model/list-tabs.js';
import type { ListTab } from '../model/list-tabs.js';
import type { StationFilter } from '../model/records.js';
import { nowOf } from '../provider/page-clock.js';
import type { DataProvider } from '../provider/data-provider.js';
import { baseStyles } from '../render/shared/base-styles.js';
import { errorNotice, loadingNotice, noProviderNotice } from '../render/shared/notices.js';
import { badgeStyles } from '../render/popup/popup.js';
import { stationListStyles } from '../render/list/station-list-styles.js';
import { stationTableStyles } from '../render/list/station-table-styles.js';
import { agesOf, stationTable } from '../render/list/station-table.js';
import type { Sorting } from '../render/list/station-table.js';
import {
  failureNote,
  nothingListed,
  staleNote,
  stationTools,
  TAB_TITLES,
} from '../render/list/station-tools.js';
import { DataController } from './controllers/data-controller.js';
import { NavigateEvent, TabChangeEvent } from './events.js';
import { StatesController } from './controllers/states-controller.js';
import { copyRows, downloadRows } from './controllers/station-export.js';
import { StationPages, tabCounts } from './controllers/station-pages.js';
import type { TabCounts } from './controllers/station-pages.js';
import { Ticker } from './controllers/ticker.js';

/** Pixels a row, as the table's styles have it: in one line, and as a card where the list is narrow. */
const ROW_HEIGHT = 44;
const CARD_HEIGHT = 128;
const NARROW = 920;
const SEARCH_DELAY = 200;

/** Hosts make filters anew that say the same. */
const differs = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);

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
 * @csspart latest - The button that brings a long list up to date.
 * @csspart empty - Stands in place of the rows where there are none.
 * @csspart error - What went wrong: in place of the rows where they could not be had, above them where older ones are there.
 * @cssstate loading - Rows are on their way.
 * @cssstate empty - No station is to be listed.
 * @cssstate error - The rows could not be had, or the last fetch failed.
 * @cssstate stale - The live stream is interrupted.
 */
export class EvStationList extends LitElement {
  /** Which stations: what `ev-drill-down` carries. Without one, all in production. */
  @property({ attribute: false, hasChanged: differs }) filter: StationFilter = {};

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
  /** What is shown until the first page of another search or order has come. */
  private outgoing?: StationPages;
  /** The tab that a reader chose for the filter that is shown. */
  private chosenTab?: ListTab;
  /** What the tabs were counted for last. */
  private counted?: string;
  /** The ages that are shown. */
  private ages = '';
  private searchTimer?: ReturnType<typeof setTimeout>;
  private readonly data = new DataController<{ of: string; counts: TabCounts }>(this, (provider, signal) =>
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
      const { pages, data } = this;
      const { status } = data.state;
      return {
        loading: status === 'loading' || (pages !== undefined && !pages.isKnown && !pages.error),
        empty: pages?.isKnown === true && pages.count === 0,
        error: status === 'error' || pages?.error !== undefined,
        stale: status === 'stale',
      };
    });
    new Ticker(this, () => {
      if (this.agesNow() !== this.ages) this.requestUpdate();
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
    this.pages = this.outgoing = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('filter') && !changed.has('tab') && this.tab === this.chosenTab) this.tab = undefined;
    if (changed.has('filter')) this.chosenTab = undefined;
  }

  /** The controllers know the provider only now. */
  protected override update(changed: PropertyValues): void {
    this.followQuery();
    const virtualizer = this.virtual.getVirtualizer();
    virtualizer.setOptions({ ...virtualizer.options, count: this.shown?.count ?? 0 });
    if (changed.has('isNarrow')) virtualizer.measure();
    super.update(changed);
  }

  protected override updated(): void {
    if (this.data.provider && this.counted !== this.countKey) this.data.ask();
    this.pages?.want(this.virtual.getVirtualizer().getVirtualItems().at(-1)?.index ?? 0);
  }

  protected override render(): TemplateResult {
    if (!this.data.provider) return noProviderNotice(this.localName);
    const { answer } = this.data;
    const tools = {
      tab: this.shownTab,
      counts: answer?.of === this.countKey ? answer.counts : {},
      search: this.search,
      onTab: this.showTab,
      onSearch: this.onSearch,
      onCopy: this.copy,
      onExport: this.export,
      onLatest: this.pages?.isOutdated ? this.showLatest : undefined,
    };
    return html`<div class="list">
      ${stationTools(tools)}
      <p class="told" role="status">${this.told}</p>
      ${this.renderFailure()}
      <div id="rows" role="tabpanel" class="panel" aria-label=${TAB_TITLES[this.shownTab]}>
        ${this.renderRows()}
      </div>
    </div>`;
  }

  /** What went wrong while older rows are there (R14). */
  private renderFailure(): TemplateResult | typeof nothing {
    const { pages, data } = this;
    const { status, error } = data.state;
    if (!pages?.isKnown) return nothing;
    if (status === 'error' || pages.error) return failureNote(pages.error ?? error, this.retry);
    return status === 'stale' ? staleNote() : nothing;
  }

  private renderRows(): TemplateResult {
    const { shown } = this;
    if (this.pages?.error && !this.pages.isKnown) {
      const retry = { label: 'Try again', onClick: this.retry };
      return errorNotice('The list could not be loaded.', this.pages.error, retry);
    }
    if (!shown?.isKnown) return loadingNotice();
    if (shown.count === 0) return nothingListed(shown.query.search, this.clearSearch);
    const virtualizer = this.virtual.getVirtualizer();
    this.ages = this.agesNow();
    return stationTable({
      rows: shown.rows,
      count: shown.count,
      isBusy: shown !== this.pages,
      isNarrow: this.isNarrow,
      inView: virtualizer.getVirtualItems(),
      height: virtualizer.getTotalSize(),
      sorting: this.sorting,
      onSort: this.sort,
      now: nowOf(this.data.provider!),
      templates: this,
      navigate: detail => this.dispatchEvent(new NavigateEvent(detail)),
    });
  }

  private get shownTab(): ListTab {
    return this.tab && LIST_TABS.includes(this.tab) ? this.tab : firstTab(this.filter);
  }

  /** The list that is on the page. */
  private get shown(): StationPages | undefined {
    return this.pages?.isKnown ? this.pages : (this.outgoing ?? this.pages);
  }

  private get countKey(): string {
    return JSON.stringify([this.filter, this.search]);
  }

  /** Starts anew where something else is asked, or someone else. */
  private followQuery(): void {
    const { provider } = this.data;
    const { search, sorting: sort, pages } = this;
    const query = { filter: tabFilter(this.filter, this.shownTab), search, sort };
    if (pages?.isKnown) this.outgoing = undefined;
    if (pages && pages.provider === provider && !differs(pages.query, query)) return;
    pages?.stop();
    const isSameTab = pages?.provider === provider && !differs(pages?.query.filter, query.filter);
    this.outgoing = isSameTab && this.shown?.isKnown ? this.shown : undefined;
    this.pages = provider && new StationPages(provider, query, () => this.requestUpdate());
    this.told = '';
    // Where a table that is yet to come begins.
    this.virtual.getVirtualizer().scrollOffset = 0;
    this.table?.scrollTo({ top: 0 });
  }

  private agesNow(): string {
    const { provider } = this.data;
    if (!provider) return '';
    const inView = this.virtual.getVirtualizer().getVirtualItems();
    const rows = inView.map(({ index }) => this.shown?.rows[index]);
    return agesOf(rows, nowOf(provider));
  }

  private async countTabs(provider: DataProvider, signal: AbortSignal) {
    const of = this.countKey;
    // Asked the same again: the data changed.
    if (of === this.counted && provider === this.pages?.provider) this.pages.dataChanged();
    this.counted = of;
    return { of, counts: await tabCounts(provider, this.filter, this.search, signal) };
  }

  private readonly showTab = (tab: ListTab) => {
    if (tab === this.shownTab) return;
    this.tab = tab;
    this.chosenTab = tab;
    this.dispatchEvent(new TabChangeEvent({ tab }));
  };

  private readonly onSearch = (text: string) => {
    clearTimeout(this.searchTimer);
    this.searchTimer = setTimeout(() => (this.search = text), SEARCH_DELAY);
  };

  private readonly clearSearch = () => {
    clearTimeout(this.searchTimer);
    this.search = '';
    this.renderRoot.querySelector('input')?.focus();
  };

  private readonly sort = (by: StationSortKey) => {
    this.sorting = { by, descending: this.sorting?.by === by && !this.sorting.descending };
  };

  private readonly showLatest = () => {
    this.table?.focus({ preventScroll: true });
    this.pages?.update();
  };

  private readonly retry = () => {
    const { provider, state: dataState } = this.data;
    if (dataState.status === 'error') void provider?.refresh();
    this.data.ask();
    this.pages?.update();
  };

  private readonly copy = async () => {
    this.told = 'Copying…';
    this.told = await copyRows(this.pages!);
  };

  private readonly export = async () => {
    this.told = 'Exporting…';
    this.told = await downloadRows(this.pages!);
  };
}
