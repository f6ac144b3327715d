import { css } from 'lit';

import { gestureStyles } from './gesture-styles.js';
import { markerStyles } from './marker-styles.js';

/** Markers, focus, and the popup that `MapLibreView.anchor` places; for the shadow root that the map stands in. */
export const mapStyles = css`
  ${markerStyles}
  ${gestureStyles}

  .marker:focus-visible {
    outline: 2px solid var(--_text, CanvasText);
    outline-offset: 2px;
    box-shadow: 0 0 0 6px var(--_surface, Canvas);
  }

  .maplibregl-canvas:focus-visible {
    outline: none;
  }

  /* Browsers show a sign of a broken picture; it takes the focus still. */
  [data-ground-lost] .maplibregl-canvas {
    opacity: 0;
  }

  /* Within the map's edge, in two tones: its ground may be of any colour. */
  .maplibregl-canvas-container:has(.maplibregl-canvas:focus-visible)::after {
    border: 2px solid var(--_text, CanvasText);
    content: '';
    inset: 0;
    outline: 2px solid var(--_surface, Canvas);
    outline-offset: -4px;
    pointer-events: none;
    position: absolute;
    z-index: 2;
  }

  .world-edge {
    /* Past the farthest side of any map. */
    box-shadow: 0 0 0 200vmax color-mix(in srgb, var(--_surface, Canvas) var(--_cover, 72%), transparent);
    height: 100%;
    left: 0;
    pointer-events: none;
    position: absolute;
    top: 0;
  }

  .world-edge[hidden] {
    display: none;
  }

  .map-anchored {
    position: absolute;
    left: 0;
    top: 0;
    z-index: 3;
    max-width: calc(100% - 16px);
    max-height: calc(100% - 16px);
    box-sizing: border-box;
    overflow: auto;
  }

  /* A triangle; its tip is at the middle of its lower side. */
  .map-pointer {
    background: var(--_line, currentColor);
    clip-path: polygon(0 0, 100% 0, 50% 100%);
    height: 8px;
    left: -8px;
    pointer-events: none;
    position: absolute;
    top: -8px;
    transform-origin: 50% 100%;
    width: 16px;
    z-index: 4;
  }

  .map-pointer::after {
    background: var(--_surface, Canvas);
    clip-path: polygon(1.5px 0, calc(100% - 1.5px) 0, 50% calc(100% - 1.5px));
    content: '';
    inset: 0;
    position: absolute;
  }

  .map-pointer[hidden] {
    display: none;
  }

  .map-pointer[data-side='below'] {
    rotate: 180deg;
  }

  .map-pointer[data-side='left'] {
    rotate: -90deg;
  }

  .map-pointer[data-side='right'] {
    rotate: 90deg;
  }
`;
