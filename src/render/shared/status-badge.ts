import { css, html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';

import type { Localize } from '../../messages/localize.js';
import type { Dimension } from '../../model/records.js';
import { swatchPattern } from './patterns.js';
import { SECTIONS } from './sections.js';
import { signShape } from './signs.js';
import { readableOn } from './status-colors.js';
import { labelOf } from './status-label.js';
import { colorOf, lookOf } from './status-look.js';

/**
 * A status's colour with its sign in it.
 * @param isKey whether its pattern is shown in the sign's place where patterns are
 */
export function swatch(
  dimension: Dimension,
  status: string,
  statuses: readonly string[],
  isKey = false,
): TemplateResult {
  const color = colorOf(dimension, status, statuses);
  const { sign, pattern } = lookOf(dimension, status, statuses);
  const keyPattern = isKey ? pattern : undefined;
  return html`<svg class="swatch" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    <rect width="16" height="16" rx="4" fill=${color}></rect>
    ${svg`<g
      class=${keyPattern ? 'sign patterned' : 'sign'}
      transform="translate(2 2)"
      color=${readableOn(color)}
    >${signShape(sign)}</g>`}
    ${keyPattern ? swatchPattern(keyPattern) : nothing}
  </svg>`;
}

/** A status with its sign and its name. */
export function statusBadge(
  localize: Localize,
  dimension: Exclude<Dimension, 'last-message'>,
  status: string,
): TemplateResult {
  return html`<span class="badge" data-status=${status}
    >${swatch(dimension, status, SECTIONS[dimension].statuses)}${labelOf(localize, dimension, status)}</span
  >`;
}

/** Statuses beside their names. */
export const badgeStyles = css`
  .badges,
  .summary {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 12px;
  }
  .summary {
    gap: 4px;
  }
  .badge {
    align-items: center;
    display: inline-flex;
    gap: 5px;
    white-space: nowrap;
  }
  .badge .swatch {
    display: block;
    flex: none;
    height: 1em;
    width: 1em;
  }
`;
