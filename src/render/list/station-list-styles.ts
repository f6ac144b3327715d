import { css } from 'lit';
import { rem } from '../shared/rem.js';

/** The list's tools above its table. */
export const stationListStyles = css`
  :host {
    background: var(--_surface);
    container-type: inline-size;
    height: calc(30 * var(--_unit));
  }
  .list,
  .panel {
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  /* Where rows have no room below the tools, all is scrolled. */
  .list {
    height: 100%;
    overflow-y: auto;
  }
  .panel {
    flex: 1 0 calc(7.5 * var(--_unit));
  }
  .tools {
    align-items: center;
    border-bottom: 1px solid var(--_line);
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: 8px;
    padding: 8px 12px;
  }
  .tabs {
    display: flex;
    gap: 2px;
    margin-inline-end: auto;
  }
  [role='tab'] {
    background: none;
    border: 0;
    border-bottom: 2px solid transparent;
    min-height: max(2 * var(--_unit), var(--_target));
    padding: 4px 10px;
  }
  [role='tab']:hover {
    background: var(--_hover);
  }
  [role='tab'][aria-selected='true'] {
    border-bottom-color: currentColor;
    font-weight: 600;
  }
  /* There a transparent border is one like any other. */
  @media (forced-colors: active) {
    [role='tab'] {
      border-bottom-color: Canvas;
    }
    [role='tab'][aria-selected='true'] {
      background: Highlight;
      border-bottom-color: Highlight;
      color: HighlightText;
      /* Text would else stand on a strip in the colour of the page. */
      forced-color-adjust: none;
    }
    [role='tab'][aria-selected='true'] .tab-count {
      color: inherit;
    }
  }
  .tools svg {
    flex: none;
    height: 1.15em;
    width: 1.15em;
  }
  .search {
    align-items: center;
    border: 1px solid var(--_edge);
    border-radius: 6px;
    color: var(--_muted);
    display: flex;
    flex: 0 1 calc(16.25 * var(--_unit));
    gap: 6px;
    min-width: min(10 * var(--_unit), 100%);
    padding: 0 8px;
  }
  .search:focus-within {
    box-shadow: 0 0 0 5px var(--_surface);
    outline: 2px solid var(--_focus);
    outline-offset: 1px;
  }
  .search input {
    background: none;
    border: 0;
    color: var(--_text);
    flex: 1 1 auto;
    min-height: max(1.875 * var(--_unit), var(--_target));
    box-shadow: none;
    min-width: 0;
    outline: none;
    padding: 0;
    text-overflow: ellipsis;
  }
  .search input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .text-button {
    align-items: center;
    display: inline-flex;
    gap: 6px;
    min-height: max(2 * var(--_unit), var(--_target));
  }
  .failure {
    align-items: center;
    color: var(--_warning);
    display: flex;
    flex: none;
    flex-wrap: wrap;
    font-size: var(--_type-small);
    gap: 4px 10px;
    margin: 0;
    overflow-wrap: anywhere;
    padding: 4px 12px;
  }
  .counts {
    align-items: center;
    display: flex;
    flex: none;
    flex-wrap: wrap;
    font-size: var(--_type-small);
    gap: 4px 12px;
    padding: 6px 12px;
  }
  .counts p {
    margin: 0;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .counts .counted {
    font-weight: 600;
    margin-inline-end: auto;
  }
  .told {
    color: var(--_muted);
    order: 1;
  }
  /* Still there to be announced when it is filled. */
  .told:empty {
    margin-inline-start: -12px;
  }
  .narrowing {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    min-width: 0;
  }
  select {
    background: var(--_surface);
    border: 1px solid var(--_edge);
    border-radius: 6px;
    color: var(--_muted);
    font: inherit;
    max-width: 100%;
    min-height: max(1.75 * var(--_unit), var(--_target));
    min-width: 0;
    padding: 2px 4px;
    text-overflow: ellipsis;
  }
  select.chosen {
    border-color: currentColor;
    color: var(--_text);
  }
  @container (width <= ${rem(57.5)}) {
    .search {
      flex-grow: 1;
    }
  }
  .unfold {
    display: none;
  }
  /* In a low and narrow window the tools would take the place of the rows. */
  @container (width <= ${rem(57.5)}) {
    @media (max-height: 30rem) {
      .panel {
        flex-basis: max(7.5 * var(--_unit), 100vh - 5 * var(--_unit));
      }
      .folded .panel {
        flex-basis: calc(7.5 * var(--_unit));
      }
      .heads {
        position: static;
      }
      .tools {
        gap: 4px;
        padding: 2px 8px;
      }
      .unfold {
        display: inline-flex;
      }
      .unfold[aria-expanded='true'] {
        background: var(--_hover);
        color: var(--_text);
      }
      .folded :is(.search, [part='copy'], [part='export'], .narrowing, .heads) {
        display: none;
      }
      .counts {
        padding-block: 4px;
      }
      [role='tab'] {
        padding-inline: 8px;
      }
      .tab-count {
        margin-inline-start: 3px;
      }
    }
  }
  @container (width <= ${rem(17)}) {
    .tabs {
      flex-wrap: wrap;
    }
  }
`;
