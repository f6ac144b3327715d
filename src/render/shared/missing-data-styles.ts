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
    gap: 4px;
    min-height: 1.5rem;
    min-width: 0;
    overflow-wrap: anywhere;
    padding: 2px 4px;
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
    font-size: 0.875rem;
    text-align: start;
    width: min(44rem, 100%);
  }
  .problem-sections {
    flex: 1 1 auto;
    min-height: 0;
    overflow: auto;
    padding: 4px 12px 16px;
  }
  .problem-sections:focus-visible {
    outline-offset: -2px;
  }
  .problem-sections h3 {
    font-size: 0.875rem;
    font-weight: 600;
    margin: 12px 0 0;
  }
  .problem-sections p {
    color: var(--muted);
    margin: 2px 0 6px;
  }
  .problem-sections ul {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .problem-sections li {
    border-block-start: 1px solid var(--line);
    overflow-wrap: anywhere;
    padding: 4px 0;
  }
  .problem-sections code {
    font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
    font-size: 0.8125rem;
    font-weight: 600;
  }
  .times {
    color: var(--muted);
    white-space: nowrap;
  }
`;
