import { css, html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';

import type { Localize } from '../../messages/localize.js';
import { changeSince } from '../../model/trend.js';
import type { Change, Past } from '../../model/trend.js';

/** What is known of how a number was before (R28). */
export interface NumberHistory {
  /** Absent until it is known. */
  past?: Past;
  /** The path of its curve; absent where there is none. */
  curve?: string;
  /** Why the newest could not be had. */
  error?: Error;
}

/** How a number is compared with what it was. */
const WORDS = {
  hour: { more: 'moreThanHourAgo', fewer: 'fewerThanHourAgo', same: 'asManyAsHourAgo' },
  day: { more: 'moreThanDayAgo', fewer: 'fewerThanDayAgo', same: 'asManyAsDayAgo' },
} as const;

type Period = keyof typeof WORDS;

/** How a number changed; nothing of it is known where its history is not. */
export function changeOf({ past }: NumberHistory, number: number): Change {
  return past ? changeSince(past, number) : {};
}

/** How a number changed in words: `12 more than an hour ago`; undefined where that is not known. */
export function periodWords(localize: Localize, change: Change, period: Period): string | undefined {
  const difference = change[period];
  if (difference === undefined) return undefined;
  const { more, fewer, same } = WORDS[period];
  if (difference === 0) return localize.term(same);
  return localize.counted(difference > 0 ? more : fewer, Math.abs(difference));
}

/** Of what there is no history, and why; empty where there is one, or where that is not known yet. */
export function missingWords(localize: Localize, { past, error }: NumberHistory): string {
  if (!past) return '';
  const [noHour, noDay] = [past.hourAgo === undefined, past.dayAgo === undefined];
  if (!noHour && !noDay) return '';
  const text = localize.term(
    noHour && noDay ? 'noHistoryOfBoth' : noHour ? 'noHistoryOfHour' : 'noHistoryOfDay',
  );
  return error ? localize.term('captioned', text, localize.explain(error).text) : text;
}

/** How a number changed over an hour and a day, and of what there is no history, in words. */
export function changeWords(localize: Localize, history: NumberHistory, number: number): string {
  const change = changeOf(history, number);
  const words = [
    periodWords(localize, change, 'hour'),
    periodWords(localize, change, 'day'),
    missingWords(localize, history),
  ];
  return words.filter(Boolean).join(localize.term('comma'));
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
export function changeMark(
  localize: Localize,
  difference: number | undefined,
  isTrouble: boolean,
): TemplateResult {
  const text =
    difference === undefined
      ? '–'
      : `${difference === 0 ? '±' : ''}${localize.briefly(Math.abs(difference))}`;
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
    scale: var(--_mirrored, 1) 1;
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
    color: var(--_muted);
    display: inline-flex;
    gap: 0.25em;
    white-space: nowrap;
  }
  .change.worse {
    color: var(--_warning);
    font-weight: 600;
  }
  .arrow {
    fill: currentColor;
    flex: none;
    height: 0.7em;
    width: 0.7em;
  }
`;
