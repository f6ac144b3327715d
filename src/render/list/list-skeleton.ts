import { css, html } from 'lit';
import type { TemplateResult } from 'lit';

/** Enough for the box that a list has in a window. */
const ROWS = Array.from({ length: 24 });
const CELLS = Array.from({ length: 6 });

/** Stands where the rows will while the first are under way: as high as they are. It says nothing. */
export function listSkeleton(): TemplateResult {
  return html`<div class="skeleton rows" aria-hidden="true">
    <div class="head"></div>
    ${ROWS.map(() => html`<div class="row">${CELLS.map(() => html`<div class="shape"></div>`)}</div>`)}
  </div>`;
}

export const listSkeletonStyles = css`
  .skeleton.rows {
    flex: 1 1 0;
    min-height: calc(7.5 * var(--_unit));
    overflow: hidden;
  }
  .skeleton .row:hover {
    background: none;
  }
  .skeleton .shape {
    height: 1em;
    min-width: 20%;
  }
`;
