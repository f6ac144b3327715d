import { css } from 'lit';

import { HOLE } from './marker-size.js';

/**
 * Groups and pins. A button's own background, border, shadow, colour and font are what a host restyles by its part; the
 * ring of statuses is drawn within. A pin is a square with one sharp corner, turned so that the corner points down.
 */
export const markerStyles = css`
  .markers {
    color: var(--text, CanvasText);
    contain: strict;
    font-family: var(--ev-font-family, system-ui, sans-serif);
    font-weight: 600;
    inset: 0;
    line-height: 1;
    /* Not hidden: that would be a scroll container, which focus could scroll away from the map. */
    overflow: clip;
    pointer-events: none;
    position: absolute;
  }

  .marker-plane {
    left: 0;
    position: absolute;
    top: 0;
    will-change: translate;
  }

  .marker {
    appearance: none;
    background: var(--surface, Canvas);
    border: 1px solid color-mix(in srgb, var(--text, CanvasText) 22%, var(--surface, Canvas));
    border-radius: 50%;
    box-shadow: 0 1px 2px rgb(0 0 0 / 30%);
    box-sizing: border-box;
    color: inherit;
    contain: layout style size;
    cursor: pointer;
    font: inherit;
    font-size: var(--font-size);
    height: calc(2 * var(--radius));
    left: 0;
    margin: 0;
    padding: 0;
    pointer-events: auto;
    position: absolute;
    print-color-adjust: exact;
    top: 0;
    touch-action: none;
    white-space: nowrap;
    width: calc(2 * var(--radius));
    z-index: var(--level, 0);
    -webkit-tap-highlight-color: transparent;
  }

  .marker > .ring {
    /* Turned a little: Chromium leaves a gap where pixels lie exactly below the middle. */
    background: conic-gradient(from 0.004rad, var(--slices));
    border-radius: 50%;
    forced-color-adjust: none;
    inset: 1px;
    mask: radial-gradient(
      circle,
      transparent calc(${HOLE} * var(--radius) - 0.5px),
      #000 calc(${HOLE} * var(--radius) + 0.5px)
    );
    position: absolute;
    print-color-adjust: exact;
  }

  .marker.pin {
    border-color: color-mix(in srgb, var(--text, CanvasText) 45%, var(--surface, Canvas));
    border-bottom-right-radius: 0;
    box-shadow: 1px 1px 2px rgb(0 0 0 / 30%);
    rotate: 45deg;
  }

  .marker.pin > .ring {
    background: conic-gradient(from calc(0.004rad - 45deg), var(--slices));
    inset: 2px;
  }

  .marker.pin > .number {
    display: block;
    rotate: -45deg;
  }

  .marker[data-sign]::after {
    align-items: center;
    background: var(--text, CanvasText);
    border: 1.5px solid var(--surface, Canvas);
    border-radius: 50%;
    color: var(--surface, Canvas);
    content: attr(data-sign);
    display: flex;
    font-size: 0.625rem;
    height: 0.9375rem;
    justify-content: center;
    left: calc(50% - 0.46875rem);
    position: absolute;
    print-color-adjust: exact;
    rotate: -45deg;
    top: calc(-0.123 * var(--radius) - 0.5rem);
    width: 0.9375rem;
  }

  @media (forced-colors: active) {
    .marker[data-sign]::after {
      background: CanvasText;
      border-color: Canvas;
      color: Canvas;
      forced-color-adjust: none;
    }
  }

  .marker:hover {
    background-image: linear-gradient(color-mix(in srgb, var(--text, CanvasText) 16%, transparent) 0 100%);
  }

  .marker:hover,
  .marker:focus-visible {
    z-index: 100;
  }
`;
