import { html, nothing } from 'lit';
import type { LitElement, TemplateResult } from 'lit';

import type { Localize } from '../../messages/localize.js';
import { localizeOf } from '../../messages/nearest-language.js';
import { narrowedFilter, splitFilter } from '../../model/list-narrowing.js';
import type { Scope } from '../../model/records.js';
import type { DataState } from '../../provider/data-provider.js';
import { sectionOf } from '../../render/shared/sections.js';
import { labelOf } from '../../render/shared/status-label.js';
import type { NarrowingChangeEvent, OverviewState, TabChangeEvent } from '../events.js';
import { ModalDialog } from './modal-dialog.js';

/** The list that is open, and the slice that it is behind. */
type OpenList = NonNullable<OverviewState['list']>;

/** What shows the dialog. */
interface ListDialogHost extends LitElement {
  locationHref?: string;
  stationHref?: string;
}

/** The slice that the list is behind; how many it holds now, the list itself says. */
function titleOf(localize: Localize, { dimension, status }: OpenList, state: DataState): string {
  if (!dimension || !status) return localize.term('stationsTitle');
  const heading = localize.term(sectionOf(dimension, state).heading);
  return localize.term('listTitle', heading, labelOf(localize, dimension, status));
}

/** R19: the list behind a figure, in a modal dialog. */
export class ListDialogController {
  private current?: OpenList;
  private readonly dialog: ModalDialog;

  constructor(
    private readonly host: ListDialogHost,
    private readonly state: () => DataState,
    private readonly scope: () => Scope | undefined,
  ) {
    this.dialog = new ModalDialog(
      host,
      'list',
      () => this.list !== undefined,
      () => (this.list = undefined),
    );
  }

  /** What is open; undefined where nothing is. */
  get list(): OpenList | undefined {
    return this.current;
  }

  set list(list: OpenList | undefined) {
    this.current = list;
    this.host.requestUpdate();
  }

  render(): TemplateResult {
    const { dialog, list } = this;
    return html`<dialog
      part="list"
      aria-labelledby="list-title"
      @close=${dialog}
      @pointerdown=${dialog}
      @click=${dialog}
      @keydown=${dialog}
    >
      ${list ? dialog.renderContent(titleOf(localizeOf(this.host), list, this.state()), this.renderList(list)) : nothing}
    </dialog>`;
  }

  private renderList(list: OpenList): TemplateResult {
    const { locationHref, stationHref } = this.host;
    const { filter, narrowing } = splitFilter(list.filter, this.scope());
    return html`<ev-station-list
      .filter=${filter}
      .narrowing=${narrowing}
      .tab=${list.tab}
      location-href=${locationHref ?? nothing}
      station-href=${stationHref ?? nothing}
      @ev-tab-change=${this.onTabChange}
      @ev-narrowing-change=${this.onNarrowingChange}
    ></ev-station-list>`;
  }

  private readonly onTabChange = (event: TabChangeEvent) => {
    if (this.list) this.list = { ...this.list, tab: event.detail.tab };
  };

  private readonly onNarrowingChange = (event: NarrowingChangeEvent) => {
    const { list } = this;
    if (!list) return;
    const { filter } = splitFilter(list.filter, this.scope());
    this.list = { ...list, filter: narrowedFilter(filter, event.detail.narrowing) };
  };
}
