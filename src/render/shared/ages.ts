import { html } from 'lit';
import type { TemplateResult } from 'lit';

import type { Localize } from '../../messages/localize.js';
import { isMoment } from '../../model/time.js';

/** A moment by its age, exact on demand, with what else is to be said of it. */
function momentOf(localize: Localize, at: number, now: number, note?: string): TemplateResult {
  const title = [localize.moment(at), ...(note ? [note] : [])].join(localize.term('comma'));
  return html`<time datetime=${new Date(at).toISOString()} title=${title}>${localize.age(at, now)}</time>`;
}

/** When something was last heard of, by its age. */
export function ageOf(localize: Localize, at: number | undefined, now: number): TemplateResult {
  return isMoment(at) ? momentOf(localize, at, now) : html`${localize.term('never')}`;
}

/** Since when something is as it is (R27), by its age; the note says how that is known. */
export function sinceAge(
  localize: Localize,
  at: number | undefined,
  now: number,
  note: string,
): TemplateResult {
  return isMoment(at)
    ? momentOf(localize, at, now, note)
    : html`<span class="quiet">${localize.term('notKnown')}</span>`;
}
