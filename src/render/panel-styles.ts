import { css } from 'lit';

/** A view's frame: its header, the view, its footer; as large as the window in full screen. */
export const panelStyles = css`
  /* In quirks mode, a share of a block's height that nobody set is one of the page's; of a grid's, it is none. */
  :host {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
  }
  .frame {
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    display: flex;
    flex-direction: column;
    height: 100%;
    position: relative;
  }
  .frame > header,
  footer {
    display: flex;
    flex: none;
    gap: var(--_space);
    min-height: calc(2.25 * var(--_unit));
    padding: calc(0.25 * var(--_unit)) calc(0.375 * var(--_unit));
  }
  /* The heading stands under the buttons where its longest word has no room beside them. */
  .frame > header {
    align-items: start;
    flex-wrap: wrap;
    padding-inline-end: calc(0.75 * var(--_unit) + var(--_control));
    position: relative;
  }
  footer {
    align-items: end;
  }
  .frame > header h3 {
    align-self: center;
    flex: 1 1 min-content;
    font-size: var(--_type-body);
    font-weight: 600;
    margin: 0;
    margin-inline-start: var(--_space);
    min-width: 0;
    overflow-wrap: break-word;
  }
  .save > .icon-button {
    inset-inline-end: calc(0.375 * var(--_unit));
    position: absolute;
    top: calc(0.25 * var(--_unit));
  }
  .view {
    flex: 1 1 auto;
    min-height: 0;
    overflow: auto;
  }
  .help {
    display: inline-flex;
  }
  .tooltip {
    background: var(--_text);
    border-radius: 6px;
    color: var(--_surface);
    font-size: var(--_type-medium);
    inset-inline-start: 6px;
    max-width: min(36em, calc(100% - 12px));
    overflow-wrap: break-word;
    padding: calc(2 * var(--_space)) calc(3 * var(--_space));
    position: absolute;
    top: calc(100% - 2px);
    z-index: 30;
  }
  .tooltip[hidden] {
    display: none;
  }
  .state {
    align-items: center;
    align-self: center;
    color: var(--_muted);
    display: flex;
    flex: 1 1 auto;
    flex-wrap: wrap;
    font-size: var(--_type-small);
    gap: calc(0.5 * var(--_space)) calc(2.5 * var(--_space));
    justify-content: end;
    margin-inline-end: calc(1.5 * var(--_space));
    min-width: 0;
    text-align: end;
  }
  .state > [part='age']:has(*) + .told::before {
    content: '·';
    margin-inline-end: 0.25em;
  }
  :host(:state(loading)) .refresh svg {
    animation: turn 0.9s linear infinite;
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    :host(:state(loading)) .refresh svg {
      animation: none;
      opacity: 0.4;
    }
  }
  @media print {
    :host,
    .frame {
      break-inside: avoid;
      height: auto;
    }
    .view {
      overflow: visible;
    }
    footer {
      justify-content: end;
    }
  }
  :host(:fullscreen),
  :host(:popover-open) {
    background: var(--_surface);
    border: 0;
    overflow: hidden;
    padding: 0;
  }
  /* As browsers do it in full screen: whatever size the page gives it otherwise. */
  :host(:popover-open) {
    height: 100% !important;
    inset: 0 !important;
    margin: 0 !important;
    max-height: none !important;
    max-width: none !important;
    min-height: 0 !important;
    min-width: 0 !important;
    position: fixed !important;
    transform: none !important;
    width: 100% !important;
  }
  /* Nothing scrolls there: in a low window it may be longer than what is left below its button. */
  :host(:fullscreen) .tooltip,
  :host(:popover-open) .tooltip {
    max-height: calc(100vh - 4 * var(--_unit));
    overflow: auto;
  }
  @media (max-height: 30rem) {
    :host(:fullscreen) .tooltip,
    :host(:popover-open) .tooltip {
      font-size: var(--_type-small);
      inset-inline: 0;
      line-height: 1.25;
      max-width: none;
      padding: var(--_space) calc(2 * var(--_space));
    }
  }
  :host(:fullscreen) .frame,
  :host(:popover-open) .frame {
    border: 0;
    border-radius: 0;
  }
`;
