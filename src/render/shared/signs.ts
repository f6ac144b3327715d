import { svg } from 'lit';
import type { SVGTemplateResult } from 'lit';

import type { Sign } from './status-look.js';

/** Strokes in a box of 12 by 12, drawn about 1.6 wide. */
const STROKES: Readonly<Record<Sign, string>> = {
  check: 'M2.5 6.5 L5 9 L9.5 3.5',
  cross: 'M3 3 L9 9 M9 3 L3 9',
  question: 'M3.8 4.2 A2.2 2.2 0 1 1 7 6.2 Q6 6.7 6 7.6 M6 9.9 V10',
  plug: 'M4.5 2 V4.5 M7.5 2 V4.5 M3 4.5 H9 V6 A3 3 0 0 1 3 6 Z M6 9 V10.5',
  bolt: 'M6.8 1.8 L3.2 6.8 H6 L5.2 10.2 L8.8 5.2 H6 Z',
  exclamation: 'M6 2 V7 M6 9.9 V10',
  dash: 'M3 6 H9',
  pause: 'M4.5 3 V9 M7.5 3 V9',
  clock: 'M6 1.5 A4.5 4.5 0 1 1 5.99 1.5 M6 3.8 V6 L7.6 7.2',
};

/** The side of the box that signs are drawn in, and how wide their strokes are. */
export const SIGN_BOX = { side: 12, strokeWidth: 1.6 };

/** A sign's strokes, as a path of SVG. */
export const signPath = (sign: Sign): string => STROKES[sign];

/** A sign as a group of SVG, its box's top left corner at (0, 0); it takes the text's colour. */
export function signShape(sign: Sign): SVGTemplateResult {
  return svg`<path
    d=${STROKES[sign]}
    fill="none"
    stroke="currentColor"
    stroke-width="1.6"
    stroke-linecap="round"
    stroke-linejoin="round"
  ></path>`;
}
