import { css, html } from 'lit';
import type { TemplateResult } from 'lit';

import type { Localize } from '../../messages/localize.js';
import { icon } from './icons.js';
import { namedOf } from './named.js';

/**
 * R26: the switch that hides what is well, and shows it again.
 * @param view what it is of, where there are several
 */
export function troubleOnlyButton(
  localize: Localize,
  isOn: boolean,
  onToggle: () => void,
  view = '',
): TemplateResult {
  const name = localize.term('troubleOnly');
  return html`<button
    type="button"
    class="trouble-only"
    part="trouble-only"
    aria-label=${namedOf(localize, 'troubleOnly', view)}
    aria-pressed=${isOn}
    title=${localize.term(isOn ? 'showWell' : 'hideWell')}
    @click=${onToggle}
  >
    ${icon('warning')}<span class="name">${name}</span>
  </button>`;
}

export const troubleOnlyStyles = css`
  .trouble-only {
    align-items: center;
    background: var(--surface);
    border: 1px solid var(--edge);
    border-radius: 6px;
    color: var(--muted);
    display: inline-flex;
    flex: none;
    font-size: var(--type-medium);
    gap: 6px;
    height: var(--control);
    padding: 0 8px;
    white-space: nowrap;
  }
  .trouble-only:hover {
    background: color-mix(in srgb, var(--muted) 12%, var(--surface));
    color: var(--text);
  }
  .trouble-only[aria-pressed='true'] {
    background: var(--text);
    border-color: var(--text);
    color: var(--surface);
  }
  @media (forced-colors: active) {
    .trouble-only[aria-pressed='true'] {
      background: Highlight;
      border-color: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
