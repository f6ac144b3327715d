import { html } from 'lit';
import type { LitElement, TemplateResult } from 'lit';

import type { DataProvider } from '../provider/data-provider.js';
import { isServed } from './controllers/served.js';
import type { EvPanel } from './ev-panel.js';

/** What frames a view. */
interface FrameOptions {
  heading: string;
  help: string;
  provider: DataProvider | undefined;
}

/** A view in a panel of its own; bare where a host has framed it in one already. */
export function framed(
  view: HTMLElement,
  { heading, help, provider }: FrameOptions,
  content: TemplateResult,
): TemplateResult {
  if (!isServed(view) && view.closest('ev-panel')) return content;
  return html`<ev-panel
    exportparts="refresh, help, save, save-choice, fullscreen, age, problems, problems-dialog"
    heading=${heading}
    help=${help}
    .provider=${provider}
    >${content}</ev-panel
  >`;
}

/** The panel that frames a view: its own, or the one that a host has put around it. */
export function panelOf(view: LitElement): EvPanel | null {
  return view.closest<EvPanel>('ev-panel') ?? view.renderRoot.querySelector<EvPanel>('ev-panel');
}
