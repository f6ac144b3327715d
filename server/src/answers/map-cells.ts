import { LAST_ZOOM } from '../../../src/model/map-tiles.js';
import type { MapTile } from '../../../src/model/map-tiles.js';
import type { MapDimension } from '../../../src/model/questions.js';
import type { Scope } from '../../../src/model/records.js';
import { listed, STATUS_COLUMNS } from '../database/columns.js';
import type { Queries } from '../database/database.js';
import { inRanges } from '../database/in-ranges.js';
import { keptZoom, LAST_COUNTED_ZOOM } from '../database/schema.js';
import { CELLS_OF_WORLD, rangesOf, unionOf, WORLD } from '../network/cells.js';
import type { Range } from '../network/cells.js';
import type { MapCounts } from '../network/records.js';
import type { Cell } from './group-cells.js';
import { inScope, ofCells } from './scope-filter.js';

/** What is counted of a cell, of a scope: of the statuses of a dimension. */
export interface CountedCell extends Cell, Partial<MapCounts> {
  /** All locations on the map, be there something to show of them or not. */
  locations: number;
  west: number;
  south: number;
  east: number;
  north: number;
}

/**
 * Cells around a tile that are looked at too, at least, by which tiles agree on their groups. Four steps of the radius, of which none is longer than a cell, tell all of a group: from its middle
 * to the greatest of it, to one that this takes in, to another that might, and to one that is greater than that. Of a large tile, an eighth of it, so that few ranges hold all.
 */
export const MARGIN = 4;

/** EVSEs that a map shows of a location. */
export const EVSES = 'available + charging + faulted + undefined';

const columnsOf = (dimension: MapDimension, write?: (column: string) => string) =>
  listed(
    STATUS_COLUMNS[dimension].map(([, column]) => column),
    write,
  );

const SUM = (column: string) => `sum(${column})::int8 AS ${column}`;

/** Ranges of cells, as the first two parameters. */
export const RANGES = 'unnest($1::int8[], $2::int8[]) AS range (first, last)';

export function rangeParameters(ranges: readonly Range[]): [firsts: number[], lasts: number[]] {
  return [ranges.map(([first]) => first), ranges.map(([, last]) => last)];
}

/** Locations of a cell that show something. */
const shownOf = (dimension: MapDimension) => (dimension === 'evse' ? 'evse_locations' : 'locations');

/** Of all scopes, a cell of the zoom is one row. */
const OF_WHOLE = (dimension: MapDimension, kept: number, condition: string) => {
  const shown = shownOf(dimension);
  return `
  SELECT cell, locations, ${shown} AS shown, x, y, west, south, east, north, ${columnsOf(dimension)}
  FROM ${inRanges(RANGES, 'cell', `zoom = ${kept} AND ${condition} AND ${shown} > 0`)}`;
};

const OF_SCOPES = (dimension: MapDimension, kept: number, condition: string) => {
  const shown = `sum(${shownOf(dimension)})`;
  return `
  SELECT cell >> (2 * (${kept} - $3::int4)) AS cell, sum(locations)::int8 AS locations, ${shown}::int8 AS shown, sum(x)::int8 AS x, sum(y)::int8 AS y,
    min(west) AS west, min(south) AS south, max(east) AS east, max(north) AS north, ${columnsOf(dimension, SUM)}
  FROM ${inRanges(RANGES, 'cell', `zoom = ${kept} AND ${condition}`)}
  GROUP BY 1 HAVING ${shown} > 0`;
};

const OF_LOCATIONS = (dimension: MapDimension, condition: string) => {
  const shown = dimension === 'evse' ? `count(*) FILTER (WHERE ${EVSES} > 0)` : 'count(*)';
  return `
  SELECT cell >> (2 * (${LAST_ZOOM} - $3::int4)) AS cell, count(*)::int8 AS locations, ${shown}::int8 AS shown, sum(x)::int8 AS x, sum(y)::int8 AS y,
    min(longitude) AS west, min(latitude) AS south, max(longitude) AS east, max(latitude) AS north, ${columnsOf(dimension, SUM)}
  FROM ${inRanges(RANGES, 'location', 'stations > 0')}
  WHERE ${condition} GROUP BY 1 HAVING ${shown} > 0`;
};

/** Ranges of a nearer zoom's cells, of ranges of another's: of the nearest unless said otherwise. */
export function nearer(ranges: readonly Range[], zoom: number, to: number = LAST_ZOOM): Range[] {
  const below = 4 ** (to - zoom);
  return ranges.map(([first, last]) => [first * below, (last + 1) * below - 1]);
}

/** The numbers of a tile's cells at a zoom, and of those around it. */
function rangesAround({ z, x, y }: MapTile, zoom: number): Range[] {
  const across = 2 ** (zoom + CELLS_OF_WORLD);
  const size = across / 2 ** z;
  const grain = Math.max(MARGIN, size / 8);
  const last = across / grain - 1;
  const inWorld = (place: number) => Math.max(0, Math.min(last, place));
  const [column, row, columns] = [(x * size) / grain, (y * size) / grain, size / grain];
  return rangesOf(
    [inWorld(column - 1), inWorld(row - 1), inWorld(column + columns), inWorld(row + columns)],
    last + 1,
  ).map(([from, to]) => [from * grain ** 2, (to + 1) * grain ** 2 - 1]);
}

/** The statement that asks for cells of a zoom, and its parameters: `x` and `y` are sums over locations. */
function question(
  dimension: MapDimension,
  zoom: number,
  ranges: readonly Range[],
  scope?: Scope,
): [text: string, values: unknown[]] {
  const isCounted = zoom <= LAST_COUNTED_ZOOM;
  const { text, values } = isCounted ? ofCells(scope, 4) : inScope('scope', scope, 4);
  const isWhole = values.length === 0;
  const kept = isCounted ? keptZoom(zoom, isWhole) : LAST_ZOOM;
  const asked = rangeParameters(nearer(ranges, zoom, kept));
  if (isCounted && isWhole) return [OF_WHOLE(dimension, kept, text), asked];
  const statement = isCounted ? OF_SCOPES(dimension, kept, text) : OF_LOCATIONS(dimension, text);
  return [statement, [...asked, zoom, ...values]];
}

/** The cells of tiles and around them that show something, at a zoom, in the order of their numbers. */
export async function cellsAround(
  queries: Queries,
  dimension: MapDimension,
  zoom: number,
  tiles: readonly MapTile[],
  scope?: Scope,
): Promise<CountedCell[]> {
  const ranges = unionOf(tiles.flatMap(tile => rangesAround(tile, zoom)));
  const cells = await queries.query<CountedCell>(...question(dimension, zoom, ranges, scope));
  const pixels = 2 ** (zoom + 9) / WORLD;
  for (const cell of cells) {
    cell.x *= pixels / cell.locations;
    cell.y *= pixels / cell.locations;
  }
  // However many tiles were asked for, each lists its groups in one order: what has not changed has the same tag.
  return cells.sort((one, other) => one.cell - other.cell);
}
