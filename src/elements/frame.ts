import { html } from 'lit';
import type { TemplateResult } from 'lit';

import type { DataProvider } from '../provider/data-provider.js';

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
  if (view.closest('ev-panel')) return content;
  return html`<ev-panel
    exportparts="refresh, help, fullscreen, age"
    heading=${heading}
    help=${help}
    .provider=${provider}
    >${content}</ev-panel
  >`;
}
