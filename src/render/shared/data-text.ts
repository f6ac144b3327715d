import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

import { isolated } from '../../messages/isolated.js';
import type { Localize } from '../../messages/localize.js';

/** Parts of the data, each by itself whatever its script, in the page's own language where the texts around them are in another (WCAG 3.1.2). */
export function dataText(localize: Localize, parts: readonly (string | undefined)[]): TemplateResult {
  const texts = parts.filter(part => part).map(part => isolated(part!));
  return html`<span lang=${localize.marks.data ?? nothing}>${texts.join(' · ')}</span>`;
}
