import { html, LitElement, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import { enListsAndMaps } from '../messages/en-lists-and-maps.js';
import { dataLanguageOf, localizeOf } from '../messages/nearest-language.js';
import { isSame } from '../model/fields.js';
import { firstTab, LIST_TABS, tabFilter } from '../model/list-tabs.js';
import type { ListTab } from '../model/list-tabs.js';
import { readListQuestion } from '../model/list-question.js';
import { narrowedFilter } from '../model/list-narrowing.js';
import type { ListNarrowing } from '../model/list-narrowing.js';
import type { StationFilter } from '../model/records.js';
import { isOfTrouble } from '../model/trouble-list.js';
import { nowOf } from '../provider/provider-clock.js';
import type { DataProvider } from '../provider/data-provider.js';
import { baseStyles } from '../render/shared/base-styles.js';
import { errorNotice, loadingStatus, noProviderNotice } from '../render/shared/notices.js';
import { lastMessageTitle } from '../render/shared/sections.js';
import { evseStyles } from '../render/shared/evse-badges.js';
import { badgeStyles } from '../render/shared/status-badge.js';
import { troubleStyles } from '../render/shared/since-texts.js';
import { countedText } from '../render/list/counted-text.js';
import { narrowingTools } from '../render/list/narrowing-tools.js';
import { listSkeleton, listSkeletonStyles } from '../render/list/list-skeleton.js';
import { stationListStyles } from '../render/list/station-list-styles.js';
import { stationTableStyles } from '../render/list/station-table-styles.js';
import { agesOf, stationTable } from '../render/list/station-table.js';
import type { Sorting } from '../render/list/station-table.js';
import {
  failureNote,
  nothingLeft,
  nothingListed,
  staleNote,
  stationTools,
  TAB_TITLES,
} from '../render/list/station-tools.js';
import { NarrowingChangeEvent, NavigateEvent, TabChangeEvent } from './events.js';
import { warnUnknownWord } from './warn-unknown-word.js';
import { FoundRows } from './controllers/found-rows.js';
import { KeptFocus } from './controllers/kept-focus.js';
import { keepStyles } from './controllers/kept-styles.js';
import { LanguageController } from './controllers/language-controller.js';
import { ListFacets } from './controllers/list-facets.js';
import { ReaderChoices } from './controllers/reader-choices.js';
import { RowFocus } from './controllers/row-focus.js';
import { ShownAges } from './controllers/shown-ages.js';
import { isServed } from './controllers/served.js';
import { StatesController } from './controllers/states-controller.js';
import { StationExport } from './controllers/station-export.js';
import { StationRows } from './controllers/station-rows.js';
import { VirtualRows } from './controllers/virtual-rows.js';

const NEWEST_TROUBLE: Sorting = { by: 'troubleSince', descending: true };

/**
 * The stations behind a figure (R19, R20), with tabs by connection, search, sorting, copy and export.
 *
 * @customElement ev-station-list
 * @statuscolors connection evse station
 * @fires {NavigateEvent} ev-navigate - A link to a details page was clicked; cancelable (R18).
 * @fires {TabChangeEvent} ev-tab-change - Another tab was chosen.
 * @fires {NarrowingChangeEvent} ev-narrowing-change - The reader chose a country, an operator, or for how long stations are in trouble.
 * @csspart tab - A tab, with data-tab and data-count.
 * @csspart unfold - The button that shows search, order and export in a low window, such as a page at 400 %; there only.
 * @csspart search - The field that searches by station ID and location.
 * @csspart choice - The choice of a country or operator, or for how long stations are in trouble, with data-choice.
 * @csspart row - A station, with data-station-id.
 * @csspart disclosure - The button that opens a row in place, to its EVSEs and connectors, and shuts it.
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
  @property({ attribute: false, hasChanged: (value, before) => !isSame(value, before) })
  filter: StationFilter = {};

  /** `online`, `normal` (all) or `offline`; without it, the tab that the filter asks for. */
  @property() tab?: ListTab;

  /** What the reader narrows the filter to further; `ev-narrowing-change` tells of it. */
  @property({ attribute: false, hasChanged: (value, before) => !isSame(value, before) })
  narrowing: ListNarrowing = {};

  /** Details page of a location, with `{id}` in place of its ID (R18). */
  @property({ attribute: 'location-href' }) locationHref?: string;

  /** Details page of a station, with `{id}` in place of its ID (R18). */
  @property({ attribute: 'station-href' }) stationHref?: string;

  /** Where the data comes from; wins over the provider around it. */
  @property({ attribute: false }) provider?: DataProvider;

  private readonly choices = new ReaderChoices(this);
  private readonly rows = new StationRows(
    this,
    () => {
      if (this.asked.problem) return undefined;
      const { narrowed: filter, shownTab: tab, choices, sorting } = this;
      const sort = sorting && { ...sorting, language: dataLanguageOf(this) };
      return { filter, tab, search: choices.search, sort };
    },
    () => {
      this.output.told = '';
      this.virtual.reset();
    },
  );
  private readonly found = new FoundRows(
    this,
    () => JSON.stringify([this.narrowed, this.shownTab, this.choices.search]),
    () => (this.rows.pages?.isKnown ? this.countedText() : ''),
  );
  private readonly facets = new ListFacets(this);
  private readonly virtual = new VirtualRows(this, () => this.rows.shown?.count ?? 0);
  private readonly output = new StationExport(
    this,
    () => this.rows.pages,
    () => lastMessageTitle(this.rows.state),
  );

  static override styles = [
    baseStyles,
    badgeStyles,
    evseStyles,
    troubleStyles,
    stationTableStyles,
    stationListStyles,
    listSkeletonStyles,
  ];

  constructor() {
    super();
    keepStyles(this);
    new LanguageController(this, enListsAndMaps);
    new RowFocus(this);
    new KeptFocus(this, () =>
      this.renderRoot.querySelector<HTMLElement>('.table, [role="tab"][tabindex="0"]'),
    );
    new StatesController(this, () => {
      const { pages, error, state } = this.rows;
      return {
        loading: state.status === 'loading' || (pages !== undefined && !pages.isKnown && !pages.error),
        empty: pages?.isKnown === true && pages.count === 0,
        error: state.status === 'error' || error !== undefined || this.asked.problem !== undefined,
        stale: state.status === 'stale',
      };
    });
    new ShownAges(this, () => this.agesNow());
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { choices } = this;
    if (changed.has('filter') && !changed.has('tab') && this.tab === choices.tab) this.tab = undefined;
    if (changed.has('filter')) choices.tab = undefined;
    warnUnknownWord(this, 'tab', this.tab, LIST_TABS);
  }

  protected override updated(): void {
    this.rows.pages?.want(this.virtual.inView.indices.at(-1) ?? 0);
  }

  protected override render(): TemplateResult {
    const { rows, choices, output } = this;
    const localize = localizeOf(this);
    if (!rows.provider && !isServed(this)) return noProviderNotice(localize, this.localName, rows.problem);
    const { filter, narrowing, problem } = this.asked;
    if (problem) return errorNotice(localize, localize.term('listNotLoaded'), problem);
    const tools = {
      localize,
      tab: this.shownTab,
      counts: rows.counts,
      search: choices.search,
      areUnfolded: choices.areToolsUnfolded,
      onUnfold: choices.unfoldTools,
      onTab: (tab: ListTab) => this.showTab(tab),
      onSearch: choices.type,
      onCopy: output.copy,
      onExport: output.save,
      onLatest: rows.pages?.isOutdated ? () => this.showLatest() : undefined,
    };
    return html`<div class=${choices.areToolsUnfolded ? 'list' : 'list folded'}>
      ${stationTools(tools)}
      <div class="counts">
        <p class="counted" id="counted">${this.countedText()}</p>
        ${narrowingTools({
          localize,
          filter,
          narrowing,
          facets: this.facets.known,
          onNarrow: chosen => this.narrow({ ...this.asked.narrowing, ...chosen }),
        })}
        <p class="told" role="status">${output.told}</p>
        <p class="visually-hidden" role="status">${this.found.text}</p>
      </div>
      ${this.renderFailure()}
      <div id="rows" role="tabpanel" class="panel" aria-label=${localize.term(TAB_TITLES[this.shownTab])}>
        ${this.renderRows(rows.provider)}
      </div>
    </div>`;
  }

  /** What the rows and their EVSEs are, and how many (R20); nothing until that is known. */
  private countedText(): string {
    const { rows, narrowed: filter, shownTab: tab } = this;
    const stations = rows.counts[tab];
    if (stations === undefined) return '';
    const [status = ''] = filter.evse ?? [];
    return countedText(localizeOf(this), { filter, tab, stations, evses: rows.evsesIn(status) });
  }

  /** What went wrong while older rows are there (R14). */
  private renderFailure(): TemplateResult | typeof nothing {
    const { pages, error, state } = this.rows;
    if (!pages?.isKnown) return nothing;
    if (state.status === 'error' || error)
      return failureNote(localizeOf(this), error, () => this.rows.retry());
    return state.status === 'stale' ? staleNote(localizeOf(this)) : nothing;
  }

  private renderRows(provider: DataProvider | undefined): TemplateResult {
    const { choices } = this;
    const localize = localizeOf(this);
    const { shown, pages } = this.rows;
    if (pages?.error && !pages.isKnown) {
      const retry = { label: localize.term('tryAgain'), onClick: () => this.rows.retry() };
      return errorNotice(localize, localize.term('listNotLoaded'), pages.error, retry);
    }
    if (!provider || !shown?.isKnown) return html`${listSkeleton()}${loadingStatus(localize)}`;
    if (shown.count === 0) return this.renderNothing(shown.query.search);
    return stationTable({
      localize,
      rows: shown.rows,
      count: shown.count,
      isBusy: shown !== pages,
      inView: this.virtual.inView,
      lastMessageIs: this.rows.state.lastMessageIs,
      sorting: this.sorting,
      onSort: by => choices.sort(by, this.sorting),
      isOpen: choices.isOpen,
      onToggle: choices.toggle,
      now: nowOf(provider),
      templates: this,
      navigate: detail => this.dispatchEvent(new NavigateEvent(detail)),
    });
  }

  private renderNothing(search: string | undefined): TemplateResult {
    const localize = localizeOf(this);
    if (search || isSame(this.asked.narrowing, {}))
      return nothingListed(localize, search, () => this.clearSearch());
    return nothingLeft(localize, () => this.narrow({}));
  }

  private get shownTab(): ListTab {
    return this.tab && LIST_TABS.includes(this.tab) ? this.tab : firstTab(this.asked.filter);
  }

  /** As the reader chose; else newest trouble first in a list of trouble (R27). */
  private get sorting(): Sorting | undefined {
    const { choices, narrowed, shownTab } = this;
    return choices.sorting ?? (isOfTrouble(tabFilter(narrowed, shownTab)) ? NEWEST_TROUBLE : undefined);
  }

  /** What the host asks for. */
  private get asked() {
    return readListQuestion(this.filter, this.narrowing);
  }

  /** What is listed, before the tab. */
  private get narrowed(): StationFilter {
    const { filter, narrowing } = this.asked;
    return narrowedFilter(filter, narrowing);
  }

  private agesNow(): string {
    const { provider, shown } = this.rows;
    if (!provider) return '';
    const rows = this.virtual.inView.indices.map(index => shown?.rows[index]);
    return agesOf(localizeOf(this), rows, nowOf(provider));
  }

  private showTab(tab: ListTab): void {
    if (tab === this.shownTab) return;
    this.tab = tab;
    this.choices.tab = tab;
    this.dispatchEvent(new TabChangeEvent({ tab }));
  }

  private narrow(narrowing: ListNarrowing): void {
    this.narrowing = narrowing;
    this.dispatchEvent(new NarrowingChangeEvent({ narrowing }));
  }

  private clearSearch(): void {
    this.choices.clearSearch();
    this.renderRoot.querySelector('input')?.focus();
  }

  private showLatest(): void {
    this.renderRoot.querySelector<HTMLElement>('.table')?.focus({ preventScroll: true });
    this.rows.pages?.update();
  }
}
