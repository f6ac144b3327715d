import { arc } from 'd3-shape';
import { css, html, nothing, svg } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';

import type { Dimension, StatusCounts } from '../../model/records.js';
import { donutAngles } from '../shared/donut.js';
import type { DonutAngle } from '../shared/donut.js';
import { formatCounted, formatNumber, formatShare } from '../shared/format.js';
import { SECTIONS } from '../shared/sections.js';
import { colorOf, lookOf } from '../shared/status-look.js';

/** What a pie and its legend show. */
export interface StatusShares {
  dimension: Dimension;
  /** All statuses in their fixed order, zeros included (R22). */
  counts: StatusCounts;
  /** What the legend hides (R21). */
  hidden: ReadonlySet<string>;
}

export interface PieOptions extends StatusShares {
  onSelect(status: string, count: number): void;
}

const OUTER = 96;
const INNER = 56;
/** One among ten thousand must be seen and hit. */
const LEAST_ANGLE = 0.06;
/** Room that a digit takes, in the pie's own units, and that a number needs around it. */
const DIGIT = 8;
const LABEL_MARGIN = 10;
/** A digit's width, as a share of its size. */
const DIGIT_WIDTH = 0.6;

const outline = arc<DonutAngle>()
  .innerRadius(INNER)
  .outerRadius(OUTER)
  .startAngle(({ start }) => start)
  .endAngle(({ end }) => end)
  .digits(2);

/** The number of stations or EVSEs that the legend does not hide. */
export function visibleTotal({ counts, hidden }: StatusShares): number {
  return Object.entries(counts).reduce((sum, [status, count]) => (hidden.has(status) ? sum : sum + count), 0);
}

/** Where a slice's number stands; nowhere where it would reach into the next slice. */
function labelPlace({ start, end }: DonutAngle, label: string): [number, number] | undefined {
  const radius = (OUTER + INNER) / 2;
  const room = end - start >= Math.PI ? Infinity : 2 * radius * Math.sin((end - start) / 2);
  if (room < label.length * DIGIT + LABEL_MARGIN) return undefined;
  const middle = (start + end) / 2;
  return [radius * Math.sin(middle), -radius * Math.cos(middle)];
}

function slice(options: PieOptions, total: number, status: string, angle: DonutAngle): SVGTemplateResult {
  const { dimension, counts, onSelect } = options;
  const statuses = Object.keys(counts);
  const count = counts[status]!;
  const label = formatNumber(count);
  const place = labelPlace(angle, label);
  const select = () => {
    onSelect(status, count);
  };
  const name = `${lookOf(dimension, status, statuses).label}: ${formatCounted(count, SECTIONS[dimension].counted)}, ${formatShare(count, total)}`;
  return svg`<g
    part="slice"
    class="slice"
    role="button"
    tabindex="0"
    aria-label="${name}. Show the list."
    data-status=${status}
    data-count=${count}
    @click=${select}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      select();
    }}
  >
    <title>${name}</title>
    <path d=${outline(angle)} fill=${colorOf(dimension, status, statuses)}></path>
    ${place ? svg`<text x=${place[0].toFixed(1)} y=${place[1].toFixed(1)} dy="0.35em">${label}</text>` : nothing}
  </g>`;
}

/** The total's size: a long number stays inside the ring. */
function totalSize(text: string): number {
  return Math.min(26, Math.floor((2 * INNER - LABEL_MARGIN) / (text.length * DIGIT_WIDTH)));
}

/** A pie of statuses; each slice leads to the stations behind it (R19). Its middle is the total of what is visible. */
export function pie(options: PieOptions): TemplateResult {
  const { dimension, counts, hidden } = options;
  const total = visibleTotal(options);
  const statuses = Object.keys(counts);
  const angles = donutAngles(
    statuses.map(status => (hidden.has(status) ? 0 : counts[status]!)),
    LEAST_ANGLE,
  );
  const { one, many } = SECTIONS[dimension].counted;
  return html`<svg class="pie" viewBox="-100 -100 200 200" role="group" aria-label="Pie of statuses">
    ${statuses.map((status, place) => {
      const angle = angles.find(({ index }) => index === place);
      // Each status has a place of its own, so that a slice stays itself when others come and go.
      return angle ? slice(options, total, status, angle) : nothing;
    })}
    <g class="total" aria-hidden="true">
      <text dy="0.1em" font-size=${totalSize(formatNumber(total))}>${formatNumber(total)}</text>
      <text class="noun" dy="1.7em">${total === 1 ? one : many}</text>
    </g>
  </svg>`;
}

export const pieStyles = css`
  .pie {
    display: block;
    height: auto;
    max-height: 100%;
    overflow: visible;
    width: 100%;
  }
  .pie text {
    fill: var(--text);
    pointer-events: none;
    text-anchor: middle;
  }
  .slice {
    cursor: pointer;
    outline: none;
  }
  .slice path {
    stroke: var(--surface);
    stroke-width: 1.5;
    transition: d 200ms ease-out;
  }
  /* A tooltip, which is no part of what the slice is seen to say. */
  .slice title {
    display: none;
  }
  .slice:hover path {
    filter: brightness(1.08);
  }
  .slice:focus-visible path {
    stroke: var(--focus);
    stroke-width: 4;
  }
  .slice text {
    fill: #ffffff;
    filter: drop-shadow(0 0 1.5px rgb(0 0 0 / 70%));
    font-size: 13px;
    font-weight: 600;
  }
  .total text {
    font-weight: 600;
  }
  .total .noun {
    fill: var(--muted);
    font-size: 13px;
    font-weight: 400;
  }
  @media (prefers-reduced-motion: reduce) {
    .slice path {
      transition: none;
    }
  }
`;
