import { css } from 'lit';

/** The menu that the button at the end of a panel's heading opens, and what is said below it. */
export const saveMenuStyles = css`
  .save-menu {
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    box-shadow: 0 6px 24px rgb(0 0 0 / 22%);
    display: flex;
    flex-direction: column;
    inset-inline-end: calc(0.375 * var(--unit));
    max-width: calc(100% - 0.75 * var(--unit));
    padding: var(--space);
    position: absolute;
    top: calc(100% - 2px);
    z-index: 30;
  }
  .save-menu[hidden] {
    display: none;
  }
  .save-menu button {
    align-items: center;
    background: none;
    border: 0;
    border-radius: 6px;
    display: flex;
    gap: calc(2 * var(--space));
    min-height: max(2 * var(--unit), var(--target));
    padding: var(--space) calc(3 * var(--space)) var(--space) calc(2 * var(--space));
    text-align: start;
  }
  .save-menu button:hover {
    background: var(--hover);
  }
  .save-menu button:focus-visible {
    box-shadow: none;
    outline-offset: -2px;
  }
  .save-menu .icon {
    color: var(--muted);
    flex: none;
  }
  .save > .tooltip {
    inset-inline: auto 6px;
    margin: 0;
  }
  @media print {
    .save-menu {
      display: none;
    }
  }
`;
