import { css } from 'lit';
import { rem } from './shared/rem.js';

/** The sections by the width of the box that the host gives; the list beside them. */
export const overviewStyles = css`
  :host {
    container-type: inline-size;
  }
  .sections {
    display: grid;
    gap: var(--_gap);
    grid-template-columns: minmax(0, 1fr);
  }
  /* Always there, so that the sections stay where they are when it has something to say. */
  .data-state {
    align-items: center;
    color: var(--_muted);
    display: flex;
    flex-wrap: wrap;
    font-size: var(--_type-medium);
    gap: calc(0.5 * var(--_space)) calc(3 * var(--_space));
    margin-block-end: var(--_space);
    min-height: calc(2.25 * var(--_unit));
    min-width: 0;
  }
  .data-state > [part='age']:empty {
    display: none;
  }
  .data-state > [role='status'] {
    display: inline-flex;
  }
  .data-state .text-button {
    padding-block: calc(0.5 * var(--_space));
  }
  .reason {
    flex-basis: 100%;
    margin: 0 0 var(--_space);
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .reason[hidden] {
    display: none;
  }
  /* Above all figures, as wide as they are. */
  .missing:has(button) {
    margin-block-end: var(--_gap);
  }
  .missing .problems {
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-inline-start: 3px solid currentColor;
    border-radius: var(--_radius);
    display: flex;
    font-weight: 600;
    gap: calc(2 * var(--_space));
    padding: calc(2 * var(--_space)) calc(3 * var(--_space));
    width: 100%;
  }
  .missing .problems:hover {
    background: color-mix(in srgb, var(--_muted) 12%, var(--_surface));
  }
  ev-summary {
    margin-block-end: var(--_gap);
  }
  section,
  .with-map {
    display: grid;
    gap: var(--_gap);
    grid-template-columns: minmax(0, 1fr);
    min-width: 0;
  }
  /* Beside a pie that is higher, the map is as high as it. */
  ev-connection-map,
  ev-evse-map {
    height: auto;
    min-height: calc(23.75 * var(--_unit));
  }
  @container (min-width: ${rem(45)}) {
    .sections {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .with-map {
      grid-column: 1 / -1;
      grid-template-columns: minmax(0, 1.7fr) minmax(calc(20 * var(--_unit)), 1fr);
    }
    ev-connection-map,
    ev-evse-map {
      min-height: calc(27.5 * var(--_unit));
    }
  }
  @container (min-width: ${rem(70)}) {
    .with-map {
      grid-template-columns: minmax(0, 2.6fr) minmax(calc(22 * var(--_unit)), 1fr);
    }
    ev-connection-map,
    ev-evse-map {
      min-height: calc(30 * var(--_unit));
    }
  }
  /* A pie beside a map is higher than wide. */
  @container (${rem(45)} <= width < ${rem(140)}) {
    .with-map {
      --_drawing: none;
      --_drawing-width: min(100%, calc(24 * var(--_unit)));
      --_legend: none;
      --_shares: column;
    }
  }
  /* On a wall the maps stand side by side, and all four pies in a row below them. */
  @container (min-width: ${rem(140)}) {
    .sections {
      grid-template-columns: repeat(4, minmax(0, 1fr));
      grid-template-rows: auto auto;
    }
    .with-map {
      grid-area: 1 / 1 / span 2 / span 2;
      grid-template: subgrid / subgrid;
    }
    .with-map + .with-map {
      grid-column-start: 3;
    }
    .with-map + section:not(.with-map) {
      grid-area: 2 / 2;
    }
    section:last-child {
      grid-area: 2 / 4;
    }
    ev-connection-map,
    ev-evse-map {
      grid-column: 1 / -1;
      min-height: 32cqi;
    }
  }
  dialog ev-station-list {
    flex: 1 1 auto;
    height: auto;
    min-height: 0;
  }
  /* On paper one section stands after the other, each view whole on one page. */
  @media print {
    .controls {
      display: none !important;
    }
    .sections,
    section,
    .with-map {
      --_drawing: initial;
      --_drawing-width: initial;
      --_legend: initial;
      --_shares: initial;
      display: block;
    }
    section > * {
      break-inside: avoid;
      margin-block-end: var(--_gap);
    }
    .with-map > ev-connection-map,
    .with-map > ev-evse-map {
      min-height: 0;
    }
  }
`;
