import { css, unsafeCSS } from 'lit';
import type { CSSResult } from 'lit';

import { badgeSignStyles } from './badge-sign.js';
import { BADGE_BOX, BADGE_PLACE, HOLE, SIGN_HEIGHT, STACK } from './marker-size.js';
import { ringPatternStyles } from './ring-patterns.js';

/** Beside a badge's text: the space at each end, and what its sign takes, in em. */
const BADGE_PADDING = 0.45;
const SIGN_ROOM = BADGE_BOX.more - 2 * BADGE_PADDING;

/** So many radii of a marker, whose border is a pixel wide, as a share of the box in which its parts stand: they keep their styles where its size changes. */
function radii(count: number): CSSResult {
  return unsafeCSS(`${count} * (50% + 1px)`);
}

/** From an edge of that box to the corner of a badge that is nearest to the middle. */
const BADGE_AT = { x: radii(BADGE_PLACE.x), y: radii(BADGE_PLACE.y) };

/**
 * Groups and pins. A button's own background, border, shadow, colour and font are what a host restyles by its part; a group's
 * ring of statuses, and the badge of those in trouble, are drawn within. A pin is a square with one sharp corner, turned so that the corner points down.
 */
export const markerStyles = css`
  ${ringPatternStyles}
  ${badgeSignStyles}

  .markers {
    color: var(--_text, CanvasText);
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
    background: var(--_surface, Canvas);
    border: 1px solid color-mix(in srgb, var(--_text, CanvasText) 22%, var(--_surface, Canvas));
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
    z-index: var(--_level, 0);
    -webkit-tap-highlight-color: transparent;
  }

  /* A number with a word, such as 21.4 thousand, runs as its language does: the map around it runs from left to right. */
  .marker .number,
  .marker .badge > span {
    unicode-bidi: plaintext;
  }

  .marker > .ring {
    /* Turned a little: Chromium leaves a gap where pixels lie exactly below the middle. */
    background: conic-gradient(from 0.004rad, var(--_slices));
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
    background: color-mix(in srgb, var(--_worst) 26%, var(--_surface, Canvas));
    border-bottom-right-radius: 0;
    border-color: var(--_worst);
    box-shadow: 1px 1px 2px rgb(0 0 0 / 30%);
    rotate: 45deg;
  }

  .marker > .upright {
    box-sizing: border-box;
    display: grid;
    inset: 0;
    padding-top: calc(2 * ${radii(STACK.number)});
    place-content: center;
    position: absolute;
    rotate: -45deg;
  }

  .marker.badged > .upright {
    padding-top: 0;
  }

  /* No transforms in a marker: each is work for every frame of a pan. */
  .marker .sign {
    height: calc(${radii(SIGN_HEIGHT)});
    left: calc(50% - ${radii(SIGN_HEIGHT / 2)});
    overflow: visible;
    pointer-events: none;
    position: absolute;
    top: calc(50% - ${radii(STACK.sign + SIGN_HEIGHT / 2)});
  }

  /* Trouble stands out: filled, where all else is tinted. White text is readable on any colour that is as dark. */
  .marker.pin.troubled,
  .marker .badge {
    background-color: oklch(from var(--_trouble) min(l, 0.55) c h);
    color: #ffffff;
  }

  .marker .badge {
    border-radius: 1em;
    bottom: calc(50% + ${BADGE_AT.y});
    box-shadow: 0 0 0 1.5px var(--_surface, Canvas);
    font-size: calc(0.625 * var(--_unit, 1rem));
    left: calc(50% + ${BADGE_AT.x});
    line-height: ${BADGE_BOX.height};
    padding: 0 ${BADGE_PADDING}em 0 ${BADGE_PADDING + SIGN_ROOM}em;
    position: absolute;
    print-color-adjust: exact;
    z-index: 1;
  }

  /* Generated, so that the text of a marker is its number alone; by an element whose style is short to compute. */
  .marker .badge > span::before {
    content: attr(data-number);
  }

  .marker.badge-left .badge {
    left: auto;
    padding: 0 ${BADGE_PADDING + SIGN_ROOM}em 0 ${BADGE_PADDING}em;
    right: calc(50% + ${BADGE_AT.x});
  }

  .marker.badge-below .badge {
    bottom: auto;
    top: calc(50% + ${BADGE_AT.y});
  }

  @media (forced-colors: active) {
    .marker.pin.troubled,
    .marker .badge {
      background-color: CanvasText;
      box-shadow: 0 0 0 1.5px Canvas;
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
    background-image: linear-gradient(color-mix(in srgb, var(--_text, CanvasText) 16%, transparent) 0 100%);
  }

  .marker:hover,
  .marker:focus-visible {
    z-index: 100;
  }
`;
