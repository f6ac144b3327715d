import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import { lastMessageStatuses } from '../model/last-message.js';
import { DAY } from '../model/time.js';
import type { Change } from '../model/trend.js';
import type { HeadlineDimension, TroubleFigure } from '../model/trouble-figures.js';
import { changeArrow, changeOf, isWorse, missingWords, periodWords } from './shared/change.js';
import type { NumberHistory } from './shared/change.js';
import { formatCounted, formatDuration, formatNumber, formatShare } from './shared/format.js';
import { SECTIONS } from './shared/sections.js';
import { swatch } from './shared/status-badge.js';
import { trendCurve } from './shared/trend-curve.js';

interface Words {
  /** What the figure counts. */
  label(silentFor: number): string;
  /** In its place where there is none. */
  well(silentFor: number): string;
  /** The status whose look is that of trouble, and that of all being well. */
  looks: [trouble: string, well: string];
}

const BUCKETS = lastMessageStatuses();

const WORDS: Readonly<Record<HeadlineDimension, Words>> = {
  connection: {
    label: () => 'Stations offline',
    well: () => 'No station is offline',
    looks: ['offline', 'online'],
  },
  evse: {
    label: () => 'EVSEs faulted',
    well: () => 'No EVSE is faulted',
    looks: ['faulted', 'available'],
  },
  'last-message': {
    label: silentFor => `Stations silent for ${formatDuration(silentFor)}`,
    well: silentFor => `No station is silent for ${formatDuration(silentFor)}`,
    looks: [BUCKETS.at(-1)!, BUCKETS[0]!],
  },
};

function heading(dimension: HeadlineDimension, isWell: boolean, silentFor = DAY): TemplateResult {
  const { label, well, looks } = WORDS[dimension];
  const statuses = SECTIONS[dimension].statuses;
  return html`<span class="what"
    >${swatch(dimension, looks[isWell ? 1 : 0], statuses)}<span
      >${(isWell ? well : label)(silentFor)}</span
    ></span
  >`;
}

/** What is said of an hour and a day ago; what there is no history of is said once. */
function periodTexts({ past }: NumberHistory, change: Change): [hour: string, day: string] {
  if (!past) return ['', ''];
  const [hour, day] = [periodWords(change, 'hour'), periodWords(change, 'day')];
  if (hour === undefined && day === undefined) return ['No history to compare with', ''];
  return [hour ?? 'No history of an hour ago', day ?? 'No history of a day ago'];
}

/** The curve, and by how many it changed in words; of the same size until that is known. */
function before(history: NumberHistory, count: number): TemplateResult {
  const change = changeOf(history, count);
  const [hour, day] = periodTexts(history, change);
  const line = (difference: number | undefined, text: string) =>
    html`<span class="period ${isWorse(difference) ? 'worse' : ''}"
      >${changeArrow(difference)} ${text}</span
    >`;
  return html`${trendCurve(history.curve)}
    <span class="changes">${line(change.hour, hour)} ${line(change.day, day)}</span>`;
}

/** Of how many, and which part of them. */
function shareOf({ dimension, count, total }: TroubleFigure): string {
  const all = `of ${formatCounted(total, SECTIONS[dimension].counted)}`;
  return count > 0 ? `${formatShare(count, total)} ${all}` : all;
}

interface FigureOptions {
  figure: TroubleFigure;
  /** Undefined where no trend is kept. */
  history: NumberHistory | undefined;
  onSelect(): void;
}

/** R29: how many are in one kind of trouble, of how many, and how that changed: a button that asks for their list. */
export function summaryFigure({ figure, history, onSelect }: FigureOptions): TemplateResult {
  const { dimension, status, count, total, silentFor } = figure;
  const isWell = count === 0 && total > 0;
  const missing = history ? missingWords(history) : '';
  return html`<button
    type="button"
    class="figure ${isWell ? 'well' : ''}"
    part="figure"
    data-dimension=${dimension}
    data-status=${status}
    data-count=${count}
    title=${missing ? `Show the list (${missing})` : 'Show the list'}
    ?disabled=${count === 0}
    @click=${onSelect}
  >
    ${heading(dimension, isWell, silentFor)}
    <span class="now">
      <span class="number">${formatNumber(count)}</span>
      <span class="total">${shareOf(figure)}</span>
    </span>
    ${history ? before(history, count) : nothing}
  </button>`;
}

/** What stands where a figure will be, as large as that: it says what will be counted, and no number. */
export function summarySkeleton(dimension: HeadlineDimension, hasTrend: boolean): TemplateResult {
  return html`<div class="figure awaited">
    ${heading(dimension, false)}
    <span class="now skeleton" aria-hidden="true">
      <span class="number shape"><span class="sized">0,000</span></span>
      <span class="total shape"><span class="sized">0.0% of 00,000 stations</span></span>
    </span>
    ${hasTrend ? before({}, 0) : nothing}
  </div>`;
}
