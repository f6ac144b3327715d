import { css } from 'lit';
import { rem } from './shared/rem.js';

/** The controls above the sections: a row that wraps, and the list that one of them opens. */
export const facetPickerStyles = css`
  .controls {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-end: var(--_gap);
    position: relative;
  }
  .controls:empty {
    display: none;
  }
  .picker > button {
    align-items: center;
    background: var(--_surface);
    display: flex;
    gap: 6px;
    max-width: 100%;
    min-height: var(--_control);
    padding-block: 0;
  }
  .picker > button:hover,
  .picker > button[aria-expanded='true'] {
    background: color-mix(in srgb, var(--_muted) 12%, var(--_surface));
  }
  .picker > button.is-chosen {
    border-color: currentColor;
  }
  .picker .facet {
    color: var(--_muted);
  }
  .picker .chosen {
    font-weight: 600;
    max-width: calc(16 * var(--_unit));
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .picker .icon {
    color: var(--_muted);
    flex: none;
    height: calc(0.875 * var(--_unit));
    width: calc(0.875 * var(--_unit));
  }
  .options {
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    box-shadow: 0 6px 24px rgb(0 0 0 / 22%);
    display: flex;
    flex-direction: column;
    inset-inline: 0;
    margin-block-start: 4px;
    max-height: min(26 * var(--_unit), 70vh);
    outline: none;
    position: absolute;
    z-index: 20;
  }
  .options[hidden] {
    display: none;
  }
  .options .find {
    align-items: center;
    border-bottom: 1px solid var(--_line);
    display: flex;
    flex: none;
    gap: 6px;
    padding: 0 10px;
  }
  .options .find input {
    background: none;
    border: 0;
    box-shadow: none;
    flex: 1 1 auto;
    min-height: max(2.25 * var(--_unit), var(--_target));
    min-width: 0;
    outline: none;
  }
  .options .find:focus-within {
    box-shadow: inset 0 -2px 0 var(--_focus);
  }
  .options ul {
    flex: 1 1 auto;
    list-style: none;
    margin: 0;
    min-height: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 4px;
  }
  .options label {
    align-items: center;
    border-radius: 6px;
    cursor: pointer;
    display: flex;
    gap: 8px;
    min-height: max(2 * var(--_unit), var(--_target));
    padding: 2px 8px;
  }
  .options label:hover {
    background: var(--_hover);
  }
  .options li:has(:focus-visible) {
    border-radius: 6px;
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
  }
  .options input[type='checkbox'] {
    accent-color: var(--_focus);
    flex: none;
    height: var(--_unit);
    margin: 0;
    outline: none;
    width: var(--_unit);
  }
  .options .name {
    flex: 1 1 auto;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .options .count {
    color: var(--_muted);
    flex: none;
  }
  .options p {
    border-top: 1px solid var(--_line);
    color: var(--_muted);
    flex: none;
    margin: 0;
    padding: 8px 12px;
  }
  .options p:empty {
    display: none;
  }
  @container (min-width: ${rem(30)}) {
    .picker {
      position: relative;
    }
    .options {
      inset-inline-end: auto;
      min-width: 100%;
      width: calc(19 * var(--_unit));
    }
  }
`;
