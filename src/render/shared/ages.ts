import { html } from 'lit';
import type { TemplateResult } from 'lit';

import { isMoment } from '../../model/time.js';
import { formatAge, formatMoment } from './format.js';

/** A moment by its age, exact on demand, with what else is to be said of it. */
function momentOf(at: number, now: number, note = ''): TemplateResult {
  return html`<time datetime=${new Date(at).toISOString()} title="${formatMoment(at)}${note && `, ${note}`}"
    >${formatAge(at, now)}</time
  >`;
}

/** When something was last heard of, by its age. */
export function ageOf(at: number | undefined, now: number): TemplateResult {
  return isMoment(at) ? momentOf(at, now) : html`never`;
}

/** Since when something is as it is (R27), by its age; the note says how that is known. */
export function sinceAge(at: number | undefined, now: number, note: string): TemplateResult {
  return isMoment(at) ? momentOf(at, now, note) : html`<span class="quiet">not known</span>`;
}
