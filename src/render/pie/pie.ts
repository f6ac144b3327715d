import { arc } from 'd3-shape';
import { html, nothing, svg } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';

import type { Localize } from '../../messages/localize.js';
import type { Dimension, StatusCounts } from '../../model/records.js';
import { changeWords } from '../shared/change.js';
import type { NumberHistory } from '../shared/change.js';
import { donutAngles } from '../shared/donut.js';
import type { DonutAngle } from '../shared/donut.js';
import { patternDefinitions, patternFill } from '../shared/patterns.js';
import type { Section } from '../shared/sections.js';
import { readableOn } from '../shared/status-colors.js';
import { labelOf } from '../shared/status-label.js';
import { colorOf, lookOf } from '../shared/status-look.js';
import { labelPlaces } from './label-places.js';
import type { LabelPlace, Ring } from './label-places.js';
import { PieTexts } from './pie-texts.js';
import type { Fit, PieText } from './pie-texts.js';

/** What a pie and its legend show. */
export interface StatusShares {
  localize: Localize;
  dimension: Dimension;
  /** The dimension's words, for what the provider's `lastMessageAt` is. */
  section: Section;
  /** All statuses in their fixed order, zeros included (R22). */
  counts: StatusCounts;
  /** What the legend hides (R21). */
  hidden: ReadonlySet<string>;
  /** The status that stands out of the others. */
  highlighted?: string;
  /** How many were in a status before (R28); undefined where no trend is kept. */
  historyOf(status: string): NumberHistory | undefined;
}

/** What a pie and a legend that can be acted on show. */
export interface MovingShares extends StatusShares {
  /** Whether they move to their new places: what was hidden or shown can be followed. Live numbers jump, which change all the time. */
  isMoving: boolean;
}

interface PieOptions extends MovingShares {
  fit: Fit;
  /** The status of the slice that has the focus, where that is to be seen. */
  focused?: string;
  onSelect(status: string, count: number): void;
}

/** A status's slice, its number and where that stands; a number that has no room has no place. */
export interface PieSlice {
  status: string;
  count: number;
  angle: DonutAngle;
  place?: LabelPlace;
}

/** The ring; around it is room for numbers. */
export const RING: Ring = { inner: 56, outer: 96, box: 116 };
/** The side of a pie's drawing, in its own units. */
export const SIDE = 2 * RING.box;
/** One among ten thousand must be seen and hit. */
const LEAST_ANGLE = 0.06;

const outline = arc<DonutAngle>()
  .innerRadius(RING.inner)
  .outerRadius(RING.outer)
  .startAngle(({ start }) => start)
  .endAngle(({ end }) => end)
  .digits(2);

/** The number of stations or EVSEs that the legend does not hide. */
export function visibleTotal({ counts, hidden }: Pick<StatusShares, 'counts' | 'hidden'>): number {
  return Object.entries(counts).reduce((sum, [status, count]) => (hidden.has(status) ? sum : sum + count), 0);
}

/** Whether a status recedes, because another stands out. */
export function isDimmed({ highlighted }: StatusShares, status: string): boolean {
  return highlighted !== undefined && highlighted !== status;
}

/** The slices of what is neither hidden nor none, in their fixed order. */
export function pieSlices({ counts, hidden }: StatusShares, texts: PieTexts): PieSlice[] {
  const statuses = Object.keys(counts);
  const angles = donutAngles(
    statuses.map(status => (hidden.has(status) ? 0 : counts[status]!)),
    LEAST_ANGLE,
  );
  const countAt = (index: number) => counts[statuses[index]!]!;
  const sizes = angles.map(({ index }) => texts.numberSize(countAt(index)));
  const places = labelPlaces(angles, sizes, RING);
  return angles.map((angle, drawn) => ({
    status: statuses[angle.index]!,
    count: countAt(angle.index),
    angle,
    place: places[drawn],
  }));
}

/** @param ground the colour that it stands on, where it is to be readable on that */
function drawnText({ kind, text, x, y, size }: PieText, ground?: string): SVGTemplateResult {
  return svg`<text
    class=${kind}
    x=${x.toFixed(1)}
    y=${y.toFixed(1)}
    font-size=${size.toFixed(2)}
    fill=${ground ? readableOn(ground) : nothing}
    stroke=${ground ?? nothing}
  >${text}</text>`;
}

function drawnSlice(
  options: PieOptions,
  texts: PieTexts,
  total: number,
  { status, count, angle, place }: PieSlice,
): SVGTemplateResult {
  const { localize, dimension, section, counts, onSelect } = options;
  const statuses = Object.keys(counts);
  const select = () => {
    onSelect(status, count);
  };
  const history = options.historyOf(status);
  const { pattern } = lookOf(dimension, status, statuses);
  const color = colorOf(dimension, status, statuses);
  const number = place && texts.number(count, place);
  const name = localize.term(
    'sliceName',
    labelOf(localize, dimension, status),
    localize.counted(section.counted, count),
    localize.share(count, total),
  );
  return svg`<g
    part="slice"
    class="slice ${isDimmed(options, status) ? 'dimmed' : ''}"
    role="button"
    tabindex="-1"
    aria-label=${name}
    aria-description=${(history && changeWords(localize, history, count)) || nothing}
    data-status=${status}
    data-count=${count}
    @click=${select}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      select();
    }}
  >
    <path class="fill" d=${outline(angle)} fill=${color}></path>
    ${pattern ? svg`<path class="pattern" d=${outline(angle)} fill=${patternFill(pattern)}></path>` : nothing}
    ${number ? drawnText(number, number.kind === 'within' ? color : undefined) : nothing}
  </g>`;
}

/** Around the slice that has the focus: drawn last, for the slices after it would cover it. */
function focusRing(angle: DonutAngle | undefined): SVGTemplateResult | typeof nothing {
  if (!angle) return nothing;
  const d = outline(angle);
  return svg`<g class="focus-ring" aria-hidden="true"><path d=${d}></path><path class="line" d=${d}></path></g>`;
}

/** Its slices are one stop of the Tab key. */
export const PIE_SLICES = { container: '.pie', item: '.slice' };

/** A pie of statuses; each slice leads to the stations behind it (R19). Its middle is the total of what is visible. */
export function pie(options: PieOptions): TemplateResult {
  const { localize, dimension, section, counts, fit } = options;
  const total = visibleTotal(options);
  const statuses = Object.keys(counts);
  const texts = new PieTexts(localize, fit, SIDE);
  const slices = pieSlices(options, texts);
  const patterns = statuses.map(status => lookOf(dimension, status, statuses).pattern);
  const noun = localize.counted(`${section.counted}Noun`, total);
  const heading = localize.term(section.heading);
  return html`<svg
    class="pie ${options.isMoving ? 'moving' : ''}"
    viewBox="${-RING.box} ${-RING.box} ${SIDE} ${SIDE}"
    role="toolbar"
    aria-label=${localize.term('captioned', localize.term('pie'), heading)}
  >
    ${patternDefinitions(new Set(patterns.filter(pattern => pattern !== undefined)))}
    ${statuses.map(status => {
      // Each status has a place of its own, so that a slice stays itself when others come and go.
      const slice = slices.find(each => each.status === status);
      return slice ? drawnSlice(options, texts, total, slice) : nothing;
    })}
    ${focusRing(slices.find(({ status }) => status === options.focused)?.angle)}
    <g class="total" aria-hidden="true">${texts.total(total, noun).map(text => drawnText(text))}</g>
  </svg>`;
}
