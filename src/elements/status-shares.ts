import type { TemplateResult } from 'lit';

import { localizeOf } from '../messages/nearest-language.js';
import type { Counts } from '../model/questions.js';
import { filterBehind } from '../model/drill-down.js';
import type { Dimension } from '../model/records.js';
import { allHiddenNotice } from '../render/shared/all-hidden-notice.js';
import { emptyNotice, noProviderNotice } from '../render/shared/notices.js';
import type { LegendOptions } from '../render/pie/legend.js';
import { sectionOf, SECTIONS } from '../render/shared/sections.js';
import { visibleTotal } from '../render/pie/pie.js';
import type { DataController } from './controllers/data-controller.js';
import type { TrendController } from './controllers/trend-controller.js';
import { isServed } from './controllers/served.js';
import { DrillDownEvent, FilterChangeEvent } from './events.js';
import { loadFailure } from './load-failure.js';

/** Which of its states a view of counts is in; each has a look of its own. */
export type SharesState = 'no-provider' | 'loading' | 'error' | 'empty' | 'all-hidden' | 'ready';

/** Shares move to their places for this long after a status was hidden or shown, in milliseconds. */
const MOVING_FOR = 300;

/** What a pie and a legend have in common: the counts of a dimension, their history, its filters, and what selecting does. */
export function sharesOptions(
  host: HTMLElement,
  dimension: Dimension,
  data: DataController<Counts>,
  trend: TrendController,
  highlighted?: string,
): LegendOptions {
  return {
    localize: localizeOf(host),
    dimension,
    section: sectionOf(dimension, data.state),
    counts: data.answer?.byStatus ?? {},
    hidden: data.filters.hidden(dimension),
    isMoving: data.filters.unchangedFor(dimension) < MOVING_FOR,
    highlighted,
    historyOf: status => trend.historyOf([status]),
    onToggle: status => {
      host.dispatchEvent(
        new FilterChangeEvent({ dimension, hidden: data.filters.toggle(dimension, status) }),
      );
    },
    onSelect: (status, count) => {
      const filter = filterBehind(dimension, status, data.scope);
      host.dispatchEvent(new DrillDownEvent({ dimension, status, filter, count }));
    },
  };
}

export function sharesState(host: Element, dimension: Dimension, data: DataController<Counts>): SharesState {
  const { answer, provider } = data;
  if (isServed(host)) return 'loading';
  if (!provider) return 'no-provider';
  if (!answer) return data.error ? 'error' : 'loading';
  if (answer.total === 0) return 'empty';
  return visibleTotal({ counts: answer.byStatus, hidden: data.filters.hidden(dimension) }) === 0
    ? 'all-hidden'
    : 'ready';
}

/** What stands in place of a pie where there is nothing to show. */
export function sharesNotice(
  host: HTMLElement,
  dimension: Dimension,
  data: DataController<Counts>,
  state: Exclude<SharesState, 'ready' | 'loading'>,
): TemplateResult {
  const localize = localizeOf(host);
  switch (state) {
    case 'no-provider':
      return noProviderNotice(localize, host.localName, data.problem);
    case 'error':
      return loadFailure(host, data);
    case 'empty':
      return emptyNotice(localize.term(SECTIONS[dimension].none));
    case 'all-hidden':
      return allHiddenNotice(
        localize,
        dimension,
        Object.keys(data.answer!.byStatus),
        data.filters.hidden(dimension),
        () => {
          data.filters.set(dimension, []);
          host.dispatchEvent(new FilterChangeEvent({ dimension, hidden: [] }));
        },
      );
  }
}
