import { css, unsafeCSS } from 'lit';
import type { CSSResult } from 'lit';

import { BADGE_BOX, BADGE_PLACE, HOLE, SIGN_HEIGHT, STACK } from './marker-size.js';
import { ringPatternStyles } from './ring-patterns.js';

/** Beside a badge's text: the space at each end, and what its sign takes, in em. */
const BADGE_PADDING = 0.45;
const SIGN_ROOM = BADGE_BOX.more - 2 * BADGE_PADDING;

/** A length of so many radii of a marker, whose border is a pixel wide. */
function radii(count: number): CSSResult {
  return unsafeCSS(`calc(${count} * (50% + 1px))`);
}

/** The place so many radii from a marker's middle. */
function along(count: number, times = '1'): CSSResult {
  return unsafeCSS(`calc(50% + ${count} * ${times} * (50% + 1px))`);
}

/**
 * Groups and pins. A button's own background, border, shadow, colour and font are what a host restyles by its part; a group's
 * ring of statuses, and the badge of those in trouble, are drawn within. A pin is a square with one sharp corner, turned so that the corner points down.
 */
export const markerStyles = css`
  ${ringPatternStyles}

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
    z-index: 1;
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
    left: 0;
    margin: 0;
    padding: 0;
    pointer-events: auto;
    position: absolute;
    print-color-adjust: exact;
    top: 0;
    touch-action: none;
    white-space: nowrap;
    z-index: var(--level, 0);
    -webkit-tap-highlight-color: transparent;
  }

  .marker > .ring {
    /* Turned a little: Chromium leaves a gap where pixels lie exactly below the middle. */
    background: conic-gradient(from 0.004rad, var(--slices));
    border-radius: 50%;
    forced-color-adjust: none;
    inset: 1px;
    /* In percent of the ring, a pixel within the marker: with var() each change of its slices would read it anew. */
    mask: radial-gradient(
      closest-side,
      #0000 calc(${100 * HOLE}% + ${HOLE - 0.5}px),
      #000 calc(${100 * HOLE}% + ${HOLE + 0.5}px)
    );
    position: absolute;
    print-color-adjust: exact;
  }

  .marker.pin {
    --upright: -45deg;
    background: color-mix(in srgb, var(--worst) 26%, var(--surface, Canvas));
    border-bottom-right-radius: 0;
    border-color: var(--worst);
    box-shadow: 1px 1px 2px rgb(0 0 0 / 30%);
    rotate: 45deg;
  }

  /* Places are shares of the marker's box: the styles of what is in it stay as they are where its size changes. */
  .marker.pin > .number {
    left: var(--number-at, 50%);
    position: absolute;
    top: var(--number-at, 50%);
    transform: rotate(-45deg) translate(-50%, -50%);
    transform-origin: 0 0;
  }

  /* Down, in the axes of a pin, which is turned. */
  .marker.pin:not(.badged) > .number {
    --number-at: ${along(STACK.number * Math.SQRT1_2)};
  }

  .marker > .sign {
    height: ${radii(SIGN_HEIGHT)};
    left: ${along(-STACK.sign * Math.SQRT1_2)};
    overflow: visible;
    pointer-events: none;
    position: absolute;
    top: ${along(-STACK.sign * Math.SQRT1_2)};
    transform: rotate(var(--upright, 0deg)) translate(-50%, -50%);
    transform-origin: 0 0;
  }

  /* Trouble stands out: filled, where all else is tinted. White text is readable on any colour that is as dark. */
  .marker.pin.troubled,
  .marker > .badge {
    background: oklch(from var(--worst) min(l, 0.55) c h);
    color: #ffffff;
  }

  /* Its sign stands at the end that is nearer to the middle. */
  .marker > .badge {
    border-radius: 1em;
    box-shadow: 0 0 0 1.5px var(--surface, Canvas);
    font-size: calc(0.625rem * var(--_scale, 1));
    line-height: ${BADGE_BOX.height};
    padding-left: calc(${SIGN_ROOM / 2 + BADGE_PADDING}em + ${SIGN_ROOM / 2}em * var(--badge-x, 1));
    padding-right: calc(${SIGN_ROOM / 2 + BADGE_PADDING}em - ${SIGN_ROOM / 2}em * var(--badge-x, 1));
    position: absolute;
    print-color-adjust: exact;
    transform: rotate(var(--upright, 0deg))
      translate(calc(-50% + 50% * var(--badge-x, 1)), calc(-50% + 50% * var(--badge-y, -1)));
    transform-origin: 0 0;
    z-index: 1;
  }

  .marker.badged > .sign {
    color: #ffffff;
    font-size: calc(0.625rem * var(--_scale, 1));
    height: 1em;
    transform: rotate(var(--upright, 0deg))
      translate(
        calc(-50% + var(--badge-x, 1) * (50% + 0.35em)),
        calc(-50% + var(--badge-y, -1) * ${BADGE_BOX.height / 2}em)
      );
    z-index: 2;
  }

  .marker > .badge,
  .marker.badged > .sign {
    left: ${along(BADGE_PLACE.x, 'var(--badge-x, 1)')};
    top: ${along(BADGE_PLACE.y, 'var(--badge-y, -1)')};
  }

  .marker.pin > .badge,
  .marker.pin.badged > .sign {
    left: ${along(BADGE_PLACE.x * Math.SQRT1_2, '(var(--badge-x, 1) + var(--badge-y, -1))')};
    top: ${along(BADGE_PLACE.y * Math.SQRT1_2, '(var(--badge-y, -1) - var(--badge-x, 1))')};
  }

  @media (forced-colors: active) {
    .marker.pin.troubled,
    .marker > .badge {
      background: CanvasText;
      box-shadow: 0 0 0 1.5px Canvas;
      color: Canvas;
      forced-color-adjust: none;
    }
    .marker.badged > .sign {
      color: Canvas;
      forced-color-adjust: none;
    }
  }

  /* One that has none of the status that stands out; in a ring, the colours of the others are dimmed. */
  .markers[data-highlighted='0'] .marker:not([data-statuses~='0']),
  .markers[data-highlighted='1'] .marker:not([data-statuses~='1']),
  .markers[data-highlighted='2'] .marker:not([data-statuses~='2']),
  .markers[data-highlighted='3'] .marker:not([data-statuses~='3']) {
    opacity: 0.3;
  }

  .marker:hover {
    background-image: linear-gradient(color-mix(in srgb, var(--text, CanvasText) 16%, transparent) 0 100%);
  }

  .marker:hover,
  .marker:focus-visible {
    z-index: 100;
  }
`;
