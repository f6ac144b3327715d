import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { Duration } from '../model/amounts.js';
import type { Localize, TextKey } from '../messages/localize.js';
import { lastMessageStatuses } from '../model/last-message.js';
import { DAY, HOUR } from '../model/time.js';
import type { Change } from '../model/trend.js';
import type { HeadlineDimension, TroubleFigure } from '../model/trouble-figures.js';
import { changeArrow, changeOf, isWorse, missingWords, periodWords } from './shared/change.js';
import type { NumberHistory } from './shared/change.js';
import { SECTIONS } from './shared/sections.js';
import { swatch } from './shared/status-badge.js';
import { trendCurve } from './shared/trend-curve.js';

interface Words {
  /** What the figure counts. */
  label(localize: Localize, silentFor: number): string;
  /** In its place where there is none. */
  well(localize: Localize, silentFor: number): string;
  /** The status whose look is that of trouble, and that of all being well. */
  looks: [trouble: string, well: string];
}

/** In days where it is whole ones. */
function silence(localize: Localize, time: number): Duration {
  return time % DAY === 0 ? localize.duration(time / DAY, 'day') : localize.duration(time / HOUR, 'hour');
}

const BUCKETS = lastMessageStatuses();

const WORDS: Readonly<Record<HeadlineDimension, Words>> = {
  connection: {
    label: localize => localize.term('stationsOffline'),
    well: localize => localize.term('allOnline'),
    looks: ['offline', 'online'],
  },
  evse: {
    label: localize => localize.term('evsesFaulted'),
    well: localize => localize.term('allWell'),
    looks: ['faulted', 'available'],
  },
  'last-message': {
    label: (localize, silentFor) => localize.term('stationsSilent', silence(localize, silentFor)),
    well: (localize, silentFor) => localize.term('noneSilent', silence(localize, silentFor)),
    looks: [BUCKETS.at(-1)!, BUCKETS[0]!],
  },
};

function heading(
  localize: Localize,
  dimension: HeadlineDimension,
  isWell: boolean,
  silentFor = DAY,
): TemplateResult {
  const { label, well, looks } = WORDS[dimension];
  const statuses = SECTIONS[dimension].statuses;
  return html`<span class="what"
    >${swatch(dimension, looks[isWell ? 1 : 0], statuses)}<span
      >${(isWell ? well : label)(localize, silentFor)}</span
    ></span
  >`;
}

/** What is said of an hour and a day ago; what there is no history of is said once. */
function periodTexts(
  localize: Localize,
  { past }: NumberHistory,
  change: Change,
): [hour: string, day: string] {
  if (!past) return ['', ''];
  const [hour, day] = [periodWords(localize, change, 'hour'), periodWords(localize, change, 'day')];
  const missing = (key: TextKey) => localize.capitalized(localize.term(key));
  if (hour === undefined && day === undefined) return [missing('noHistory'), ''];
  return [hour ?? missing('noHistoryOfHour'), day ?? missing('noHistoryOfDay')];
}

/** The curve, and by how many it changed in words; of the same size until that is known. */
function before(localize: Localize, history: NumberHistory, count: number): TemplateResult {
  const change = changeOf(history, count);
  const [hour, day] = periodTexts(localize, history, change);
  const line = (difference: number | undefined, text: string) =>
    html`<span class="period ${isWorse(difference) ? 'worse' : ''}"
      >${changeArrow(difference)} ${text}</span
    >`;
  return html`${trendCurve(history.curve)}
    <span class="changes">${line(change.hour, hour)} ${line(change.day, day)}</span>`;
}

/** Of how many, and which part of them. */
function shareOf(localize: Localize, { dimension, count, total }: TroubleFigure): string {
  const all = localize.counted(SECTIONS[dimension].counted, total);
  return count > 0
    ? localize.term('shareOfAll', localize.share(count, total), all)
    : localize.term('ofAll', all);
}

interface FigureOptions {
  localize: Localize;
  figure: TroubleFigure;
  /** Undefined where no trend is kept. */
  history: NumberHistory | undefined;
  onSelect(): void;
}

/** R29: how many are in one kind of trouble, of how many, and how that changed: a button that asks for their list. */
export function summaryFigure({ localize, figure, history, onSelect }: FigureOptions): TemplateResult {
  const { dimension, status, count, total, silentFor } = figure;
  const isWell = count === 0 && total > 0;
  const missing = history ? missingWords(localize, history) : '';
  return html`<button
    type="button"
    class="figure ${isWell ? 'well' : ''}"
    part="figure"
    data-dimension=${dimension}
    data-status=${status}
    data-count=${count}
    title=${missing ? localize.term('showListWithout', missing) : localize.term('showList')}
    ?disabled=${count === 0}
    @click=${onSelect}
  >
    ${heading(localize, dimension, isWell, silentFor)}
    <span class="now">
      <span class="number">${localize.number(count)}</span>
      <span class="total">${shareOf(localize, figure)}</span>
    </span>
    ${history ? before(localize, history, count) : nothing}
  </button>`;
}

/** What stands where a figure will be, as large as that: it says what will be counted, and no number. */
export function summarySkeleton(
  localize: Localize,
  dimension: HeadlineDimension,
  hasTrend: boolean,
): TemplateResult {
  // Neither is seen: they have the width of what will be.
  const number = localize.number(1000);
  const all = localize.counted(SECTIONS[dimension].counted, 10_000);
  const total = localize.term('shareOfAll', localize.share(1, 30), all);
  return html`<div class="figure awaited">
    ${heading(localize, dimension, false)}
    <span class="now skeleton" aria-hidden="true">
      <span class="number shape"><span class="sized">${number}</span></span>
      <span class="total shape"><span class="sized">${total}</span></span>
    </span>
    ${hasTrend ? before(localize, {}, 0) : nothing}
  </div>`;
}
