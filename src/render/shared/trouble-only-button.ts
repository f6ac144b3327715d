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
    background: var(--_surface);
    border: 1px solid var(--_edge);
    border-radius: 6px;
    color: var(--_muted);
    display: inline-flex;
    flex: none;
    font-size: var(--_type-medium);
    gap: 6px;
    height: var(--_control);
    padding: 0 8px;
    white-space: nowrap;
  }
  .trouble-only:hover {
    background: color-mix(in srgb, var(--_muted) 12%, var(--_surface));
    color: var(--_text);
  }
  .trouble-only[aria-pressed='true'] {
    background: var(--_text);
    border-color: var(--_text);
    color: var(--_surface);
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
