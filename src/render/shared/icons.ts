import { html, svg } from 'lit';
import type { TemplateResult } from 'lit';

/** Strokes in a box of 16 by 16. */
const ICONS = {
  refresh: 'M13.5 8 A5.5 5.5 0 1 1 11.6 3.8 M11.8 1.2 V4.1 H8.9',
  help: 'M8 1.5 A6.5 6.5 0 1 1 7.99 1.5 M6.2 6.3 A1.9 1.9 0 1 1 8.9 8 Q8 8.5 8 9.4 M8 11.7 V11.8',
  expand: 'M2 6 V2 H6 M10 2 H14 V6 M14 10 V14 H10 M6 14 H2 V10',
  shrink: 'M6 2 V6 H2 M14 6 H10 V2 M10 14 V10 H14 M2 10 H6 V14',
  list: 'M5.5 4 H14 M5.5 8 H14 M5.5 12 H14 M2.2 4 H2.3 M2.2 8 H2.3 M2.2 12 H2.3',
  down: 'M3.5 6 L8 10.5 L12.5 6',
  close: 'M3.5 3.5 L12.5 12.5 M12.5 3.5 L3.5 12.5',
  search: 'M7 2.5 A4.5 4.5 0 1 1 6.99 2.5 M10.4 10.4 L14 14',
  'zoom-in': 'M8 3 V13 M3 8 H13',
  'zoom-out': 'M3 8 H13',
  fit: 'M8 1.5 V4 M8 12 V14.5 M1.5 8 H4 M12 8 H14.5 M8 4.5 A3.5 3.5 0 1 1 7.99 4.5',
  back: 'M6.5 3 L2.5 7 L6.5 11 M2.5 7 H10 A3.5 3.5 0 0 1 10 14 H7.5',
  copy: 'M5.5 5.5 H13.5 V13.5 H5.5 Z M10.5 5.5 V2.5 H2.5 V10.5 H5.5',
  download: 'M8 2 V10 M4.5 7 L8 10.5 L11.5 7 M2.5 13.5 H13.5',
  warning: 'M8 2 L14.5 13.5 H1.5 Z M8 6.5 V9.5 M8 11.5 V11.6',
  chevron: 'M6 3.5 L10.5 8 L6 12.5',
} as const;

type Icon = keyof typeof ICONS;

/** Those that point along the text, mirrored where that runs from right to left. */
const DIRECTIONAL: ReadonlySet<Icon> = new Set(['back', 'chevron', 'list']);

/** An icon; it says nothing itself: its button has the name. */
export function icon(name: Icon): TemplateResult {
  const look = DIRECTIONAL.has(name) ? 'icon directional' : 'icon';
  return html`<svg class=${look} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    ${svg`<path
      d=${ICONS[name]}
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
    ></path>`}
  </svg>`;
}
