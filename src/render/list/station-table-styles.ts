import { css } from 'lit';
import { rem } from '../shared/rem.js';

/**
 * A row a station, in columns; a card each where the list is narrow. Columns are as wide as their words need: in `ch`, which
 * follows the font, and the switch in `rem`, which follows the reader's text size.
 */
export const stationTableStyles = css`
  .table {
    flex: 1 1 0;
    isolation: isolate;
    min-height: 0;
    overflow: auto;
    overflow-anchor: none;
    position: relative;
    scroll-padding-block-start: calc(3 * var(--_unit));
  }
  /* Rows that are not measured yet may be higher than the body; the end of the scroll does not follow them. */
  .body {
    overflow-y: clip;
    position: relative;
  }
  .drawn {
    left: 0;
    position: absolute;
    right: 0;
  }
  .heads {
    position: sticky;
    top: 0;
    z-index: 1;
  }
  .head,
  .row {
    align-items: center;
    border-bottom: 1px solid var(--_line);
    column-gap: 12px;
    display: grid;
    grid-template-columns:
      minmax(17ch, 1.4fr) minmax(16ch, 2fr) 12ch 12ch minmax(24ch, 1.8fr)
      11ch 12ch;
    padding: 0 12px;
  }
  .head {
    background: var(--_surface);
    color: var(--_muted);
    min-height: calc(2.125 * var(--_unit));
  }
  .head > div {
    font-size: var(--_type-small);
    font-weight: 600;
  }
  .head button {
    background: none;
    border: 0;
    min-height: max(1.625 * var(--_unit), var(--_target));
    padding: 2px 0;
    text-align: start;
  }
  .head button:hover {
    color: var(--_text);
  }
  .row {
    min-height: calc(2.75 * var(--_unit));
    padding-block: calc(0.25 * var(--_unit));
  }
  .row:hover {
    background: var(--_hover);
  }
  .row > div {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  /* Of names of any length so much is seen; all of them where the row is open. */
  .row:not(.open) .name,
  .row:not(.open) .place {
    -webkit-box-orient: vertical;
    display: -webkit-box;
    -webkit-line-clamp: 3;
    overflow: hidden;
    width: fit-content;
  }
  .row:not(.open) .place {
    -webkit-line-clamp: 2;
  }
  .row .badge {
    vertical-align: top;
  }
  .row .badge .swatch {
    height: 1em;
    width: 1em;
  }
  .evse-cell .fault {
    -webkit-box-orient: vertical;
    display: -webkit-box;
    font-size: var(--_type-small);
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .head > div:first-child {
    padding-inline-start: calc(1.75 * var(--_unit));
  }
  .station-cell {
    align-items: center;
    display: flex;
    gap: calc(0.25 * var(--_unit));
  }
  /* For a finger it reaches beyond its place, below the link beside it. */
  .disclosure {
    height: calc(1.5 * var(--_unit));
    margin: calc((1.5 * var(--_unit) - max(1.5 * var(--_unit), var(--_target))) / 2);
    width: calc(1.5 * var(--_unit));
  }
  .disclosure .icon {
    height: calc(0.75 * var(--_unit));
    transition: rotate 150ms;
    width: calc(0.75 * var(--_unit));
  }
  .disclosure[aria-expanded='true'] .icon {
    rotate: calc(90deg * var(--_mirrored, 1));
  }
  .opened-cell {
    border-inline-start: 2px solid var(--_line);
    grid-column: 1 / -1;
    margin-block: calc(0.25 * var(--_unit)) calc(0.5 * var(--_unit));
    margin-inline-start: calc(0.6875 * var(--_unit));
    padding-inline-start: calc(1.0625 * var(--_unit));
  }
  .opened-cell .evses {
    display: grid;
    gap: calc(0.375 * var(--_unit)) calc(1.5 * var(--_unit));
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 30ch), 1fr));
    margin-block-start: calc(0.25 * var(--_unit));
  }
  .opened-cell .evses > li {
    align-content: start;
    justify-content: start;
  }
  @media (prefers-reduced-motion: reduce) {
    .disclosure .icon {
      transition: none;
    }
  }
  /* Said in the cell where there are no columns. */
  .column-title {
    color: var(--_muted);
    display: none;
  }
  .pending {
    color: var(--_muted);
  }
  .tab-count {
    color: var(--_muted);
    font-weight: 400;
    margin-inline-start: 6px;
  }
  .table[aria-busy='true'] .body {
    opacity: 0.5;
  }
  @container (width <= ${rem(66)}) {
    .head {
      display: flex;
      flex-wrap: wrap;
    }
    .head > div:first-child {
      padding-inline-start: 0;
    }
    .row {
      align-content: center;
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      min-height: calc(7 * var(--_unit));
      padding-inline-start: calc(12px + 1.75 * var(--_unit));
      padding-block: calc(0.5 * var(--_unit));
      row-gap: 2px;
    }
    .column-title {
      display: inline;
    }
    .station-cell {
      margin-inline-start: calc(-1.75 * var(--_unit));
    }
    .location-cell,
    .evse-cell,
    .opened-cell {
      flex-basis: 100%;
    }
    .status-cell {
      margin-inline-end: auto;
    }
    .location-cell,
    .connection-cell,
    .status-cell,
    .since-cell {
      order: 1;
    }
    .evse-cell,
    .opened-cell {
      order: 2;
    }
    .opened-cell {
      margin-inline-start: calc(-1.0625 * var(--_unit));
    }
  }
`;
