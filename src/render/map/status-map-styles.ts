import { css } from 'lit';

import { printedMapStyles } from './printed-map.js';
import { rem } from '../shared/rem.js';

/** The map's place in its panel, and what floats above it. */
export const statusMapStyles = css`
  /* A grid for the heights in it: see panelStyles. */
  :host {
    container-type: inline-size;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
  }
  ev-panel {
    height: 100%;
  }
  .area {
    border-block: 1px solid var(--_line);
    height: 100%;
    /* What floats above the map is above nothing of the page, such as a header that stays in view. */
    isolation: isolate;
    min-height: calc(4.75 * var(--_unit));
    overflow: hidden;
    position: relative;
  }
  /* How high the map is where its host does not say: in that shape a network around the world fills it, and a click goes far. */
  .area::before {
    content: '';
    display: block;
    height: clamp(20 * var(--_unit), 56.25cqw, max(860px, 20 * var(--_unit)));
  }
  /* West is left, whatever the direction of the texts around. */
  .map {
    direction: ltr;
    inset: 0;
    position: absolute;
  }
  /* As large as the map: what opens from its controls is fitted into it. */
  .room {
    container-type: size;
    inset: 0;
    pointer-events: none;
    position: absolute;
    z-index: 3;
  }
  .room > * {
    pointer-events: auto;
  }
  .controls {
    display: flex;
    gap: 6px;
    position: absolute;
    right: 8px;
    top: 8px;
  }
  .controls .icon-button {
    background: var(--_surface);
    border: 1px solid var(--_edge);
  }
  /* Its icon and its name to assistive technology are left where there is no room for more. */
  @container (max-width: ${rem(30)}) {
    .controls .trouble-only .name {
      display: none;
    }
  }
  /* Nothing is left of the map below them: full screen has them. */
  @container (max-height: ${rem(6.5)}) {
    .controls {
      display: none;
    }
  }
  .cover,
  .float {
    align-items: center;
    display: flex;
    inset: 0;
    justify-content: center;
    position: absolute;
    z-index: 2;
  }
  .cover {
    background: var(--_surface);
    z-index: 4;
  }
  .instead {
    align-items: stretch;
    flex-direction: column;
  }
  .instead .notice {
    flex: none;
    gap: 2px;
    min-height: 0;
  }
  .instead ev-station-list {
    flex: 1 1 auto;
    height: auto;
    min-height: 0;
  }
  .float {
    pointer-events: none;
  }
  .float .notice {
    background: color-mix(in srgb, var(--_surface) var(--_cover, 92%), transparent);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    min-height: 0;
    pointer-events: auto;
  }
  .notice p {
    margin: 0;
  }
  .left-out {
    background: color-mix(in srgb, var(--_surface) var(--_cover, 88%), transparent);
    border: 0;
    border-radius: 6px;
    bottom: 6px;
    color: var(--_muted);
    font-size: var(--_type-small);
    left: 6px;
    margin: 0;
    max-width: calc(100% - 12px);
    padding: 2px 8px;
    position: absolute;
    text-align: start;
    text-decoration: underline;
    text-decoration-style: dotted;
    text-underline-offset: 0.2em;
    z-index: 1;
  }
  .ground-note {
    bottom: calc(8px + 1.5 * var(--_unit));
    color: var(--_muted);
    font-size: var(--_type-small);
    left: 14px;
    margin: 0;
    max-width: calc(100% - 80px);
    pointer-events: none;
    position: absolute;
    /* Below the markers. */
    z-index: 0;
  }
  .left-out:hover {
    color: var(--_text);
  }
  ${printedMapStyles}
  @media print {
    .area {
      height: auto;
      min-height: 0;
    }
    .area::before,
    .room,
    .ground-note,
    /* One that was never seen is not made: nothing could be waited for by now. */
    ev-panel:has(.map:empty:not([inert])),
    .area:has(> .map:empty:not([inert])) {
      display: none;
    }
  }
`;
