import { css, unsafeCSS } from 'lit';

import type { MapDimension } from '../../model/questions.js';
import { MAP_DIMENSIONS } from '../../model/statuses.js';
import { troubleStatus } from '../../model/trouble.js';
import { lookOf } from '../shared/status-look.js';
import type { Sign } from '../shared/status-look.js';
import { BADGE_BOX, BADGE_SIGN } from './marker-size.js';

/** A stroke of a sign: an image, and its box in em, from the middle of the sign. */
interface Stroke {
  image: string;
  width: number;
  height: number;
  /** How far the middle of its box is above or below that of the sign. */
  down?: number;
}

/** A line through the middle of a box, as wide as strokes of signs are, its edges antialiased. */
const line = (angle: number) =>
  `linear-gradient(${angle}deg, #0000 calc(50% - 0.09em), currentColor calc(50% - 0.05em) calc(50% + 0.05em), #0000 calc(50% + 0.09em))`;

/** The signs of trouble as strokes, about as they are drawn elsewhere. */
const STROKES: Partial<Record<Sign, readonly Stroke[]>> = {
  cross: [45, 135].map(angle => ({ image: line(angle), width: 0.58, height: 0.58 })),
  exclamation: [
    { image: line(90), width: 0.3, height: 0.55, down: -0.125 },
    { image: line(90), width: 0.3, height: 0.16, down: 0.33 },
  ],
};

/** A map marks trouble of one kind. */
function stylesOf(dimension: MapDimension): string {
  const strokes = STROKES[lookOf(dimension, troubleStatus(dimension)).sign]!;
  const each = (write: (stroke: Stroke) => string) => strokes.map(write).join();
  const positions = (side: 'left' | 'right') =>
    each(({ width, height, down = 0 }) => {
      const across = BADGE_SIGN + (1 - width) / 2;
      return `${side} ${across}em top ${(BADGE_BOX.height - height) / 2 + down}em`;
    });
  return `
    .markers[data-dimension='${dimension}'] .badge {
      background-image: ${each(({ image }) => image)};
      background-position: ${positions('left')};
      background-size: ${each(({ width, height }) => `${width}em ${height}em`)};
    }
    .markers[data-dimension='${dimension}'] .badge-left .badge {
      background-position: ${positions('right')};
    }
  `;
}

/**
 * The signs in the badges of a map's markers, at the ends that are nearer to the middles of their heads. They are backgrounds: an element of
 * SVG in each badge would double what a browser has to do for a marker.
 */
export const badgeSignStyles = css`
  ${unsafeCSS(MAP_DIMENSIONS.map(stylesOf).join(''))}
  .marker .badge {
    background-repeat: no-repeat;
  }
`;
