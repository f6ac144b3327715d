import { html, LitElement, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';

import type { Counts } from '../model/questions.js';
import type { Dimension } from '../model/records.js';
import type { DataProvider } from '../provider/data-provider.js';
import { baseStyles } from '../render/shared/base-styles.js';
import { legend, LEGEND_ROWS, legendStyles } from '../render/pie/legend.js';
import type { LegendOptions } from '../render/pie/legend.js';
import { pieStyles, sharesStyles } from '../render/pie/pie-styles.js';
import { pie, PIE_SLICES } from '../render/pie/pie.js';
import { sharesTable } from '../render/pie/shares-table.js';
import { legendSkeleton, pieSkeleton, sharesSkeletonStyles } from '../render/pie/shares-skeleton.js';
import { loadingStatus } from '../render/shared/notices.js';
import { sectionOf } from '../render/shared/sections.js';
import { DataController } from './controllers/data-controller.js';
import { HighlightController } from './controllers/highlight-controller.js';
import { KeptFocus } from './controllers/kept-focus.js';
import { keepStyles } from './controllers/kept-styles.js';
import { LanguageController } from './controllers/language-controller.js';
import { PointedStatus } from './controllers/pointed-status.js';
import { RovingFocus } from './controllers/roving-focus.js';
import { SHOWN } from './controllers/shown-view.js';
import type { SavableView, ShownView } from './controllers/shown-view.js';
import { FitController } from './controllers/fit-controller.js';
import { framed } from './frame.js';
import { isLoadingTold } from './in-overview.js';
import { sharesNotice, sharesOptions, sharesState } from './status-shares.js';
import type { SharesState } from './status-shares.js';
import { StatesController } from './controllers/states-controller.js';
import { TrendController } from './controllers/trend-controller.js';

/**
 * What all four pies are: the counts of a dimension as slices, with the legend that filters them (R19, R21, R22).
 *
 * @fires {DrillDownEvent} ev-drill-down - A slice, its number or a legend row's list was selected; cancelable (R19).
 * @fires {FilterChangeEvent} ev-filter-change - The legend hid a status or showed it again (R21).
 * @csspart slice - A status's slice, with data-status and data-count.
 * @csspart entry - A status's legend bar, a button with aria-pressed, data-status and data-count.
 * @csspart trend - The curve of a legend row's last 24 hours, and by how many it changed (R28).
 * @csspart drill - The button of a legend row that asks for the list.
 * @csspart tooltip - The number, share and change of the slice or bar under the mouse or the keyboard's focus; there while it is shown.
 * @csspart empty - Stands in place of the pie where there is nothing to show.
 * @csspart error - Stands in place of the pie where there is no data to show.
 * @csspart refresh - The button that fetches the latest data (R12).
 * @csspart help - The button that explains the view (R13).
 * @csspart save - The button that opens the menu of what is shown as a picture and as a table, to be copied or saved.
 * @csspart save-choice - One of what the menu offers, with data-choice.
 * @csspart fullscreen - The button that expands the view and brings it back (R11).
 * @csspart age - How old the data is (R14).
 * @csspart problems - The button that says how much of the data is missing or incomplete, and opens the dialog that says what.
 * @csspart problems-dialog - The dialog with the first of what is missing: where it stood and what was expected.
 * @cssstate loading - Data is being fetched.
 * @cssstate empty - Nothing is there to show, or all of it is hidden.
 * @cssstate error - The last fetch failed.
 * @cssstate stale - The live stream is interrupted.
 * @cssprop [--ev-patterns=0] - With 1, slices, rings of groups and legends have a pattern for each status that is not well, beside its colour. In forced colours and in print they always have.
 */
export abstract class StatusPie extends LitElement implements SavableView {
  /** Where the data comes from; wins over the provider around it. */
  @property({ attribute: false }) provider?: DataProvider;

  @query('.drawing') private readonly drawing!: HTMLElement | null;

  protected abstract readonly dimension: Dimension;

  protected readonly data = new DataController<Counts>(this, (provider, signal) =>
    this.count(provider, signal),
  );

  private readonly trend = new TrendController(this, this.data, () => this.trendDimension);
  private readonly fit = new FitController(this, () => this.drawing);

  private readonly highlight = new HighlightController(
    this,
    this.data,
    () => this.dimension,
    () => this.requestUpdate(),
  );

  static override styles = [baseStyles, pieStyles, legendStyles, sharesStyles, sharesSkeletonStyles];

  constructor() {
    super();
    keepStyles(this);
    new LanguageController(this);
    for (const roved of [PIE_SLICES, LEGEND_ROWS]) new RovingFocus(this, roved);
    new KeptFocus(this, () =>
      this.renderRoot.querySelector<HTMLElement>('.shares [tabindex="0"], button.entry'),
    );
    new PointedStatus(this, this.data, () => this.options());
    new StatesController(this, () => {
      const state = sharesState(this, this.dimension, this.data);
      const { status } = this.data.state;
      return {
        loading: state === 'loading' || status === 'loading',
        empty: state === 'empty' || state === 'all-hidden',
        error: state === 'error' || status === 'error',
        stale: status === 'stale',
      };
    });
  }

  /** @internal */
  [SHOWN](): ShownView | undefined {
    const { data } = this;
    return data.answer && { shares: this.options(), hasPie: true, data };
  }

  protected override render(): TemplateResult {
    const { dimension, data } = this;
    const state = sharesState(this, dimension, data);
    const options = this.options();
    const { localize } = options;
    const section = sectionOf(dimension, data.state);
    const frame = {
      heading: localize.term(section.heading),
      help: localize.term(section.help),
      provider: data.provider,
    };
    return framed(
      this,
      frame,
      html`<div class="shares">
        <div class="drawing" @focusin=${this.onFocus} @focusout=${this.onFocus}>
          ${this.renderDrawing(state, options)}
        </div>
        ${data.answer ? html`${legend(options)}${sharesTable(options)}` : nothing}
        ${state === 'loading' ? legendSkeleton(dimension, this.trend.isKept) : nothing}
        ${state === 'loading' && !isLoadingTold(this, data.state) ? loadingStatus(localize) : nothing}
      </div>`,
    );
  }

  private options(): LegendOptions {
    return sharesOptions(this, this.dimension, this.data, this.trend, this.highlight.status);
  }

  /** What the counts are of whose trend providers keep (R28); undefined where none is of them. */
  protected get trendDimension(): Dimension | undefined {
    return this.dimension;
  }

  private renderDrawing(state: SharesState, options: LegendOptions): TemplateResult {
    switch (state) {
      case 'ready':
        return pie({
          ...options,
          fit: this.fit,
          focused: this.focusedSlice,
        });
      case 'loading':
        return pieSkeleton();
      default:
        return sharesNotice(this, this.dimension, this.data, state);
    }
  }

  /** Not of the drawing itself: Chromium has Tab stop at an svg that listens for the focus. */
  private readonly onFocus = () => {
    this.requestUpdate();
  };

  private get focusedSlice(): string | undefined {
    const { activeElement } = this.renderRoot as ShadowRoot;
    return activeElement?.matches('.slice:focus-visible')
      ? (activeElement as SVGElement).dataset.status
      : undefined;
  }

  /** Asks for the counts. */
  protected count(provider: DataProvider, signal: AbortSignal): Promise<Counts> {
    return provider.counts(this.dimension, { signal });
  }
}
