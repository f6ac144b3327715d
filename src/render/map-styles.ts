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

  .drawing {
    position: absolute;
  }

  /* What the canvas draws with; a transition, however short, tells when a page changes one of them. */
  .inks {
    position: absolute;
    visibility: hidden;
    font-family: var(--ev-font-family, system-ui, sans-serif);
    forced-color-adjust: none;
  }

  .inks > * {
    transition: color 1ms;
  }

  .inks > [data-ink='surface'] {
    color: var(--ev-color-surface, Canvas);
  }

  .inks > [data-ink='text'] {
    color: var(--ev-color-text, CanvasText);
  }

  .inks > [data-ink='edge'] {
    color: color-mix(in srgb, var(--ev-color-text, CanvasText) 22%, var(--ev-color-surface, Canvas));
  }

  .inks > [data-ink='strong-edge'] {
    color: color-mix(in srgb, var(--ev-color-text, CanvasText) 45%, var(--ev-color-surface, Canvas));
  }

  .place {
    position: absolute;
  }

  .marker {
    width: 100%;
    height: 100%;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: 32px;
    background: none;
    color: transparent;
    font-size: 12px;
    cursor: pointer;
    pointer-events: auto;
    touch-action: none;
    -webkit-tap-highlight-color: transparent;
  }

  .place:hover,
  .place:focus-within {
    z-index: 1;
  }

  .marker:hover {
    box-shadow: 0 1px 6px 1px rgb(0 0 0 / 0.45);
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
