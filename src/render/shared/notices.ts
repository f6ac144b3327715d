import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { Localize } from '../../messages/localize.js';

/** A way on from a notice. */
interface NoticeAction {
  label: string;
  onClick(): void;
}

function action(way: NoticeAction | undefined): TemplateResult | typeof nothing {
  if (!way) return nothing;
  return html`<button type="button" @click=${() => way.onClick()}>${way.label}</button>`;
}

/** Stands where a view has nothing to show. */
export function emptyNotice(text: string, way?: NoticeAction): TemplateResult {
  return html`<div class="notice" part="empty">
    <p>${text}</p>
    ${action(way)}
  </div>`;
}

/** Why something failed. */
function reasonText(localize: Localize, error: Error): TemplateResult {
  const { text, dir, lang } = localize.explain(error);
  return html`<p class="reason" dir=${dir} lang=${lang ?? nothing}>${text}</p>`;
}

/** Stands where a view could not be shown. */
export function errorNotice(
  localize: Localize,
  text: string,
  error: Error | undefined,
  way?: NoticeAction,
): TemplateResult {
  return html`<div class="notice" part="error" role="alert">
    <p>${text}</p>
    ${error ? reasonText(localize, error) : nothing}${action(way)}
  </div>`;
}

/** Stands where a view could not be shown for a reason that is said above it, with the way on. */
export function errorBelowNotice(localize: Localize): TemplateResult {
  return html`<div class="notice" part="error"><p>${localize.term('couldNotBeLoaded')}</p></div>`;
}

/** Stands where the first data is under way. */
export function loadingNotice(localize: Localize): TemplateResult {
  return html`<div class="notice loading" role="status"><p>${localize.term('loading')}</p></div>`;
}

/** Says that the first data is under way, beside shapes that stand for it. */
export function loadingStatus(localize: Localize): TemplateResult {
  return html`<span class="visually-hidden" role="status">${localize.term('loading')}</span>`;
}

/**
 * Stands in an element that has no provider.
 * @param problem why the one around it could not be set up, which that says itself to assistive technology
 */
export function noProviderNotice(
  localize: Localize,
  tag: string,
  problem: Error | undefined,
): TemplateResult {
  if (problem)
    return html`<div class="notice" part="error">
      <p>${localize.term('cannotBeSetUp', 'ev-data-provider')}</p>
      ${reasonText(localize, problem)}
    </div>`;
  return html`<div class="notice" part="error" role="alert">
    <p>${localize.term('noProvider', tag)}</p>
  </div>`;
}
