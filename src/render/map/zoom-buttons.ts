import { css, html } from 'lit';
import type { TemplateResult } from 'lit';

import type { Localize } from '../../messages/localize.js';
import { icon } from '../shared/icons.js';
import { namedOf } from '../shared/named.js';
import { rem } from '../shared/rem.js';

/** R30: zooms by one step, nearer or farther, for those without a wheel, a keyboard or two fingers. */
export function zoomButtons(
  localize: Localize,
  onZoom: (steps: 1 | -1) => void,
  view: string,
): TemplateResult {
  return html`<div class="zoom-buttons">
    <button
      type="button"
      class="icon-button"
      part="zoom-in"
      aria-label=${namedOf(localize, 'zoomIn', view)}
      title=${localize.term('zoomIn')}
      @click=${() => {
        onZoom(1);
      }}
    >
      ${icon('zoom-in')}
    </button>
    <button
      type="button"
      class="icon-button"
      part="zoom-out"
      aria-label=${namedOf(localize, 'zoomOut', view)}
      title=${localize.term('zoomOut')}
      @click=${() => {
        onZoom(-1);
      }}
    >
      ${icon('zoom-out')}
    </button>
  </div>`;
}

/** The zoom buttons, and below them MapLibre's scale and credits, in the map's lower right corner. */
export const zoomButtonsStyles = css`
  .zoom-buttons {
    background: var(--_surface);
    border: 1px solid var(--_edge);
    border-radius: 6px;
    bottom: calc(6px + 1.5 * var(--_unit));
    display: flex;
    flex-direction: column;
    position: absolute;
    right: 8px;
  }
  /* Where they have no room below the other controls; keys, the wheel and fingers zoom, too. */
  @container (max-height: ${rem(11.5)}) {
    .zoom-buttons {
      display: none;
    }
  }
  .zoom-buttons .icon-button:first-child {
    border-bottom: 1px solid var(--_line);
    border-radius: 5px 5px 0 0;
  }
  .zoom-buttons .icon-button:last-child {
    border-radius: 0 0 5px 5px;
  }
  .maplibregl-ctrl-bottom-right {
    align-items: center;
    bottom: 6px;
    display: flex;
    gap: 8px;
    right: 8px;
    /* Below the markers. */
    z-index: 0;
  }
  .maplibregl-ctrl-bottom-right .maplibregl-ctrl {
    background: none;
    color: var(--_muted);
    contain: layout style;
    font: var(--_type-small) / 1.3 var(--ev-font-family, system-ui, sans-serif);
    margin: 0;
    padding: 0;
  }
  .maplibregl-ctrl-attrib a {
    color: inherit;
  }
  .maplibregl-ctrl-scale {
    border: 0;
    box-sizing: border-box;
    display: flex;
    font-variant-numeric: tabular-nums;
    /* Its width is a length on the ground: a longer text reaches out, away from the map's edge. */
    justify-content: right;
    position: relative;
    white-space: nowrap;
  }
  /* Low enough to cross no text. */
  .maplibregl-ctrl-scale::after {
    border: solid currentColor;
    border-width: 0 1px 1px;
    content: '';
    height: 3px;
    inset: auto 0 -2px;
    position: absolute;
  }
`;
