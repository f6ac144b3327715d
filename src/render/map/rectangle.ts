import type { Polygon } from 'geojson';

import type { BoundingBox } from '../../model/questions.js';

/** A box that does not span the antimeridian, as a polygon. */
export function rectangle([west, south, east, north]: BoundingBox): Polygon {
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Polygon', coordinates: [corners] };
}
