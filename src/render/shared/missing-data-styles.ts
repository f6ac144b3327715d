import { css } from 'lit';

/** What says that data is missing or incomplete, and the dialog that says which. */
export const missingDataStyles = css`
  .problems {
    align-items: start;
    background: none;
    border: 0;
    border-radius: 6px;
    color: var(--warning);
    display: inline-flex;
    gap: var(--space);
    min-height: calc(1.5 * var(--unit));
    min-width: 0;
    overflow-wrap: anywhere;
    padding: calc(0.5 * var(--space)) var(--space);
    text-align: start;
  }
  .problems span {
    text-decoration: underline;
    text-decoration-style: dotted;
    text-underline-offset: 0.2em;
  }
  .problems:hover {
    background: var(--hover);
  }
  .problems .icon {
    flex: none;
    margin-block-start: 0.1em;
  }
  dialog[part='problems-dialog'] {
    font-size: var(--type-body);
    text-align: start;
    width: min(calc(44 * var(--unit)), 100%);
  }
  .problem-sections {
    flex: 1 1 auto;
    min-height: 0;
    overflow: auto;
    padding: var(--space) calc(3 * var(--space)) calc(4 * var(--space));
  }
  .problem-sections:focus-visible {
    outline-offset: -2px;
  }
  .problem-sections h3 {
    font-size: var(--type-body);
    font-weight: 600;
    margin: calc(3 * var(--space)) 0 0;
  }
  .problem-sections p {
    color: var(--muted);
    margin: calc(0.5 * var(--space)) 0 calc(1.5 * var(--space));
  }
  .problem-sections ul {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .problem-sections li {
    border-block-start: 1px solid var(--line);
    overflow-wrap: anywhere;
    padding: var(--space) 0;
  }
  .problem-sections code {
    font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
    font-size: var(--type-medium);
    font-weight: 600;
  }
  .times {
    color: var(--muted);
    white-space: nowrap;
  }
`;
