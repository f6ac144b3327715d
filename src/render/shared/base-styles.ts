import { css } from 'lit';

/** What every element's style begins with: the tokens that a host may set, with defaults for light and dark. */
export const baseStyles = css`
  :host {
    --surface: var(--ev-color-surface, light-dark(#ffffff, #14181d));
    --text: var(--ev-color-text, light-dark(#1b2127, #e4e8ec));
    --muted: var(--ev-color-muted, light-dark(#5b6570, #9aa4ae));
    --line: color-mix(in srgb, var(--muted) 28%, transparent);
    --hover: color-mix(in srgb, var(--muted) 12%, transparent);
    --warning: light-dark(#a8320c, #ff8a63);
    --focus: light-dark(#1d5fd0, #8ab4ff);
    --gap: var(--ev-gap, 12px);
    --radius: var(--ev-radius, 8px);
    box-sizing: border-box;
    color: var(--text);
    display: block;
    font-family: var(--ev-font-family, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif);
    font-size: 0.875rem;
    font-variant-numeric: tabular-nums;
    line-height: 1.4;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: inherit;
  }
  button,
  input {
    color: inherit;
    font: inherit;
  }
  button {
    cursor: pointer;
  }
  a {
    color: light-dark(#1755b8, #8ab4ff);
  }
  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }
  .icon-button {
    align-items: center;
    background: none;
    border: 0;
    border-radius: 6px;
    color: var(--muted);
    display: inline-flex;
    flex: none;
    height: 1.75rem;
    justify-content: center;
    padding: 0;
    width: 1.75rem;
  }
  .icon {
    height: 1rem;
    width: 1rem;
  }
  .icon-button:hover {
    background: var(--hover);
    color: var(--text);
  }
  .error {
    align-items: center;
    color: var(--warning);
    display: inline-flex;
    gap: 4px;
  }
  .visually-hidden {
    clip-path: inset(50%);
    height: 1px;
    overflow: hidden;
    position: absolute;
    white-space: nowrap;
    width: 1px;
  }
  .notice {
    align-items: center;
    color: var(--muted);
    display: flex;
    flex-direction: column;
    gap: 8px;
    justify-content: center;
    min-height: 6rem;
    padding: var(--gap);
    text-align: center;
    text-wrap: balance;
  }
  .notice p {
    margin: 0;
    max-width: 100%;
    overflow-wrap: break-word;
  }
  .notice button,
  .text-button {
    background: none;
    border: 1px solid var(--line);
    border-radius: 6px;
    padding: 4px 12px;
  }
  .notice button:hover,
  .text-button:hover {
    background: var(--hover);
  }
`;
