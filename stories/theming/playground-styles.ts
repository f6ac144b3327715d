import { css } from 'lit';

/** Of the playground itself, which no brand changes. */
export const playgroundStyles = css`
  :host {
    color: light-dark(#1b2127, #e4e8ec);
    display: grid;
    font:
      13px/1.4 system-ui,
      sans-serif;
    gap: 16px;
    grid-template-columns: 340px 1fr;
  }
  @media (max-width: 800px) {
    :host {
      grid-template-columns: 1fr;
    }
  }
  .controls,
  .css {
    background: light-dark(#ffffff, #14181d);
    border: 1px solid light-dark(#d5dae0, #333b44);
    border-radius: 8px;
  }
  .controls {
    align-self: start;
    box-sizing: border-box;
    padding: 4px 12px 12px;
  }
  /* Beside what it changes, wherever that is scrolled to. */
  @media (min-width: 801px) {
    .controls {
      max-height: calc(100vh - 32px);
      overflow: auto;
      position: sticky;
      top: 16px;
    }
  }
  fieldset {
    border: 0;
    margin: 0;
    padding: 8px 0 0;
  }
  legend {
    font-weight: 600;
    padding: 8px 0 2px;
  }
  .row {
    align-items: center;
    display: grid;
    gap: 0 8px;
    grid-template-columns: 1fr auto 24px;
    min-height: 36px;
  }
  .name {
    line-height: 1.2;
  }
  code,
  pre {
    font:
      11px/1.5 ui-monospace,
      monospace;
  }
  code {
    color: light-dark(#5b6570, #9aa4ae);
    display: block;
    overflow-wrap: anywhere;
  }
  .inputs {
    align-items: center;
    display: flex;
    gap: 4px;
  }
  input[type='color'] {
    background: none;
    border: 1px solid light-dark(#8a939e, #5b6570);
    border-radius: 4px;
    cursor: pointer;
    height: 28px;
    padding: 2px;
    width: 44px;
  }
  input[type='range'] {
    width: 96px;
  }
  output {
    font-variant-numeric: tabular-nums;
    text-align: end;
    width: 40px;
  }
  select {
    max-width: 140px;
  }
  small {
    color: light-dark(#a8320c, #ff8a63);
    grid-column: 1 / -1;
  }
  button,
  select {
    background: light-dark(#f3f5f7, #20262d);
    border: 1px solid light-dark(#8a939e, #5b6570);
    border-radius: 4px;
    color: inherit;
    font: inherit;
    min-height: 28px;
  }
  button:not(:disabled) {
    cursor: pointer;
  }
  button:disabled {
    color: light-dark(#6b747e, #8a939e);
  }
  .reset {
    background: none;
    border: 0;
    grid-column: 3;
    min-height: 24px;
    padding: 0;
  }
  .shown {
    display: grid;
    gap: 16px;
    grid-template-rows: auto 1fr;
    min-width: 0;
  }
  .css {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    justify-content: space-between;
    padding: 12px;
  }
  .css p {
    align-items: center;
    display: flex;
    gap: 8px;
    margin: 0;
  }
  pre {
    flex: 1 1 240px;
    margin: 0;
    max-height: 160px;
    min-height: 28px;
    overflow: auto;
    white-space: pre-wrap;
  }
  .elements {
    align-content: start;
    display: grid;
    gap: var(--ev-gap, 12px);
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 360px), 1fr));
  }
  ev-summary,
  ev-connection-map,
  ev-station-list {
    grid-column: 1 / -1;
  }
  ev-connection-map {
    height: 360px;
  }
  ev-station-list {
    height: 320px;
  }
`;
