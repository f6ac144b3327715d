import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import type { Dimension } from '../../model/records.js';
import { SECTIONS } from '../shared/sections.js';

/** Stands where a pie will while the first counts are under way: of its size, so that nothing moves when they come. It says nothing. */
export function pieSkeleton(): TemplateResult {
  return html`<div class="skeleton ring" aria-hidden="true"></div>`;
}

/** Stands where a legend will: a row a status, as high as its own, with its trend where one is kept (R28). */
export function legendSkeleton(dimension: Dimension, hasTrend: boolean): TemplateResult {
  const trend = hasTrend ? html`<span class="trend"><span class="period"></span></span>` : nothing;
  return html`<ul class="skeleton legend" aria-hidden="true">
    ${SECTIONS[dimension].statuses.map(
      () =>
        html`<li>
          <div class="entry">
            <span class="swatch shape"></span><span class="label shape">&nbsp;</span>
            <span class="count shape"></span>
            <span class="bar"><span class="track"></span>${trend}</span>
          </div>
          <span class="icon-button"></span>
        </li>`,
    )}
  </ul>`;
}

/** As the ring of pie.ts, whose radii are these shares of its box. */
export const sharesSkeletonStyles = css`
  .skeleton.ring {
    aspect-ratio: 1;
    background: radial-gradient(closest-side, transparent 48%, var(--_hover) 48.5% 82.5%, transparent 83%);
  }
  .skeleton .entry {
    cursor: auto;
  }
  .skeleton .entry:hover {
    background: none;
  }
  .skeleton .label {
    flex: 0 1 40%;
  }
  .skeleton li:nth-child(even) .label {
    flex-basis: 30%;
  }
  .skeleton .count {
    height: 1em;
    margin-inline-start: auto;
    width: 20%;
  }
`;
