import { css } from 'lit';
import { rem } from './rem.js';

/**
 * What every element's style begins with: the tokens that a host may set, with defaults for light and dark. Custom properties are inherited by the page
 * in a slot as well: those that are no host's begin with `--_`.
 */
export const baseStyles = css`
  :host {
    --_surface: var(--ev-color-surface, light-dark(#ffffff, #14181d));
    --_text: var(--ev-color-text, light-dark(#1b2127, #e4e8ec));
    --_muted: var(--ev-color-muted, light-dark(#5b6570, #9aa4ae));
    --_line: color-mix(in srgb, var(--_muted) 28%, transparent);
    /* Around what is pressed or typed into: 3:1 on the surface (WCAG 1.4.11). */
    --_edge: color-mix(in srgb, var(--_muted) 72%, var(--_surface));
    --_hover: color-mix(in srgb, var(--_muted) 12%, transparent);
    --_warning: light-dark(#a8320c, #ff8a63);
    --_focus: var(--_text);
    --_radius: var(--ev-radius, 8px);
    box-sizing: border-box;
    color: var(--_text);
    /* In a box that is as wide as what is in it, a view that asks how wide that is would have no width at all. */
    contain-intrinsic-inline-size: min(20rem, 80vw);
    display: block;
    min-inline-size: 0;
    /* What pages set for their own texts would be inherited; what a host sets on an element itself stays. */
    font: calc(0.875 * var(--_unit)) / 1.4
      var(--ev-font-family, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif);
    font-variant-numeric: tabular-nums;
    hyphens: manual;
    letter-spacing: normal;
    line-break: auto;
    overflow-wrap: normal;
    text-align: start;
    text-align-last: auto;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    text-wrap: wrap;
    white-space: normal;
    word-break: normal;
    word-spacing: normal;
    writing-mode: horizontal-tb;
    -webkit-text-fill-color: currentColor;
    -webkit-text-stroke: 0;
  }
  /*
   * One scale of type, space and controls, which follows the box around an element and the reader's text size: dense at a desk, large on a
   * wall. A view within another that has grown grows with it, however small it is.
   */
  :host,
  :host > * {
    --_unit: calc(${rem(1)} * var(--_scale, 1));
    --_space: calc(4px * var(--_scale, 1));
    --_type-small: calc(0.75 * var(--_unit));
    --_type-medium: calc(0.8125 * var(--_unit));
    --_type-body: calc(0.875 * var(--_unit));
    --_type-large: calc(0.9375 * var(--_unit));
    --_control: calc(1.75 * var(--_unit));
    --_target: 24px;
    --_gap: var(--ev-gap, calc(3 * var(--_space)));
    font-size: var(--_type-body);
  }
  @media (pointer: coarse) {
    :host,
    :host > * {
      --_control: max(44px, 2.25 * var(--_unit));
      --_target: 44px;
    }
  }
  @container (max-width: ${rem(24)}) {
    :host,
    :host > * {
      --_gap: var(--ev-gap, calc(2 * var(--_space)));
    }
  }
  @container (min-width: ${rem(140)}) {
    :host,
    :host > * {
      --_scale: 1.2;
    }
  }
  @container (min-width: ${rem(180)}) {
    :host,
    :host > * {
      --_scale: 1.45;
    }
  }
  @container (min-width: ${rem(220)}) {
    :host,
    :host > * {
      --_scale: 1.75;
    }
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  /* In buttons and in the elements inside too: a reader may want more of it of all of a page (WCAG 1.4.12). */
  * {
    letter-spacing: inherit;
    word-spacing: inherit;
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
  /* Of two tones that differ as text does from what it stands on: one of them is seen on any colour. */
  :focus-visible {
    box-shadow: 0 0 0 5px var(--_surface);
    outline: 2px solid var(--_focus);
    outline-offset: 1px;
  }
  /* Above its neighbours; what has a place of its own keeps it. */
  :where(a, button, input, select, [role='tab']):where(:focus-visible) {
    position: relative;
    z-index: 1;
  }
  /* Large enough to hit (WCAG 2.5.8; with a finger 2.5.5). A marker of a map has its own size. */
  button:not(.marker),
  select,
  [role='option'] {
    min-height: var(--_target);
    min-width: var(--_target);
  }
  .icon-button {
    align-items: center;
    background: none;
    border: 0;
    border-radius: 6px;
    color: var(--_muted);
    display: inline-flex;
    flex: none;
    height: var(--_control);
    justify-content: center;
    padding: 0;
    width: var(--_control);
  }
  .icon {
    height: var(--_unit);
    width: var(--_unit);
  }
  .directional {
    scale: var(--_mirrored, 1) 1;
  }
  .icon-button:hover {
    background: var(--_hover);
    color: var(--_text);
  }
  .error {
    align-items: center;
    color: var(--_warning);
    display: inline-flex;
    gap: var(--_space);
  }
  .visually-hidden {
    clip-path: inset(50%);
    height: 1px;
    overflow: hidden;
    position: absolute;
    white-space: nowrap;
    width: 1px;
  }
  /* What stands for data that is on its way. */
  .skeleton {
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  .skeleton .shape {
    background: var(--_hover);
    border-radius: var(--_space);
  }
  @keyframes breathe {
    to {
      opacity: 0.4;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .skeleton {
      animation: none;
    }
  }
  /* How much of what is below a surface it covers, where it lets something through. */
  @media (prefers-reduced-transparency: reduce) {
    :host {
      --_cover: 100%;
    }
  }
  /* On paper: in light colours, and nothing to press. */
  @media print {
    :host {
      --_surface: #ffffff;
      --_text: #000000;
      --_muted: #3d444b;
      color-scheme: light;
    }
    .icon-button,
    .text-button,
    .notice button,
    .tooltip,
    .popup,
    .map-pointer,
    dialog {
      display: none !important;
    }
    .swatch,
    .curve {
      print-color-adjust: exact;
    }
  }
  .notice {
    align-items: center;
    color: var(--_muted);
    display: flex;
    flex-direction: column;
    gap: calc(2 * var(--_space));
    justify-content: center;
    min-height: calc(6 * var(--_unit));
    padding: var(--_gap);
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
    border: 1px solid var(--_edge);
    border-radius: 6px;
    padding: var(--_space) calc(3 * var(--_space));
  }
  .notice button:hover,
  .text-button:hover {
    background: var(--_hover);
  }
`;
