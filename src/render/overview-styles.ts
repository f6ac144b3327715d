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
  dialog {
    background: var(--surface);
    border: 0;
    border-inline-start: 1px solid var(--line);
    box-shadow: 0 0 40px rgb(0 0 0 / 35%);
    color: var(--text);
    height: 100%;
    margin: 0;
    margin-inline-start: auto;
    max-height: none;
    max-width: none;
    padding: 0;
    width: min(70rem, 100%);
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }
  dialog header {
    align-items: center;
    border-bottom: 1px solid var(--line);
    display: flex;
    flex: none;
    gap: 8px;
    padding: 8px;
    padding-inline-start: 12px;
  }
  dialog h2 {
    flex: 1 1 auto;
    font-size: 0.9375rem;
    margin: 0;
    min-width: 0;
    overflow-wrap: break-word;
  }
  dialog ev-station-list {
    flex: 1 1 auto;
    height: auto;
    min-height: 0;
  }
`;
