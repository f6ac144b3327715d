import { css } from 'lit';

/** Markers, and the popup that `MapLibreView.anchor` places; for the shadow root that the map stands in. */
export const mapStyles = css`
  .markers {
    position: absolute;
    inset: 0;
    /* Not hidden: that would be a scroll container, which focus could scroll away from the map. */
    overflow: clip;
    pointer-events: none;
  }

  .marker-origin {
    position: absolute;
    left: 0;
    top: 0;
    will-change: translate;
  }

  .marker-buttons {
    transform-origin: 0 0;
  }

  .place {
    position: absolute;
  }

  .place:hover,
  .place:focus-within {
    z-index: 1;
  }

  .marker-rings {
    position: absolute;
  }

  .paints {
    font-family: var(--ev-font-family, system-ui, sans-serif);
    transition: font-family 1ms allow-discrete;
  }

  .marker {
    display: block;
    width: 100%;
    height: 100%;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: 32px;
    background: none;
    cursor: pointer;
    pointer-events: auto;
    touch-action: none;
    -webkit-tap-highlight-color: transparent;
  }

  /* It is drawn with the rings; to lay out hundreds of them takes longer than all else. */
  .marker > .number {
    display: none;
  }

  /* Where a browser takes the drawing away, they are what there is. */
  .undrawn .marker > .number {
    display: inline;
  }

  .undrawn .marker {
    border: 1px solid;
    background: var(--ev-color-surface, Canvas);
    color: var(--ev-color-text, CanvasText);
    font: 600 12px/1 var(--ev-font-family, system-ui, sans-serif);
  }

  .marker:hover {
    background-image: radial-gradient(
      closest-side,
      color-mix(in srgb, var(--ev-color-text, CanvasText) 16%, transparent) 97%,
      transparent
    );
  }

  .marker.pin:hover {
    background-size: 100% 34px;
    background-repeat: no-repeat;
  }

  .marker:focus-visible,
  .maplibregl-canvas:focus-visible {
    outline: 2px solid var(--ev-color-text, CanvasText);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--ev-color-surface, Canvas);
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
