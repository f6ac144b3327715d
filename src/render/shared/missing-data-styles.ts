import { css } from 'lit';

/** What says that data is missing or incomplete, and the dialog that says which. */
export const missingDataStyles = css`
  .problems {
    align-items: start;
    background: none;
    border: 0;
    border-radius: 6px;
    color: var(--_warning);
    display: inline-flex;
    gap: var(--_space);
    min-height: calc(1.5 * var(--_unit));
    min-width: 0;
    overflow-wrap: anywhere;
    padding: calc(0.5 * var(--_space)) var(--_space);
    text-align: start;
  }
  .problems span {
    text-decoration: underline;
    text-decoration-style: dotted;
    text-underline-offset: 0.2em;
  }
  .problems:hover {
    background: var(--_hover);
  }
  .problems .icon {
    flex: none;
    margin-block-start: 0.1em;
  }
  dialog[part='problems-dialog'] {
    font-size: var(--_type-body);
    text-align: start;
    width: min(calc(44 * var(--_unit)), 100%);
  }
  .problem-sections {
    flex: 1 1 auto;
    min-height: 0;
    overflow: auto;
    padding: var(--_space) calc(3 * var(--_space)) calc(4 * var(--_space));
  }
  .problem-sections:focus-visible {
    outline-offset: -2px;
  }
  .problem-sections h3 {
    font-size: var(--_type-body);
    font-weight: 600;
    margin: calc(3 * var(--_space)) 0 0;
  }
  .problem-sections p {
    color: var(--_muted);
    margin: calc(0.5 * var(--_space)) 0 calc(1.5 * var(--_space));
  }
  .problem-sections ul {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .problem-sections li {
    border-block-start: 1px solid var(--_line);
    overflow-wrap: anywhere;
    padding: var(--_space) 0;
  }
  .problem-sections code {
    font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
    font-size: var(--_type-medium);
    font-weight: 600;
  }
  .times {
    color: var(--_muted);
    white-space: nowrap;
  }
`;
