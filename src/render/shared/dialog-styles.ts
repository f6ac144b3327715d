import { css } from 'lit';

/** A modal dialog at the end side of the window, as high as it. */
export const dialogStyles = css`
  dialog {
    background: var(--_surface);
    border: 0;
    border-inline-start: 1px solid var(--_line);
    box-shadow: 0 0 40px rgb(0 0 0 / 35%);
    color: var(--_text);
    height: 100%;
    margin: 0;
    margin-inline-start: auto;
    max-height: none;
    max-width: none;
    padding: 0;
    width: min(calc(70 * var(--_unit)), 100%);
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }
  @media (prefers-reduced-transparency: reduce) {
    dialog::backdrop {
      background: light-dark(#8a929b, #000000);
    }
  }
  dialog > header {
    align-items: center;
    border-bottom: 1px solid var(--_line);
    display: flex;
    flex: none;
    flex-wrap: nowrap;
    gap: calc(2 * var(--_space));
    padding: calc(2 * var(--_space));
    padding-inline-start: calc(3 * var(--_space));
  }
  dialog h2 {
    flex: 1 1 auto;
    font-size: var(--_type-large);
    margin: 0;
    min-width: 0;
    overflow-wrap: break-word;
  }
`;
