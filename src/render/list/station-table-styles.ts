import { css } from 'lit';

/**
 * A row a station, in columns; a card each where the list is narrow. Columns are as wide as their words need: in `ch`, which
 * follows the font, and the switch in `rem`, which follows the reader's text size.
 */
export const stationTableStyles = css`
  .table {
    flex: 1 1 auto;
    min-height: 7.5rem;
    overflow: auto;
    overflow-anchor: none;
    position: relative;
    scroll-padding-block-start: 3rem;
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
    border-bottom: 1px solid var(--line);
    column-gap: 12px;
    display: grid;
    grid-template-columns: minmax(14ch, 1.4fr) minmax(16ch, 2fr) 12ch 12ch minmax(26ch, 1.8fr) 12ch;
    padding: 0 12px;
  }
  .head {
    background: var(--surface);
    color: var(--muted);
    min-height: 2.125rem;
  }
  .head > div {
    font-size: 0.75rem;
    font-weight: 600;
  }
  .head button {
    background: none;
    border: 0;
    min-height: 1.625rem;
    padding: 2px 0;
    text-align: start;
  }
  .head button:hover {
    color: var(--text);
  }
  .row {
    min-height: 2.75rem;
    padding-block: 0.25rem;
  }
  .row:hover {
    background: var(--hover);
  }
  .row > div {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .row .badge {
    vertical-align: top;
  }
  .row .badge .swatch {
    height: 1em;
    width: 1em;
  }
  .row .evse-cell {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
  }
  .pending {
    color: var(--muted);
  }
  .tab-count {
    color: var(--muted);
    font-weight: 400;
    margin-inline-start: 6px;
  }
  .table[aria-busy='true'] .body {
    opacity: 0.5;
  }
  @container (width <= 57.5rem) {
    .head {
      display: flex;
      flex-wrap: wrap;
    }
    .row {
      align-content: center;
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      min-height: 7rem;
      padding-block: 0.5rem;
      row-gap: 2px;
    }
    .row > div:nth-child(n + 2) {
      order: 1;
    }
    .row > div:nth-child(6) {
      order: 0;
    }
    .row > div:nth-child(2),
    .row .evse-cell {
      flex-basis: 100%;
    }
  }
`;
