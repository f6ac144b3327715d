import { css } from 'lit';

/** A row a station, in columns; where the list is narrow, a card each. */
export const stationTableStyles = css`
  .table {
    --columns: minmax(120px, 1.4fr) minmax(140px, 1.8fr) 96px 96px minmax(256px, 1.8fr) 104px;
    flex: 1 1 auto;
    min-height: 120px;
    overflow: auto;
    position: relative;
  }
  .body {
    position: relative;
  }
  .heads {
    position: sticky;
    top: 0;
    z-index: 1;
  }
  .head,
  .row {
    column-gap: 12px;
    display: grid;
    grid-template-columns: var(--columns);
    padding: 0 12px;
  }
  .head {
    align-items: center;
    background: var(--surface);
    border-bottom: 1px solid var(--line);
    color: var(--muted);
    font-size: 12px;
    min-height: 34px;
  }
  .head button {
    background: none;
    border: 0;
    font-weight: 600;
    min-height: 26px;
    padding: 2px 0;
  }
  .head button:hover {
    color: var(--text);
  }
  .row {
    align-items: center;
    border-bottom: 1px solid var(--line);
    height: 44px;
    left: 0;
    position: absolute;
    right: 0;
    top: 0;
  }
  .row:hover {
    background: var(--hover);
  }
  .row > div {
    max-height: 100%;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .row .evse-cell {
    display: flex;
    flex-wrap: wrap;
    gap: 0 10px;
    white-space: normal;
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
  .cards .head {
    display: flex;
    flex-wrap: wrap;
  }
  .cards .row {
    align-content: center;
    grid-template-columns: minmax(0, 1fr) auto;
    height: 128px;
    row-gap: 2px;
  }
  .cards .row > div:nth-child(2),
  .cards .row .evse-cell {
    grid-column: 1 / -1;
  }
  .cards .row > div:nth-child(3),
  .cards .row > div:nth-child(4) {
    grid-row: 3;
  }
  .cards .row > div:nth-child(6) {
    grid-column: 2;
    grid-row: 1;
  }
  .cards .row > div:nth-child(4),
  .cards .row > div:nth-child(6) {
    justify-self: end;
  }
`;
