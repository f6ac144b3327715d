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
import { labelOf } from '../shared/status-label.js';
import { colorOf, lookOf } from '../shared/status-look.js';
import { labelPlaces } from './label-places.js';
import type { Ring } from './label-places.js';
import { PieTexts } from './pie-texts.js';
import type { Fit } from './pie-texts.js';

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

interface PieOptions extends StatusShares {
  fit: Fit;
  /** The status of the slice that has the focus, where that is to be seen. */
  focused?: string;
  onSelect(status: string, count: number): void;
}

/** The ring; around it is room for numbers. */
const RING: Ring = { inner: 56, outer: 96, box: 116 };
const SIDE = 2 * RING.box;
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

function slice(
  options: PieOptions,
  total: number,
  status: string,
  angle: DonutAngle,
  number: SVGTemplateResult | undefined,
): SVGTemplateResult {
  const { localize, dimension, section, counts, onSelect } = options;
  const statuses = Object.keys(counts);
  const count = counts[status]!;
  const select = () => {
    onSelect(status, count);
  };
  const history = options.historyOf(status);
  const { pattern } = lookOf(dimension, status, statuses);
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
    <path class="fill" d=${outline(angle)} fill=${colorOf(dimension, status, statuses)}></path>
    ${pattern ? svg`<path class="pattern" d=${outline(angle)} fill=${patternFill(pattern)}></path>` : nothing}
    ${number ?? nothing}
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
  const { localize, dimension, section, counts, hidden, fit } = options;
  const total = visibleTotal(options);
  const statuses = Object.keys(counts);
  const angles = donutAngles(
    statuses.map(status => (hidden.has(status) ? 0 : counts[status]!)),
    LEAST_ANGLE,
  );
  const texts = new PieTexts(localize, fit, SIDE);
  const countAt = (index: number) => counts[statuses[index]!]!;
  const sizes = angles.map(({ index }) => texts.numberSize(countAt(index)));
  const places = labelPlaces(angles, sizes, RING);
  const patterns = statuses.map(status => lookOf(dimension, status, statuses).pattern);
  const noun = localize.counted(`${section.counted}Noun`, total);
  const heading = localize.term(section.heading);
  return html`<svg
    class="pie"
    viewBox="${-RING.box} ${-RING.box} ${SIDE} ${SIDE}"
    role="toolbar"
    aria-label=${localize.term('captioned', localize.term('pie'), heading)}
  >
    ${patternDefinitions(new Set(patterns.filter(pattern => pattern !== undefined)))}
    ${statuses.map((status, index) => {
      // Each status has a place of its own, so that a slice stays itself when others come and go.
      const drawn = angles.findIndex(angle => angle.index === index);
      if (drawn < 0) return nothing;
      const place = places[drawn];
      const color = colorOf(dimension, status, statuses);
      const number = place && texts.number(countAt(index), place, color);
      return slice(options, total, status, angles[drawn]!, number);
    })}
    ${focusRing(angles.find(({ index }) => statuses[index] === options.focused))}
    <g class="total" aria-hidden="true">${texts.total(total, noun)}</g>
  </svg>`;
}
