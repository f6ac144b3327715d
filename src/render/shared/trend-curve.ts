import { html } from 'lit';
import type { TemplateResult } from 'lit';

/** The curve's own units, which it is stretched from to its box on the page. */
export const WIDTH = 100;
export const HEIGHT = 20;

/** A curve, which takes the text's colour and fills the box that styles give it; empty where there is none. */
export function trendCurve(path: string | undefined): TemplateResult {
  return html`<svg
    class="curve"
    viewBox="0 0 ${WIDTH} ${HEIGHT}"
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    <path d=${path ?? ''} vector-effect="non-scaling-stroke"></path>
  </svg>`;
}
