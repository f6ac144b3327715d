import { css } from 'lit';
import { rem } from '../shared/rem.js';

/** The drawing. */
export const pieStyles = css`
  .pie {
    display: block;
    height: auto;
    max-height: 100%;
    overflow: visible;
    width: 100%;
  }
  .pie text {
    dominant-baseline: central;
    font-weight: 600;
    pointer-events: none;
    text-anchor: middle;
    text-rendering: geometricPrecision;
  }
  .slice {
    cursor: pointer;
    outline: none;
  }
  .slice path {
    stroke: var(--_surface);
    stroke-width: 1.5;
  }
  .slice:hover path {
    filter: brightness(1.08);
  }
  /* In two tones, above all slices. */
  .focus-ring {
    pointer-events: none;
  }
  .focus-ring path {
    fill: none;
    stroke: var(--_surface);
    stroke-linejoin: round;
    stroke-width: 7;
  }
  .focus-ring .line {
    stroke: var(--_focus);
    stroke-width: 3;
  }
  /* Clear of its slice's pattern; its colours are attributes. */
  .slice .within {
    paint-order: stroke;
    stroke-linejoin: round;
    stroke-width: calc(8 * var(--_patterns));
  }
  .slice .beside {
    pointer-events: auto;
  }
  .slice.dimmed .fill {
    opacity: 0.25;
  }
  .slice.dimmed .pattern {
    opacity: calc(0.25 * var(--_patterns));
  }
  .slice.dimmed text {
    fill: var(--_muted);
    stroke: none;
  }
  .slice .beside,
  .total .number {
    fill: var(--_text);
  }
  .total .noun {
    fill: var(--_muted);
    font-weight: 400;
  }
  @media (prefers-reduced-motion: no-preference) {
    .slice .fill {
      transition: opacity 120ms;
    }
    .moving .fill {
      transition:
        d 200ms ease-out,
        opacity 120ms;
    }
    .moving .pattern {
      transition: d 200ms ease-out;
    }
  }
`;

/** A pie and its legend, in the box that a host gives them. */
export const sharesStyles = css`
  /* A grid for the heights in it: see panelStyles. */
  :host {
    container-type: inline-size;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
  }
  ev-panel {
    height: 100%;
  }
  .shares {
    align-items: center;
    display: flex;
    flex-direction: column;
    gap: var(--_gap);
    justify-content: center;
    min-height: 100%;
    padding: var(--_gap);
  }
  .drawing {
    max-width: clamp(calc(17 * var(--_unit)), 60cqi, calc(24 * var(--_unit)));
    width: 100%;
  }
  /* As large as a pie where something stands in its place: the legend stays where it is. */
  .drawing > .notice {
    aspect-ratio: 1;
    /* But never lower than its words. */
    min-height: auto;
  }
  .shares > .legend {
    max-width: calc(28 * var(--_unit));
    width: 100%;
  }
  /* The legend stands beside the pie where both have room, but in a box that an overview makes high. */
  @container (min-width: ${rem(34)}) {
    .shares {
      flex-direction: var(--_shares, row);
    }
    .drawing {
      flex: var(--_drawing, 1 1 calc(10 * var(--_unit)));
      max-width: var(--_drawing-width, calc(17 * var(--_unit)));
    }
    .shares > .legend {
      flex: var(--_legend, 2 1 calc(18 * var(--_unit)));
    }
  }
  @container (min-width: ${rem(64)}) {
    .drawing {
      max-width: var(--_drawing-width, calc(26 * var(--_unit)));
    }
  }
`;
