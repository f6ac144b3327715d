import { toMercator, wrapLongitude } from './mercator.js';
import type { BoundingBox, MapView } from './questions.js';

/** The nearest zoom that maps are asked for: MapLibre's last. */
export const LAST_ZOOM = 22;

/** By how many zooms a tile is coarser than what stands in it: it is 2048 pixels wide there, so that a screen takes few of them. */
const COARSER_BY = 2;

/** Tiles a view at most: of a box that is larger than a screen they are coarser still. */
const MOST_TILES = 12;

/**
 * A square of the map, by the XYZ scheme of web maps: at level `z` the world is 2^z tiles wide and high, counted from the antimeridian
 * eastward and from the north.
 */
export interface MapTile {
  z: number;
  x: number;
  y: number;
}

/** The whole zoom of what a view shows, 0 to 22. */
export function levelOf(zoom: number): number {
  return Math.max(0, Math.min(LAST_ZOOM, Math.floor(zoom)));
}

function rowOf(latitude: number, across: number): number {
  const row = Math.floor(toMercator(0, latitude).y * across);
  return Math.max(0, Math.min(across - 1, row));
}

function columnOf(longitude: number, across: number): number {
  return Math.min(across - 1, Math.floor((wrapLongitude(longitude) / 360 + 0.5) * across));
}

/** The tile of a level in which a position stands; on an edge, that to the south or east. */
export function tileAt(z: number, longitude: number, latitude: number): MapTile {
  const across = 2 ** z;
  return { z, x: columnOf(longitude, across), y: rowOf(latitude, across) };
}

/** How many degrees of longitude a box spans: 0 to 360. */
function widthOf([west, , east]: BoundingBox): number {
  return east - west >= 360 ? 360 : (((east - west) % 360) + 360) % 360;
}

function tilesOfLevel(bbox: BoundingBox, z: number): MapTile[] {
  const across = 2 ** z;
  const [west, south, , north] = bbox;
  const first = columnOf(west, across);
  const last = Math.floor(((wrapLongitude(west) + widthOf(bbox)) / 360 + 0.5) * across);
  const columns = Math.min(last - first + 1, across);
  const [top, bottom] = [rowOf(north, across), rowOf(south, across)];
  if (columns * (bottom - top + 1) > MOST_TILES) return [];
  const tiles: MapTile[] = [];
  for (let y = top; y <= bottom; y++)
    for (let column = first; column < first + columns; column++) tiles.push({ z, x: column % across, y });
  return tiles;
}

/** The tiles that cover a view's box: the finest of which a few do. */
export function tilesOf({ bbox, zoom }: Pick<MapView, 'bbox' | 'zoom'>): MapTile[] {
  for (let z = Math.max(0, levelOf(zoom) - COARSER_BY); ; z--) {
    const tiles = tilesOfLevel(bbox, z);
    if (tiles.length > 0) return tiles;
  }
}
