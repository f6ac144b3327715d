import { css, html } from 'lit';
import type { TemplateResult } from 'lit';

import type { Localize } from '../../messages/localize.js';

function skip({ currentTarget }: Event): void {
  const root = (currentTarget as Element).getRootNode() as ShadowRoot;
  const end = root.querySelector<HTMLElement>('.skip.end')!;
  // From the last element of a slot that is no stop itself, Chromium's Tab would go to the slot's first.
  end.tabIndex = 0;
  end.focus();
}

function leave({ currentTarget }: Event): void {
  (currentTarget as HTMLElement).tabIndex = -1;
}

/** WCAG 2.4.1: the way past a map and all that stands on it; seen while it has the focus. */
export function skipMap(localize: Localize, name: string): TemplateResult {
  return html`<button type="button" class="visually-hidden skip" @click=${skip}>
    ${localize.term('skip', name)}
  </button>`;
}

/** Where that leads. */
export function mapEnd(localize: Localize, name: string): TemplateResult {
  return html`<p class="visually-hidden skip end" tabindex="-1" @blur=${leave}>
    ${localize.term('endOf', name)}
  </p>`;
}

export const skipMapStyles = css`
  .skip {
    border: 0;
    margin: 0;
    padding: 0;
  }
  .skip.skip:not(:focus) {
    min-height: 0;
    min-width: 0;
  }
  .skip:focus {
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: 6px;
    clip-path: none;
    height: auto;
    inset-inline-start: 8px;
    max-width: calc(100% - 16px);
    padding: var(--_space) calc(3 * var(--_space));
    top: 8px;
    white-space: normal;
    width: auto;
    z-index: 6;
  }
  .skip.end:focus {
    bottom: 8px;
    top: auto;
  }
`;
