import { html, LitElement } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import { localizeOf } from '../messages/nearest-language.js';
import type { Counts } from '../model/questions.js';
import { DIMENSIONS } from '../model/statuses.js';
import type { Dimension } from '../model/records.js';
import type { DataProvider } from '../provider/data-provider.js';
import { baseStyles } from '../render/shared/base-styles.js';
import { legend, LEGEND_ROWS, legendStyles } from '../render/pie/legend.js';
import type { LegendOptions } from '../render/pie/legend.js';
import { legendSkeleton, sharesSkeletonStyles } from '../render/pie/shares-skeleton.js';
import { errorNotice, loadingStatus } from '../render/shared/notices.js';
import { DataController } from './controllers/data-controller.js';
import { HighlightController } from './controllers/highlight-controller.js';
import { KeptFocus } from './controllers/kept-focus.js';
import { keepStyles } from './controllers/kept-styles.js';
import { LanguageController } from './controllers/language-controller.js';
import { PointedStatus } from './controllers/pointed-status.js';
import { RovingFocus } from './controllers/roving-focus.js';
import { SHOWN } from './controllers/shown-view.js';
import type { SavableView, ShownView } from './controllers/shown-view.js';
import { StatesController } from './controllers/states-controller.js';
import { TrendController } from './controllers/trend-controller.js';
import { sharesNotice, sharesOptions, sharesState } from './status-shares.js';

/**
 * A legend by itself, whose bars filter the views of the same dimension (R21), for a host that shows a map without its pie.
 *
 * @customElement ev-status-legend
 * @statuscolors connection evse last-message station
 * @fires {FilterChangeEvent} ev-filter-change - A status was hidden or shown again.
 * @fires {DrillDownEvent} ev-drill-down - A row's list was selected; cancelable (R19).
 * @csspart entry - A status's bar, a button with aria-pressed, data-status and data-count.
 * @csspart trend - The curve of a row's last 24 hours, and by how many it changed (R28).
 * @csspart drill - The button of a row that asks for the list.
 * @csspart tooltip - The number, share and change of the bar under the mouse or the keyboard's focus; there while it is shown.
 * @csspart empty - Stands in place of the legend where there is nothing to show.
 * @csspart error - Stands in place of the legend where there is no data to show.
 * @cssstate loading - Data is being fetched.
 * @cssstate empty - Nothing is there to count.
 * @cssstate error - The last fetch failed.
 * @cssstate stale - The live stream is interrupted.
 * @cssprop [--ev-patterns=0] - With 1, slices, rings of groups and legends have a pattern for each status that is not well, beside its colour. In forced colours and in print they always have.
 */
export class EvStatusLegend extends LitElement implements SavableView {
  /** Which statuses: `connection`, `evse`, `last-message` or `station`. */
  @property() dimension: Dimension = 'connection';

  /** Where the data comes from; wins over the provider around it. */
  @property({ attribute: false }) provider?: DataProvider;

  private readonly data = new DataController<Counts>(this, (provider, signal) =>
    provider.counts(this.dimension, { signal }),
  );

  private readonly trend = new TrendController(this, this.data, () =>
    DIMENSIONS.find(known => known === this.dimension),
  );

  private readonly highlight = new HighlightController(
    this,
    this.data,
    () => this.dimension,
    () => this.requestUpdate(),
  );

  static override styles = [baseStyles, legendStyles, sharesSkeletonStyles];

  constructor() {
    super();
    keepStyles(this);
    new LanguageController(this);
    new RovingFocus(this, LEGEND_ROWS);
    new KeptFocus(this, () => this.renderRoot.querySelector<HTMLElement>('button.entry'));
    new PointedStatus(this, this.data, () => this.options());
    new StatesController(this, () => {
      const { status } = this.data.state;
      return {
        loading: status === 'loading',
        empty: this.data.answer?.total === 0,
        error: status === 'error',
        stale: status === 'stale',
      };
    });
  }

  /** @internal */
  [SHOWN](): ShownView | undefined {
    const { data } = this;
    return data.answer && { shares: this.options(), hasPie: false, data };
  }

  protected override willUpdate(): void {
    // A removed attribute leaves null, and frameworks set undefined for what is not set.
    this.dimension ??= 'connection';
  }

  protected override updated(changed: PropertyValues<this>): void {
    // The first question is the controller's own.
    if (changed.get('dimension') !== undefined) this.data.ask();
  }

  protected override render(): TemplateResult {
    const { dimension, data } = this;
    const localize = localizeOf(this);
    if (!DIMENSIONS.includes(dimension)) {
      return errorNotice(
        localize,
        localize.term('unknownDimension', dimension, DIMENSIONS.join(', ')),
        undefined,
      );
    }
    if (data.answer) return html`${legend(this.options())}`;
    const state = sharesState(this, dimension, data);
    if (state === 'loading')
      return html`${legendSkeleton(dimension, this.trend.isKept)}${loadingStatus(localize)}`;
    return state === 'ready' ? html`` : sharesNotice(this, dimension, data, state);
  }

  private options(): LegendOptions {
    return sharesOptions(this, this.dimension, this.data, this.trend, this.highlight.status);
  }
}
