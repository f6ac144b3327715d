import { html, LitElement, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import { enListsAndMaps } from '../messages/en-lists-and-maps.js';
import { localizeOf } from '../messages/nearest-language.js';
import { filterBehind } from '../model/drill-down.js';
import type { Counts } from '../model/questions.js';
import { isMoment } from '../model/time.js';
import { tellsOfTrouble } from '../model/trouble.js';
import { HEADLINE_DIMENSIONS, troubleFigures } from '../model/trouble-figures.js';
import type { HeadlineDimension, TroubleFigure } from '../model/trouble-figures.js';
import type { DataProvider, DataState } from '../provider/data-provider.js';
import { nowOf } from '../provider/provider-clock.js';
import { baseStyles } from '../render/shared/base-styles.js';
import { changeStyles } from '../render/shared/change.js';
import { toldMark, toldOf } from '../render/shared/data-state.js';
import { emptyNotice, noProviderNotice } from '../render/shared/notices.js';
import { summaryFigure, summarySkeleton } from '../render/summary.js';
import { summaryStyles } from '../render/summary-styles.js';
import { DataController } from './controllers/data-controller.js';
import { KeptFocus } from './controllers/kept-focus.js';
import { keepStyles } from './controllers/kept-styles.js';
import { LanguageController } from './controllers/language-controller.js';
import { ShownAges } from './controllers/shown-ages.js';
import { isServed } from './controllers/served.js';
import { StatesController } from './controllers/states-controller.js';
import { TrendController } from './controllers/trend-controller.js';
import { DrillDownEvent } from './events.js';
import { isInOverview } from './in-overview.js';
import { loadFailure } from './load-failure.js';

/** What a summary shows: the counts of each dimension that there are. */
type HeadlineCounts = Partial<Record<HeadlineDimension, Counts>>;

/** The dimensions that say something of trouble: an update from elsewhere is no message of the station. */
function dimensionsOf({ lastMessageIs }: DataState): HeadlineDimension[] {
  return HEADLINE_DIMENSIONS.filter(dimension => tellsOfTrouble(dimension, lastMessageIs));
}

async function countAll(provider: DataProvider, signal: AbortSignal): Promise<HeadlineCounts> {
  const counted = dimensionsOf(provider.state).map(
    async dimension => [dimension, await provider.counts(dimension, { signal })] as const,
  );
  return Object.fromEntries(await Promise.all(counted));
}

/**
 * The headline (R29): how many stations are offline, EVSEs faulted and stations silent for a day, of how many, and how that changed
 * in the last hour and the last 24 hours. Each figure leads to the list of its stations (R19).
 *
 * @customElement ev-summary
 * @statuscolors connection evse last-message
 * @fires {DrillDownEvent} ev-drill-down - A figure was selected; cancelable. The `status` of stations that are silent is `over-24h`, or what bound there is, and their filter holds all statuses that are so.
 * @csspart figure - A figure, a button with data-dimension, data-status and data-count.
 * @csspart empty - Stands in place of the figures where there is no station.
 * @csspart error - What went wrong: in place of the figures where there is no data, below them where older is there.
 * @csspart age - How old the data is.
 * @cssstate loading - Data is being fetched.
 * @cssstate empty - There is no station.
 * @cssstate error - The last fetch failed.
 * @cssstate stale - The live stream is interrupted.
 */
export class EvSummary extends LitElement {
  /** Where the data comes from; wins over the provider around it. */
  @property({ attribute: false }) provider?: DataProvider;

  private readonly data = new DataController<HeadlineCounts>(this, countAll);
  private readonly trends = {
    connection: new TrendController(this, this.data, () => 'connection'),
    evse: new TrendController(this, this.data, () => 'evse'),
    'last-message': new TrendController(this, this.data, () =>
      dimensionsOf(this.data.state).find(dimension => dimension === 'last-message'),
    ),
  } satisfies Record<HeadlineDimension, TrendController>;

  static override styles = [baseStyles, changeStyles, summaryStyles];

  constructor() {
    super();
    keepStyles(this);
    new LanguageController(this, enListsAndMaps);
    new KeptFocus(this, () => this.renderRoot.querySelector<HTMLElement>('button.figure:enabled'));
    new StatesController(this, () => {
      const { status } = this.data.state;
      return {
        loading: status === 'loading',
        empty: this.isEmpty,
        error: status === 'error',
        stale: status === 'stale',
      };
    });
    new ShownAges(this, () => this.ageNow());
  }

  protected override render(): TemplateResult {
    const { data } = this;
    if (!data.provider && !isServed(this))
      return noProviderNotice(localizeOf(this), this.localName, data.problem);
    return html`${this.renderContent(data.provider)}
    ${isInOverview(this) || (!data.answer && data.error) ? nothing : this.renderState()}`;
  }

  private get isEmpty(): boolean {
    return this.data.answer?.connection?.total === 0;
  }

  private renderContent(provider: DataProvider | undefined): TemplateResult {
    const { answer, error, state } = this.data;
    const localize = localizeOf(this);
    if (!answer && error) return loadFailure(this, this.data);
    if (this.isEmpty) return emptyNotice(localize.term('noStations'));
    const figures = answer
      ? troubleFigures(answer).map(figure => this.renderFigure(figure))
      : dimensionsOf(state).map(dimension =>
          summarySkeleton(localize, dimension, provider?.trend !== undefined),
        );
    return html`<div class="figures" role="group" aria-label=${localize.term('trouble')} aria-busy=${!answer}>
      ${figures}
    </div>`;
  }

  private renderFigure(figure: TroubleFigure): TemplateResult {
    const { dimension, status, statuses, count } = figure;
    return summaryFigure({
      localize: localizeOf(this),
      figure,
      history: this.trends[dimension].historyOf(statuses),
      onSelect: () => {
        const filter = filterBehind(dimension, statuses, this.data.scope);
        this.dispatchEvent(new DrillDownEvent({ dimension, status, filter, count }));
      },
    });
  }

  /** How old the data is, and what is wrong with it (R14); an overview says it for all of its views. */
  private renderState(): TemplateResult {
    const { state } = this.data;
    const told = toldOf(localizeOf(this), state);
    return html`<div class="state">
      <span part="age">${this.ageNow()}</span>
      <span role="status">${told ? toldMark(localizeOf(this), state, told.sentence) : nothing}</span>
    </div>`;
  }

  private ageNow(): string {
    const { provider, state } = this.data;
    if (!provider || !isMoment(state.asOf) || isInOverview(this)) return '';
    return localizeOf(this).dataAge(state.asOf, nowOf(provider), Date.now());
  }
}
