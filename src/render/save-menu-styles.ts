import { css } from 'lit';

/** The menu that the button at the end of a panel's heading opens, and what is said below it. */
export const saveMenuStyles = css`
  .save-menu {
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    box-shadow: 0 6px 24px rgb(0 0 0 / 22%);
    display: flex;
    flex-direction: column;
    inset-inline-end: calc(0.375 * var(--_unit));
    max-width: calc(100% - 0.75 * var(--_unit));
    padding: var(--_space);
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
    gap: calc(2 * var(--_space));
    min-height: max(2 * var(--_unit), var(--_target));
    padding: var(--_space) calc(3 * var(--_space)) var(--_space) calc(2 * var(--_space));
    text-align: start;
  }
  .save-menu button:hover {
    background: var(--_hover);
  }
  .save-menu button:focus-visible {
    box-shadow: none;
    outline-offset: -2px;
  }
  .save-menu .icon {
    color: var(--_muted);
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
