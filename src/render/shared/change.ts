import { css, html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';

import { changeSince } from '../../model/trend.js';
import type { Change, Past } from '../../model/trend.js';
import { formatBriefly, formatNumber } from './format.js';

/** What is known of how a number was before (R28). */
export interface NumberHistory {
  /** Absent until it is known. */
  past?: Past;
  /** The path of its curve; absent where there is none. */
  curve?: string;
  /** Why the newest could not be had. */
  error?: Error;
}

/** What a number is compared with. */
const AGO = { hour: 'an hour ago', day: 'a day ago' } as const;

type Period = keyof typeof AGO;

/** How a number changed; nothing of it is known where its history is not. */
export function changeOf({ past }: NumberHistory, number: number): Change {
  return past ? changeSince(past, number) : {};
}

/** How a number changed in words: `12 more than an hour ago`; undefined where that is not known. */
export function periodWords(change: Change, period: Period): string | undefined {
  const difference = change[period];
  if (difference === undefined) return undefined;
  if (difference === 0) return `as many as ${AGO[period]}`;
  return `${formatNumber(Math.abs(difference))} ${difference > 0 ? 'more' : 'fewer'} than ${AGO[period]}`;
}

/** Of what there is no history, and why; empty where there is one, or where that is not known yet. */
export function missingWords({ past, error }: NumberHistory): string {
  if (!past) return '';
  const missing = [
    ...(past.hourAgo === undefined ? [AGO.hour] : []),
    ...(past.dayAgo === undefined ? [AGO.day] : []),
  ];
  if (missing.length === 0) return '';
  return `no history of ${missing.join(' or ')}${error ? `: ${error.message}` : ''}`;
}

/** How a number changed over an hour and a day, and of what there is no history, in words. */
export function changeWords(history: NumberHistory, number: number): string {
  const change = changeOf(history, number);
  const words = [periodWords(change, 'hour'), periodWords(change, 'day'), missingWords(history)];
  return words.filter(Boolean).join(', ');
}

const ARROWS = { more: 'M5 1.5 L9 8.5 H1 Z', fewer: 'M5 8.5 L1 1.5 H9 Z' };

/** An arrow up or down; nothing where nothing changed. It says nothing itself: words beside it do. */
export function changeArrow(difference: number | undefined): TemplateResult | typeof nothing {
  if (!difference) return nothing;
  return html`<svg class="arrow" viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
    ${svg`<path d=${ARROWS[difference > 0 ? 'more' : 'fewer']}></path>`}
  </svg>`;
}

/** Whether a change is for the worse: more of what is trouble. */
export function isWorse(difference: number | undefined): boolean {
  return difference !== undefined && difference > 0;
}

/**
 * How a number changed in little room: an arrow and by how many. It says nothing itself: other words are read out.
 * @param isTrouble whether more is worse
 */
export function changeMark(difference: number | undefined, isTrouble: boolean): TemplateResult {
  const text = difference === undefined ? '–' : difference === 0 ? '±0' : formatBriefly(Math.abs(difference));
  return html`<span class="change ${isTrouble && isWorse(difference) ? 'worse' : ''}" aria-hidden="true"
    >${changeArrow(difference)}${text}</span
  >`;
}

/** Curves and the marks of changes. */
export const changeStyles = css`
  .curve {
    display: block;
    flex: none;
    height: 1.15em;
    overflow: visible;
    width: 4em;
  }
  .curve path {
    fill: none;
    stroke: currentColor;
    stroke-linejoin: round;
    stroke-width: 1.25;
  }
  .change {
    align-items: baseline;
    color: var(--muted);
    display: inline-flex;
    gap: 0.25em;
    white-space: nowrap;
  }
  .change.worse {
    color: var(--warning);
    font-weight: 600;
  }
  .arrow {
    fill: currentColor;
    flex: none;
    height: 0.7em;
    width: 0.7em;
  }
`;
