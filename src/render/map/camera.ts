import type { BoundingBox } from '../../model/questions.js';

/** Where a map looks. */
export interface Camera {
  /** Longitude within ±180 and latitude in degrees. */
  center: [longitude: number, latitude: number];
  /** MapLibre's: the world is 512 pixels wide at 0, and twice as wide with every step. */
  zoom: number;
  bbox: BoundingBox;
}
