import { html } from 'lit';
import type { LitElement, TemplateResult } from 'lit';

import { localizeOf } from '../../messages/nearest-language.js';
import type { DataHost } from './data-controller.js';
import { HiddenStatuses } from './hidden-statuses.js';
import { NarrowedData } from './narrowed-data.js';

/** What a reader narrows an overview to: countries and operators (R32), and the statuses that are shown (R21, R26). */
export class OverviewFilters {
  readonly narrowed: NarrowedData;
  readonly hidden: HiddenStatuses;

  /** @param onChoose called when the reader has chosen countries or operators */
  constructor(
    private readonly host: DataHost & LitElement,
    onChoose: () => void,
  ) {
    this.narrowed = new NarrowedData(host, onChoose);
    this.hidden = new HiddenStatuses(host, this.narrowed.data);
  }

  render(): TemplateResult {
    return html`<div class="controls" role="group" aria-label=${localizeOf(this.host).term('filters')}>
      ${this.hidden.render()} ${this.narrowed.render()}
    </div>`;
  }
}
