import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { html } from 'lit';
import type { TemplateResult } from 'lit';

import { DAY } from '../../model/time.js';
import type { PastNumber } from '../../model/trend.js';

/** The curve's own units, which it is stretched from to its box on the page. */
const WIDTH = 100;
const HEIGHT = 20;
/** Room for the stroke. */
const MARGIN = 2;

/** The least that the height stands for: so many, and this share of the largest number. A change of 1 in 20,000 is no cliff. */
const LEAST_NUMBER = 4;
const LEAST_SHARE = 0.02;

/** Lowest and highest number that the height stands for: those that there are, in the middle where they are near each other. */
function heightOf(numbers: readonly PastNumber[]): [lowest: number, highest: number] {
  const values = numbers.map(({ number }) => number);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const missing = Math.max(LEAST_NUMBER, LEAST_SHARE * most) - (most - least);
  if (missing <= 0) return [least, most];
  const lowest = Math.max(0, least - missing / 2);
  return [lowest, most + missing - (least - lowest)];
}

/**
 * R28: the numbers of the 24 hours before `now` as a path of SVG, in a box of 100 by 20 whose right edge is now; undefined of
 * fewer than two, which are no curve.
 * @param numbers oldest first
 * @param now epoch milliseconds
 */
export function curvePath(numbers: readonly PastNumber[], now: number): string | undefined {
  if (numbers.length < 2) return undefined;
  const x = scaleLinear([now - DAY, now], [MARGIN, WIDTH - MARGIN]);
  const y = scaleLinear(heightOf(numbers), [HEIGHT - MARGIN, MARGIN]);
  const path = line<PastNumber>(
    ({ at }) => x(at),
    ({ number }) => y(number),
  ).digits(1);
  return path(numbers) ?? undefined;
}

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
