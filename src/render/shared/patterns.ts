import { css, svg } from 'lit';
import type { SVGTemplateResult } from 'lit';

/** What tells a status apart in slices, rings and legends where its colour does not. */
export type Pattern = 'stripes' | 'back-stripes' | 'lines' | 'dots' | 'grid';

/** The side of a tile. */
const SIDE = 8;

/** Strokes in a tile; those that leave it go on in the next. */
const STROKES: Readonly<Record<Pattern, string>> = {
  stripes: 'M-2 2 L2 -2 M-1 9 L9 -1 M6 10 L10 6',
  'back-stripes': 'M-2 6 L2 10 M-1 -1 L9 9 M6 -2 L10 2',
  lines: 'M-1 2 H9 M-1 6 H9',
  dots: 'M2 2 H2.1 M6 6 H6.1',
  grid: 'M-1 4 H9 M4 -1 V9',
};

export const PATTERNS = Object.keys(STROKES) as readonly Pattern[];

const widthOf = (pattern: Pattern) => (pattern === 'dots' ? 2.6 : 1.6);

/** A pattern's tile as strokes of SVG, to be drawn elsewhere. */
export function patternTile(pattern: Pattern): { side: number; path: string; strokeWidth: number } {
  return { side: SIDE, path: STROKES[pattern], strokeWidth: widthOf(pattern) };
}

function strokes(pattern: Pattern, transform?: string): SVGTemplateResult {
  return svg`<path
    class="pattern-lines"
    d=${STROKES[pattern]}
    transform=${transform ?? 'translate(0 0)'}
    stroke-width=${widthOf(pattern)}
    stroke-linecap="round"
  ></path>`;
}

/** Patterns for shapes of one drawing, which take them by `patternFill`. */
export function patternDefinitions(patterns: ReadonlySet<Pattern>): SVGTemplateResult {
  return svg`<defs>
    ${[...patterns].map(
      pattern =>
        svg`<pattern id="pattern-${pattern}" width=${SIDE} height=${SIDE} patternUnits="userSpaceOnUse">${strokes(pattern)}</pattern>`,
    )}
  </defs>`;
}

export const patternFill = (pattern: Pattern): string => `url(#pattern-${pattern})`;

/** A pattern over a swatch, two tiles wide and high. */
export function swatchPattern(pattern: Pattern): SVGTemplateResult {
  const places = [0, SIDE].flatMap(x => [0, SIDE].map(y => `translate(${x} ${y})`));
  return svg`<g class="pattern">${places.map(place => strokes(pattern, place))}</g>`;
}

/** A tile as an image of CSS, to mask a surface with. */
export function patternMask(pattern: Pattern): string {
  const tile =
    `<svg xmlns='http://www.w3.org/2000/svg' width='${SIDE}' height='${SIDE}'>` +
    `<path d='${STROKES[pattern]}' stroke='black' stroke-width='${widthOf(pattern)}' stroke-linecap='round'/></svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(tile)}")`;
}

/** `--_patterns` is 1 where patterns are shown: where `--ev-patterns` is, and always where the system forces its own colours, and in print. */
export const patternsShown = css`
  :host {
    --_patterns: var(--ev-patterns, 0);
  }
  @media (forced-colors: active), print {
    :host {
      --_patterns: 1;
    }
  }
`;

/** Of slices and swatches. */
export const patternStyles = css`
  ${patternsShown}
  .pattern {
    opacity: var(--_patterns);
    pointer-events: none;
  }
  .pattern-lines {
    fill: none;
    stroke: var(--_surface);
  }
  /* In its place is its pattern. */
  .swatch .sign.patterned {
    opacity: calc(1 - var(--_patterns));
  }
  .swatch {
    border-radius: 25%;
  }
`;
