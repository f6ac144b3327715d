import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { Localize } from '../../messages/localize.js';
import { changeSince } from '../../model/trend.js';
import { troubleStatuses } from '../../model/trouble.js';
import { changeMark, changeStyles, changeWords } from '../shared/change.js';
import type { NumberHistory } from '../shared/change.js';
import { icon } from '../shared/icons.js';
import { patternStyles } from '../shared/patterns.js';
import { isDimmed, visibleTotal } from './pie.js';
import type { MovingShares, StatusShares } from './pie.js';
import { swatch } from '../shared/status-badge.js';
import { labelOf } from '../shared/status-label.js';
import { colorOf } from '../shared/status-look.js';
import { trendCurve } from '../shared/trend-curve.js';
import { rem } from '../shared/rem.js';

export interface LegendOptions extends MovingShares {
  onToggle(status: string): void;
  onSelect(status: string, count: number): void;
}

const PERIODS = [
  ['hour', 1],
  ['day', 24],
] as const;

/** R28: the curve of a number, and by how many it changed. Until that is known it has the same size. */
function trend(
  localize: Localize,
  history: NumberHistory,
  count: number,
  isTrouble: boolean,
): TemplateResult {
  const change = history.past && changeSince(history.past, count);
  return html`<span class="trend" part="trend" aria-hidden="true">
    ${trendCurve(history.curve)}
    ${PERIODS.map(
      ([period, hours]) =>
        html`<span class="period ${period}">
          ${change ? html`<span class="over">${localize.counted('hoursShort', hours)}</span>${changeMark(localize, change[period], isTrouble)}` : nothing}
        </span>`,
    )}
  </span>`;
}

/** What a click on the bar of a status does. */
export function toggleAction({ localize, dimension, hidden }: StatusShares, status: string): string {
  return localize.term(
    hidden.has(status) ? 'showStatus' : 'hideStatus',
    labelOf(localize, dimension, status),
  );
}

/** What is said of the bar of a status beside its name: what it does, and how its number changed. */
function explained(options: StatusShares, status: string, history: NumberHistory | undefined): string {
  const { localize, counts } = options;
  const action = toggleAction(options, status);
  const words = history ? changeWords(localize, history, counts[status]!) : '';
  return words ? localize.term('captioned', action, words) : action;
}

function entry(options: LegendOptions, total: number, status: string, isTrouble: boolean): TemplateResult {
  const { localize, dimension, section, counts, hidden, onToggle, onSelect } = options;
  const statuses = Object.keys(counts);
  const count = counts[status]!;
  const isHidden = hidden.has(status);
  const label = labelOf(localize, dimension, status);
  const share = isHidden ? 0 : count / total || 0;
  const history = options.historyOf(status);
  return html`<li role="none" class=${isDimmed(options, status) ? 'dimmed' : ''}>
    <button
      type="button"
      class="entry"
      part="entry"
      aria-pressed=${!isHidden}
      data-status=${status}
      data-count=${count}
      aria-description=${explained(options, status, history)}
      @click=${() => {
        onToggle(status);
      }}
    >
      <span class="status">
        ${swatch(dimension, status, statuses, true)}
        <span class="label">${label}</span>
      </span>
      <span class="figures">
        <span class="count">${localize.number(count)}</span>
        <span class="share">${isHidden ? localize.term('hidden') : localize.share(count, total)}</span>
      </span>
      <span class="bar">
        <svg class="track" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
          <rect
            height="4"
            width=${(share * 100).toFixed(2)}
            fill=${colorOf(dimension, status, statuses)}
          ></rect>
        </svg>
        ${history ? trend(localize, history, count, isTrouble) : nothing}
      </span>
    </button>
    <button
      type="button"
      class="icon-button drill"
      part="drill"
      data-status=${status}
      aria-label=${localize.term(section.counted === 'evses' ? 'listEvsesIn' : 'listStationsIn', localize.counted(section.counted, count), label)}
      title=${localize.term('showList')}
      ?disabled=${count === 0}
      @click=${() => {
        onSelect(status, count);
      }}
    >
      ${count === 0 ? nothing : icon('list')}
    </button>
  </li>`;
}

/** Its rows are one stop of the Tab key. */
export const LEGEND_ROWS = { container: '.legend', row: 'li', item: 'button:enabled' };

/** R21, R22: a row a status, in the fixed order: its bar hides it and shows it again, and its list can be asked for. */
export function legend(options: LegendOptions): TemplateResult {
  const heading = options.localize.term(options.section.heading);
  const total = visibleTotal(options);
  const statuses = Object.keys(options.counts);
  const trouble = troubleStatuses(options.dimension, statuses);
  // A toolbar: screen readers leave the arrow keys to it.
  return html`<ul
    class="legend ${options.isMoving ? 'moving' : ''}"
    role="toolbar"
    aria-label=${options.localize.term('captioned', options.localize.term('legend'), heading)}
  >
    ${statuses.map(status => entry(options, total, status, trouble.includes(status)))}
  </ul>`;
}

const rowStyles = css`
  .legend {
    contain-intrinsic-inline-size: min(20rem, 80vw);
    container-type: inline-size;
    display: flex;
    flex-direction: column;
    gap: calc(0.5 * var(--_space));
    list-style: none;
    margin: 0;
    min-inline-size: 0;
    padding: 0;
  }
  .legend li {
    align-items: center;
    display: flex;
    gap: calc(0.5 * var(--_space));
  }
  /* The figures stand under a label whose longest word leaves no room beside it. */
  .entry {
    align-items: center;
    background: none;
    border: 0;
    border-radius: 6px;
    display: flex;
    flex: 1 1 auto;
    flex-wrap: wrap;
    gap: calc(0.75 * var(--_space)) calc(0.5 * var(--_unit));
    min-height: max(2 * var(--_unit), var(--_target));
    min-width: 0;
    padding: var(--_space) calc(1.5 * var(--_space));
    text-align: start;
  }
  .entry:hover {
    background: var(--_hover);
  }
  .status {
    align-items: center;
    display: flex;
    flex: 1 1 min-content;
    gap: calc(0.5 * var(--_unit));
    min-width: 0;
  }
  .label {
    min-width: 0;
    overflow-wrap: break-word;
  }
  .figures {
    display: flex;
    flex: 0 1 auto;
    flex-wrap: wrap;
    gap: 0 calc(0.5 * var(--_unit));
    justify-content: end;
    margin-inline-start: auto;
    min-width: 0;
  }
  .count {
    font-weight: 600;
  }
  .share {
    color: var(--_muted);
    min-width: 4.5em;
    text-align: end;
    white-space: nowrap;
  }
  .swatch {
    display: block;
    flex: none;
    height: var(--_unit);
    width: var(--_unit);
  }
  .bar {
    align-items: center;
    display: flex;
    flex: 0 0 100%;
    flex-wrap: wrap;
    gap: 2px calc(0.75 * var(--_unit));
    min-width: 0;
  }
  .track {
    background: var(--_hover);
    border-radius: 2px;
    flex: 1 1 calc(5 * var(--_unit));
    height: 4px;
    min-width: 0;
    scale: var(--_mirrored, 1) 1;
  }
  .entry[aria-pressed='false'] .swatch {
    opacity: 0.35;
  }
  .entry[aria-pressed='false'] .label {
    color: var(--_muted);
    text-decoration: line-through;
  }
  .entry[aria-pressed='false'] .count {
    color: var(--_muted);
    font-weight: 400;
  }
  /* Its texts stay readable. */
  .legend .dimmed :is(.swatch, .track rect, .curve, .drill .icon) {
    opacity: 0.3;
  }
  .legend .dimmed :is(.label, .count, .change) {
    color: var(--_muted);
  }
  .drill:disabled {
    visibility: hidden;
  }
  @media (prefers-reduced-motion: no-preference) {
    .swatch,
    .track rect {
      transition: opacity 120ms;
    }
    .moving .track rect {
      transition:
        opacity 120ms,
        width 200ms ease-out;
    }
  }
`;

/** Bars are compared with each other: what stands beside them is as wide in each row. */
const trendStyles = css`
  .trend {
    align-items: center;
    color: var(--_muted);
    display: flex;
    flex: none;
    flex-wrap: wrap;
    font-size: var(--_type-small);
    gap: 0 calc(0.5 * var(--_unit));
    justify-content: end;
    line-height: calc(1.25 * var(--_unit));
    max-width: 100%;
  }
  .period {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.375em;
    justify-content: end;
    max-width: 100%;
    min-height: calc(1.25 * var(--_unit));
    min-width: 6em;
    white-space: nowrap;
  }
  .period.day {
    display: none;
    min-width: 6.75em;
  }
  @container (min-width: ${rem(27)}) {
    .period.day {
      display: flex;
    }
  }
`;

export const legendStyles = [patternStyles, rowStyles, changeStyles, trendStyles];
