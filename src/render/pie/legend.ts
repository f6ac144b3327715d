import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import { formatNumber, formatShare } from '../shared/format.js';
import { icon } from '../shared/icons.js';
import { visibleTotal } from './pie.js';
import type { StatusShares } from './pie.js';
import { SECTIONS } from '../shared/sections.js';
import { swatch } from '../shared/status-badge.js';
import { colorOf, lookOf } from '../shared/status-look.js';

export interface LegendOptions extends StatusShares {
  onToggle(status: string): void;
  onSelect(status: string, count: number): void;
}

function entry(options: LegendOptions, total: number, status: string): TemplateResult {
  const { dimension, counts, hidden, onToggle, onSelect } = options;
  const statuses = Object.keys(counts);
  const count = counts[status]!;
  const isHidden = hidden.has(status);
  const { label } = lookOf(dimension, status, statuses);
  const share = isHidden ? 0 : count / total || 0;
  return html`<li>
    <button
      type="button"
      class="entry"
      part="entry"
      aria-pressed=${!isHidden}
      data-status=${status}
      data-count=${count}
      title=${isHidden ? `Show ${label}` : `Hide ${label}`}
      @click=${() => {
        onToggle(status);
      }}
    >
      <span class="status">
        ${swatch(dimension, status, statuses)}
        <span class="label">${label}</span>
      </span>
      <span class="figures">
        <span class="count">${formatNumber(count)}</span>
        <span class="share">${isHidden ? 'hidden' : formatShare(count, total)}</span>
      </span>
      <svg class="track" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect
          height="4"
          width=${(share * 100).toFixed(2)}
          fill=${colorOf(dimension, status, statuses)}
        ></rect>
      </svg>
    </button>
    <button
      type="button"
      class="icon-button drill"
      part="drill"
      aria-label=${`List the ${SECTIONS[dimension].counted.many} that are ${label}`}
      title="Show the list"
      ?disabled=${count === 0}
      @click=${() => {
        onSelect(status, count);
      }}
    >
      ${count === 0 ? nothing : icon('list')}
    </button>
  </li>`;
}

/** R21, R22: a row a status, in the fixed order: its bar hides it and shows it again, and its list can be asked for. */
export function legend(options: LegendOptions): TemplateResult {
  const total = visibleTotal(options);
  return html`<ul class="legend" aria-label="Legend">
    ${Object.keys(options.counts).map(status => entry(options, total, status))}
  </ul>`;
}

export const legendStyles = css`
  .legend {
    display: flex;
    flex-direction: column;
    gap: 2px;
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .legend li {
    align-items: center;
    display: flex;
    gap: 2px;
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
    gap: 3px 0.5rem;
    min-height: 2rem;
    min-width: 0;
    padding: 4px 6px;
    text-align: start;
  }
  .entry:hover {
    background: var(--hover);
  }
  .status {
    align-items: center;
    display: flex;
    flex: 1 1 min-content;
    gap: 0.5rem;
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
    gap: 0 0.5rem;
    justify-content: end;
    margin-inline-start: auto;
    min-width: 0;
  }
  .count {
    font-weight: 600;
  }
  .share {
    color: var(--muted);
    min-width: 4.5em;
    text-align: end;
    white-space: nowrap;
  }
  .swatch {
    color: #ffffff;
    display: block;
    flex: none;
    height: 1rem;
    width: 1rem;
  }
  .track {
    background: var(--hover);
    border-radius: 2px;
    flex: 0 0 100%;
    height: 4px;
    min-width: 0;
  }
  .track rect {
    transition: width 200ms ease-out;
  }
  .entry[aria-pressed='false'] .swatch {
    opacity: 0.35;
  }
  .entry[aria-pressed='false'] .label {
    color: var(--muted);
    text-decoration: line-through;
  }
  .entry[aria-pressed='false'] .count {
    color: var(--muted);
    font-weight: 400;
  }
  .drill:disabled {
    visibility: hidden;
  }
  @media (prefers-reduced-motion: reduce) {
    .track rect {
      transition: none;
    }
  }
`;
