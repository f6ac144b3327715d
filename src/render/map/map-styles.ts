import { css } from 'lit';

import { markerStyles } from './marker-styles.js';

/** Markers, focus, and the popup that `MapLibreView.anchor` places; for the shadow root that the map stands in. */
export const mapStyles = css`
  ${markerStyles}

  .marker:focus-visible,
  .maplibregl-canvas:focus-visible {
    outline: 2px solid var(--text, CanvasText);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--surface, Canvas);
  }

  .maplibregl-canvas:focus-visible {
    outline-offset: -3px;
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
`;
