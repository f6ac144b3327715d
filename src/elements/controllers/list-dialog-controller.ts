import { html, nothing } from 'lit';
import type { LitElement, ReactiveController, TemplateResult } from 'lit';

import type { DataProvider } from '../../provider/data-provider.js';
import { formatCounted } from '../../render/shared/format.js';
import { icon } from '../../render/shared/icons.js';
import { SECTIONS } from '../../render/shared/sections.js';
import { lookOf } from '../../render/shared/status-look.js';
import type { OverviewState, TabChangeEvent } from '../events.js';

/** The list that is open, and the slice that it is behind. */
type OpenList = NonNullable<OverviewState['list']>;

/** What shows the dialog. */
interface ListDialogHost extends LitElement {
  provider?: DataProvider;
  locationHref?: string;
  stationHref?: string;
}

function titleOf({ dimension, status, count }: OpenList): string {
  if (!dimension || !status) return 'Stations';
  const { heading, counted } = SECTIONS[dimension];
  const number = count === undefined ? '' : `: ${formatCounted(count, counted)}`;
  return `${heading}, ${lookOf(dimension, status).label}${number}`;
}

/** R19: the list behind a figure, in a modal dialog that its button, Escape and a click beside it close. */
export class ListDialogController implements ReactiveController {
  private current?: OpenList;
  private isPressedBeside = false;

  constructor(private readonly host: ListDialogHost) {
    host.addController(this);
  }

  /** What is open; undefined where nothing is. */
  get list(): OpenList | undefined {
    return this.current;
  }

  set list(list: OpenList | undefined) {
    this.current = list;
    this.host.requestUpdate();
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostUpdated(): void {
    const { dialog, list } = this;
    if (!dialog || !this.host.isConnected) return;
    // Taken from the page and put back it is open, but no longer above all else.
    if (dialog.open && !(list && dialog.matches(':modal'))) dialog.close();
    if (list && !dialog.open) dialog.showModal();
  }

  render(): TemplateResult {
    return html`<dialog
      part="list"
      aria-labelledby="list-title"
      @close=${this.onClose}
      @pointerdown=${this.onPress}
      @click=${this.onClick}
      @keydown=${this.onKeydown}
    >
      ${this.list ? this.renderList(this.list) : nothing}
    </dialog>`;
  }

  private get dialog(): HTMLDialogElement | null {
    return this.host.renderRoot.querySelector('dialog');
  }

  private renderList(list: OpenList): TemplateResult {
    const { provider, locationHref, stationHref } = this.host;
    return html`<header>
        <h2 id="list-title">${titleOf(list)}</h2>
        <button
          type="button"
          class="icon-button"
          aria-label="Close"
          title="Close"
          @click=${() => this.dialog?.close()}
        >
          ${icon('close')}
        </button>
      </header>
      <ev-station-list
        .filter=${list.filter}
        .tab=${list.tab}
        location-href=${locationHref ?? nothing}
        station-href=${stationHref ?? nothing}
        .provider=${provider}
        @ev-tab-change=${this.onTabChange}
      ></ev-station-list>`;
  }

  private readonly onTabChange = (event: TabChangeEvent) => {
    if (this.list) this.list = { ...this.list, tab: event.detail.tab };
  };

  private readonly onClose = () => {
    // The event comes later: by then it may be open for another list.
    if (!this.dialog?.open) this.list = undefined;
  };

  private readonly onPress = (event: PointerEvent) => {
    this.isPressedBeside = event.target === this.dialog;
  };

  /** A click beside the list closes it; a selection that was only ended there does not. */
  private readonly onClick = (event: MouseEvent) => {
    if (event.target === this.dialog && this.isPressedBeside) this.dialog?.close();
  };

  /** Escape closes the list only: a view in full window behind it stays so. */
  private readonly onKeydown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') event.stopPropagation();
  };
}
