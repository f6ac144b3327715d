import type { BoundingBox } from '../../model/questions.js';
import type { Camera } from './camera.js';

/** What of a host's own tiles there is. */
export type StreetState = 'none' | 'failed' | { bounds: BoundingBox };

/** The zoom from which one expects streets. */
export const STREET_ZOOM = 13;

function holds([west, south, east, north]: BoundingBox, [longitude, latitude]: [number, number]): boolean {
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}

/** What an operator is told that the ground of a map lacks where they look (R30): all of it, or streets. */
export type GroundNote = 'groundLost' | 'noStreets' | 'streetsFailed';

/** What the embedded map lacks where one looks; undefined for nothing. */
export function groundNote({ center, zoom }: Camera, streets: StreetState): GroundNote | undefined {
  if (streets === 'failed') return 'streetsFailed';
  if (zoom < STREET_ZOOM || (streets !== 'none' && holds(streets.bounds, center))) return undefined;
  return 'noStreets';
}
