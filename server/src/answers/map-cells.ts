import { LAST_ZOOM } from '../../../src/model/map-tiles.js';
import type { MapTile } from '../../../src/model/map-tiles.js';
import type { MapDimension } from '../../../src/model/questions.js';
import type { Scope } from '../../../src/model/records.js';
import { listed, STATUS_COLUMNS } from '../database/columns.js';
import type { Queries } from '../database/database.js';
import { inRanges } from '../database/in-ranges.js';
import { keptZoom, LAST_COUNTED_ZOOM } from '../database/schema.js';
import { CELLS_OF_WORLD, rangesOf, WORLD } from '../network/cells.js';
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

const COUNTS = (dimension: MapDimension) =>
  listed(
    STATUS_COLUMNS[dimension].map(([, column]) => column),
    column => `sum(${column})::int8 AS ${column}`,
  );

/** Where it stands, in pixels of the zoom. */
const MIDDLE = (locations: string) =>
  `sum(x::int8)::float8 / ${locations} * $4::float8 AS x, sum(y::int8)::float8 / ${locations} * $4::float8 AS y`;

/** Ranges of cells, as the first two parameters. */
export const RANGES = 'unnest($1::int8[], $2::int8[]) AS range (first, last)';

/** Within the ranges, so that cells of all scopes are looked up by the index of those. */
const OF_CELLS = (dimension: MapDimension, kept: number, condition: string) => {
  const shown = `sum(${dimension === 'evse' ? 'evse_locations' : 'locations'})`;
  return `
  SELECT cell >> (2 * (${kept} - $3::int4)) AS cell, sum(locations)::int8 AS locations, ${shown}::int8 AS shown, ${MIDDLE('sum(locations)')},
    min(west) AS west, min(south) AS south, max(east) AS east, max(north) AS north, ${COUNTS(dimension)}
  FROM ${inRanges(RANGES, 'cell', `zoom = ${kept} AND ${condition}`)}
  GROUP BY 1 HAVING ${shown} > 0`;
};

const OF_LOCATIONS = (dimension: MapDimension, condition: string) => {
  const shown = dimension === 'evse' ? `count(*) FILTER (WHERE ${EVSES} > 0)` : 'count(*)';
  return `
  SELECT cell >> (2 * (${LAST_ZOOM} - $3::int4)) AS cell, count(*)::int8 AS locations, ${shown}::int8 AS shown, ${MIDDLE('count(*)')},
    min(longitude) AS west, min(latitude) AS south, max(longitude) AS east, max(latitude) AS north, ${COUNTS(dimension)}
  FROM ${inRanges(RANGES, 'location', 'stations > 0')}
  WHERE ${condition} GROUP BY 1 HAVING ${shown} > 0`;
};

/** Ranges of a nearer zoom's cells, of ranges of another's: of the nearest unless said otherwise. */
export function nearer(ranges: readonly Range[], zoom: number, to: number = LAST_ZOOM): Range[] {
  const below = 4 ** (to - zoom);
  return ranges.map(([first, last]) => [first * below, (last + 1) * below - 1]);
}

/** The cells of a tile and around it that show something, at a zoom. */
export async function cellsAround(
  queries: Queries,
  dimension: MapDimension,
  zoom: number,
  { z, x, y }: MapTile,
  scope?: Scope,
): Promise<CountedCell[]> {
  const across = 2 ** (zoom + CELLS_OF_WORLD);
  const size = across / 2 ** z;
  const [left, top] = [x * size, y * size];
  const grain = Math.max(MARGIN, size / 8);
  const last = across / grain - 1;
  const inWorld = (place: number) => Math.max(0, Math.min(last, place));
  const [column, row, columns] = [left / grain, top / grain, size / grain];
  const ranges = rangesOf(
    [inWorld(column - 1), inWorld(row - 1), inWorld(column + columns), inWorld(row + columns)],
    last + 1,
  ).map(([from, to]): Range => [from * grain ** 2, (to + 1) * grain ** 2 - 1]);
  const isCounted = zoom <= LAST_COUNTED_ZOOM;
  const { text, values } = isCounted ? ofCells(scope, 5) : inScope('scope', scope, 5);
  const kept = isCounted ? keptZoom(zoom, values.length === 0) : LAST_ZOOM;
  const asked = nearer(ranges, zoom, kept);
  return queries.query<CountedCell>(
    isCounted ? OF_CELLS(dimension, kept, text) : OF_LOCATIONS(dimension, text),
    [asked.map(([first]) => first), asked.map(([, last]) => last), zoom, 2 ** (zoom + 9) / WORLD, ...values],
  );
}
