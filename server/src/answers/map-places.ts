import { LAST_ZOOM } from '../../../src/model/map-tiles.js';
import type { MapTile } from '../../../src/model/map-tiles.js';
import type { MapDimension } from '../../../src/model/questions.js';
import type { Scope } from '../../../src/model/records.js';
import { listed, MAP_COLUMNS } from '../database/columns.js';
import type { Queries } from '../database/database.js';
import { inRanges } from '../database/in-ranges.js';
import { cellNumber, CELLS_OF_WORLD } from '../network/cells.js';
import type { Range } from '../network/cells.js';
import type { MapCounts } from '../network/records.js';
import { RefusedError } from '../refused-error.js';
import { EVSES, nearer, rangeParameters, RANGES } from './map-cells.js';
import { inScope } from './scope-filter.js';

/** A location that shows something on the map. */
export interface Place extends MapCounts {
  id: string;
  name: string | null;
  longitude: number;
  latitude: number;
  cell: number;
  stations: number;
}

/** Locations a tile at most. */
const MOST_PLACES = 50_000;

const PLACES = (condition: string, dimension: MapDimension) => `
  SELECT id, name, longitude, latitude, location.cell, stations, ${listed(MAP_COLUMNS)}
  FROM ${inRanges(RANGES, 'location', 'stations > 0')}
  WHERE ${condition} AND ${dimension === 'evse' ? `${EVSES} > 0` : 'true'}
  ORDER BY location.key LIMIT ${MOST_PLACES + 1}`;

async function placesOf(
  queries: Queries,
  dimension: MapDimension,
  ranges: readonly Range[],
  scope: Scope | undefined,
): Promise<Place[]> {
  if (ranges.length === 0) return [];
  const { text, values } = inScope('scope', scope, 3);
  const places = await queries.query<Place>(PLACES(text, dimension), [...rangeParameters(ranges), ...values]);
  if (places.length > MOST_PLACES)
    throw new RefusedError(
      `The tile holds more than ${MOST_PLACES} locations; expected a smaller one at this zoom.`,
    );
  return places;
}

/** The locations in groups of cells, group by group. */
export async function placesIn(
  queries: Queries,
  dimension: MapDimension,
  zoom: number,
  groups: readonly (readonly number[])[],
  scope?: Scope,
): Promise<Place[][]> {
  const groupAt = new Map(groups.flatMap((cells, index) => cells.map(cell => [cell, index] as const)));
  const ranges = nearer(
    [...groupAt.keys()].map(cell => [cell, cell]),
    zoom,
  );
  const places: Place[][] = groups.map(() => []);
  const below = 4 ** (LAST_ZOOM - zoom);
  for (const place of await placesOf(queries, dimension, ranges, scope))
    places[groupAt.get(Math.floor(place.cell / below))!]!.push(place);
  return places;
}

/** The locations of tiles, and those at their edges. */
export function placesInTiles(
  queries: Queries,
  dimension: MapDimension,
  tiles: readonly MapTile[],
  scope?: Scope,
): Promise<Place[]> {
  const ranges = tiles.map(({ z, x, y }): Range => {
    const size = 2 ** (LAST_ZOOM + CELLS_OF_WORLD - z);
    const first = cellNumber(x * size, y * size);
    return [first, first + size * size - 1];
  });
  return placesOf(queries, dimension, ranges, scope);
}
