import { css } from 'lit';

/** A map that leaves the wheel and one finger to the page, and the hint of how it is moved that it shows for a moment where it did. */
export const gestureStyles = css`
  .maplibregl-canvas-container.maplibregl-touch-drag-pan.maplibregl-cooperative-gestures,
  .maplibregl-canvas-container.maplibregl-touch-drag-pan.maplibregl-cooperative-gestures .maplibregl-canvas,
  .maplibregl-cooperative-gestures .marker {
    touch-action: pan-x pan-y;
  }

  .maplibregl-cooperative-gesture-screen {
    align-items: center;
    background: color-mix(in srgb, var(--_surface, Canvas) 55%, transparent);
    color: var(--_text, CanvasText);
    display: flex;
    font-size: var(--_type-large, 1rem);
    inset: 0;
    justify-content: center;
    opacity: 0;
    pointer-events: none;
    position: absolute;
    /* It stays long enough to be read. */
    transition: opacity 240ms 1.2s;
    z-index: 3;
  }

  .maplibregl-cooperative-gesture-screen.maplibregl-show {
    opacity: 1;
    transition: none;
  }

  .maplibregl-cooperative-gesture-screen > div {
    background: var(--_surface, Canvas);
    border: 1px solid var(--_line, currentColor);
    border-radius: var(--_radius, 8px);
    margin: 16px;
    padding: calc(2 * var(--_space, 4px)) calc(4 * var(--_space, 4px));
    text-align: center;
  }

  @media (prefers-reduced-motion: reduce) {
    .maplibregl-cooperative-gesture-screen {
      transition-duration: 0s;
    }
  }

  /* The hint alone. */
  @media (prefers-reduced-transparency: reduce) {
    .maplibregl-cooperative-gesture-screen {
      background: none;
    }
  }

  .maplibregl-mobile-message {
    display: none;
  }

  @media (hover: none), (pointer: coarse) {
    .maplibregl-desktop-message {
      display: none;
    }
    .maplibregl-mobile-message {
      display: block;
    }
  }
`;
