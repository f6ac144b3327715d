import { css } from 'lit';

/** Markers, and the popup that `MapView.anchor` places; for the shadow root that the map stands in. */
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

  .place {
    position: absolute;
  }

  .place:hover,
  .place:focus-within {
    z-index: 1;
  }

  .marker {
    position: relative;
    display: block;
    width: 100%;
    height: 100%;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: 32px;
    background: none;
    color: var(--ev-color-text, CanvasText);
    font: 600 12px/1 var(--ev-font-family, system-ui, sans-serif);
    font-variant-numeric: tabular-nums;
    cursor: pointer;
    pointer-events: auto;
    touch-action: none;
    -webkit-tap-highlight-color: transparent;
  }

  .marker > svg {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    overflow: visible;
    /* Slices inherit it, which is cheaper for hundreds of them. */
    stroke: var(--ev-color-surface, Canvas);
  }

  /* A filter on all of them would make a layer of each. */
  .marker .shadow {
    fill: rgb(0 0 0 / 0.2);
    stroke: none;
  }

  .marker .ground {
    fill: var(--ev-color-surface, Canvas);
    stroke: color-mix(in srgb, var(--ev-color-text, CanvasText) 22%, var(--ev-color-surface, Canvas));
  }

  .marker.pin .ground {
    stroke: color-mix(in srgb, var(--ev-color-text, CanvasText) 45%, var(--ev-color-surface, Canvas));
  }

  .marker > .number {
    position: relative;
  }

  .marker.pin {
    font-size: 11px;
  }

  /* The number stands in the head, not in the middle of head and tip. */
  .marker.pin > .number {
    top: -4px;
  }

  .marker > .sign {
    position: absolute;
    top: -4px;
    right: -4px;
    display: grid;
    place-items: center;
    width: 15px;
    height: 15px;
    border: 1.5px solid var(--ev-color-surface, Canvas);
    border-radius: 50%;
    background: var(--ev-color-text, CanvasText);
    color: var(--ev-color-surface, Canvas);
    font-size: 10px;
    box-sizing: border-box;
  }

  .marker:hover > svg {
    filter: drop-shadow(0 2px 5px rgb(0 0 0 / 0.45));
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
