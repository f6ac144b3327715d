import { css } from 'lit';

/** The sections by the width of the box that the host gives; the list beside them. */
export const overviewStyles = css`
  :host {
    container-type: inline-size;
  }
  .sections {
    display: grid;
    gap: var(--gap);
    grid-template-columns: minmax(0, 1fr);
  }
  /* Always there, so that the sections stay where they are when it has something to say. */
  .data-state {
    align-items: center;
    color: var(--muted);
    display: flex;
    flex-wrap: wrap;
    font-size: 0.8125rem;
    gap: 2px 12px;
    margin-block-end: 4px;
    min-height: 2.25rem;
    min-width: 0;
  }
  .data-state .text-button {
    padding-block: 2px;
  }
  .reason {
    flex-basis: 100%;
    margin: 0 0 4px;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .reason[hidden] {
    display: none;
  }
  /* Above all figures, as wide as they are. */
  .missing:has(button) {
    margin-block-end: var(--gap);
  }
  .missing .problems {
    background: var(--surface);
    border: 1px solid var(--line);
    border-inline-start: 3px solid currentColor;
    border-radius: var(--radius);
    display: flex;
    font-weight: 600;
    gap: 8px;
    padding: 8px 12px;
    width: 100%;
  }
  .missing .problems:hover {
    background: color-mix(in srgb, var(--muted) 12%, var(--surface));
  }
  section,
  .with-map {
    display: grid;
    gap: var(--gap);
    grid-template-columns: minmax(0, 1fr);
    min-width: 0;
  }
  /* Beside a pie that is higher, the map is as high as it. */
  ev-connection-map,
  ev-evse-map {
    height: auto;
    min-height: 380px;
  }
  @container (min-width: 45rem) {
    .sections {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .with-map {
      grid-column: 1 / -1;
      grid-template-columns: minmax(0, 1.7fr) minmax(20rem, 1fr);
    }
    ev-connection-map,
    ev-evse-map {
      min-height: 440px;
    }
  }
  @container (min-width: 70rem) {
    .with-map {
      grid-template-columns: minmax(0, 2.6fr) minmax(22rem, 1fr);
    }
    ev-connection-map,
    ev-evse-map {
      min-height: 480px;
    }
  }
  @container (min-width: 140rem) {
    .with-map {
      grid-column: auto;
    }
    ev-connection-map,
    ev-evse-map {
      min-height: 860px;
    }
  }
  dialog ev-station-list {
    flex: 1 1 auto;
    height: auto;
    min-height: 0;
  }
`;
