/** Degrees; the edge of the Mercator square, where positions nearer to a pole are drawn. Slightly less than MapLibre's own. */
const MAX_LATITUDE = 85.0511287798;

/** MapLibre draws the world this many pixels wide at zoom 0. */
export const TILE_SIZE = 512;

/** Of the sphere that lengths on a map are reckoned on, in metres. */
export const EARTH_RADIUS = 6_371_008.8;

/** A place on the Web Mercator square: 0 to 1 from west to east and from north to south. */
export interface MercatorPoint {
  x: number;
  y: number;
}

/** A longitude within ±180, in degrees; ±180 themselves stay what they are. */
export function wrapLongitude(longitude: number): number {
  if (longitude >= -180 && longitude <= 180) return longitude;
  return ((((longitude + 180) % 360) + 360) % 360) - 180;
}

/** A latitude that the Mercator square has, in degrees. */
export function clampLatitude(latitude: number): number {
  return Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, latitude));
}

/** A position in degrees on the Mercator square; a latitude past its edge stands at the edge. */
export function toMercator(longitude: number, latitude: number): MercatorPoint {
  const sin = Math.sin((clampLatitude(latitude) * Math.PI) / 180);
  return { x: longitude / 360 + 0.5, y: 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI) };
}

/** The position of a place on the Mercator square, also of one past its sides, in degrees. */
export function fromMercator({ x, y }: MercatorPoint): [longitude: number, latitude: number] {
  return [wrapLongitude((x - 0.5) * 360), (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI];
}
