import { css, unsafeCSS } from 'lit';

import type { MapDimension } from '../../model/questions.js';
import type { DonutAngle } from '../shared/donut.js';
import { patternMask, PATTERNS, patternsShown } from '../shared/patterns.js';
import { lookOf } from '../shared/status-look.js';

/** The patterns of a group's slices, to lie over its ring. */
export function ringPatterns(
  dimension: MapDimension,
  statuses: readonly string[],
  slices: readonly DonutAngle[],
): HTMLElement[] {
  return slices.flatMap(({ index, start, end }) => {
    const { pattern } = lookOf(dimension, statuses[index]!);
    if (!pattern) return [];
    const element = document.createElement('span');
    element.className = `ring-pattern ${pattern}`;
    element.style.setProperty('--_from', `${start.toFixed(3)}rad`);
    element.style.setProperty('--_to', `${end.toFixed(3)}rad`);
    return element;
  });
}

const tiles = PATTERNS.map(pattern => `.ring-pattern.${pattern} { --_tile: ${patternMask(pattern)}; }`);

export const ringPatternStyles = css`
  ${patternsShown}
  ${unsafeCSS(tiles.join('\n'))}
  .ring-pattern,
  .ring-pattern::before {
    inset: 0;
    position: absolute;
  }
  .ring-pattern {
    mask: conic-gradient(#0000 var(--_from), #000 0 var(--_to), #0000 0);
  }
  /* A mask of its own: in print two of one element are one. */
  .ring-pattern::before {
    background: var(--_surface, Canvas);
    content: '';
    mask: var(--_tile) 0 0 / 6px 6px;
    print-color-adjust: exact;
  }
`;
