import { fromMercator } from '../../../src/model/mercator.js';
import type { MapTile } from '../../../src/model/map-tiles.js';
import type { BoundingBox, MapDimension, MapGroup, MapItem } from '../../../src/model/questions.js';
import type { Scope, StatusCounts } from '../../../src/model/records.js';
import { narrowestBox } from '../../../src/engine/counts/boxes.js';
import { CLUSTER_MAX_ZOOM, CLUSTER_RADIUS } from '../../../src/engine/counts/build-hierarchy.js';
import { CONNECTION_STATUSES, EVSE_STATUSES } from '../../../src/model/statuses.js';
import type { Queries } from '../database/database.js';
import { keptZoom } from '../database/schema.js';
import type { MapCounts } from '../network/records.js';
import { AskedTiles } from './asked-tiles.js';
import { groupCells } from './group-cells.js';
import { groupBy } from '../../../src/model/group-by.js';
import { cellsAround } from './map-cells.js';
import type { CountedCell } from './map-cells.js';
import { placesIn, placesInTiles } from './map-places.js';
import type { Place } from './map-places.js';
import { ofCells } from './scope-filter.js';

/** Groups of up to so many locations of which some have nothing to show are looked at one by one. */
const FEW = 64;

const STATUSES: Readonly<Record<MapDimension, readonly (keyof MapCounts)[]>> = {
  connection: CONNECTION_STATUSES,
  evse: EVSE_STATUSES,
};

function countsOf(dimension: MapDimension, parts: readonly Partial<MapCounts>[]): StatusCounts {
  return Object.fromEntries(
    STATUSES[dimension].map(status => [status, parts.reduce((sum, part) => sum + part[status]!, 0)]),
  );
}

/** The narrowest box around boxes; nothing is grouped across the antimeridian. */
function boxAround(boxes: readonly Pick<CountedCell, 'west' | 'south' | 'east' | 'north'>[]): BoundingBox {
  return [
    Math.min(...boxes.map(({ west }) => west)),
    Math.min(...boxes.map(({ south }) => south)),
    Math.max(...boxes.map(({ east }) => east)),
    Math.max(...boxes.map(({ north }) => north)),
  ];
}

/**
 * The zoom at which a group splits for certain: the cells that make one group are never further apart than four radii, and past the last
 * zoom that groups, each location stands by itself.
 */
function expansionZoom(cells: readonly CountedCell[], zoom: number, [west, , east]: BoundingBox): number {
  const ys = cells.map(({ y }) => y);
  const width = Math.max(((east - west) / 360) * 2 ** (zoom + 9), Math.max(...ys) - Math.min(...ys), 1e-9);
  const nearer = Math.ceil(zoom + Math.log2((4 * CLUSTER_RADIUS) / width));
  return Math.max(zoom + 1, Math.min(CLUSTER_MAX_ZOOM + 1, nearer));
}

function isOnePoint([west, south, east, north]: BoundingBox): boolean {
  return west === east && south === north;
}

function pinOf(dimension: MapDimension, place: Place): MapItem {
  const { id, name, longitude, latitude, stations } = place;
  const pin = { longitude, latitude, id, counts: countsOf(dimension, [place]), stations };
  return name === null ? pin : { ...pin, name };
}

/** A location, or locations on one point, which no zoom splits. */
function stackOf(dimension: MapDimension, places: readonly Place[]): MapItem {
  if (places.length === 1) return pinOf(dimension, places[0]!);
  const { longitude, latitude } = places[0]!;
  return {
    longitude,
    latitude,
    counts: countsOf(dimension, places),
    locations: places.length,
    locationIds: places.map(({ id }) => id),
  };
}

/** Locations by the points on which they stand. */
function stacksOf(places: readonly Place[]): Place[][] {
  return [...groupBy(places, ({ longitude, latitude }) => `${longitude} ${latitude}`).values()];
}

function locationsOf(cells: readonly CountedCell[]): number {
  return cells.reduce((sum, cell) => sum + cell.locations, 0);
}

/** Where a group stands: amid its locations. */
function middleOf(cells: readonly CountedCell[], zoom: number): { longitude: number; latitude: number } {
  const along = (axis: 'x' | 'y') =>
    cells.reduce((sum, cell) => sum + cell[axis] * cell.locations, 0) / locationsOf(cells) / 2 ** (zoom + 9);
  const [longitude, latitude] = fromMercator({ x: along('x'), y: along('y') });
  return { longitude, latitude };
}

/** A group, where its locations need not be known one by one. */
function groupOf(dimension: MapDimension, cells: readonly CountedCell[], zoom: number): MapGroup {
  const locations = locationsOf(cells);
  const shown = cells.reduce((sum, cell) => sum + cell.shown, 0);
  const bbox = boxAround(cells);
  return {
    ...middleOf(cells, zoom),
    counts: countsOf(dimension, cells),
    locations: shown,
    expansionZoom: expansionZoom(cells, zoom, bbox),
    // The box of all is wider than that of those that show something.
    ...(shown === locations && { bbox }),
  };
}

/** A group of which each location that shows something is known: they may be one, or on one point. */
function knownGroupOf(
  dimension: MapDimension,
  cells: readonly CountedCell[],
  places: readonly Place[],
  zoom: number,
): MapItem {
  const bbox = boxAround(
    places.map(({ longitude, latitude }) => ({
      west: longitude,
      south: latitude,
      east: longitude,
      north: latitude,
    })),
  );
  if (isOnePoint(bbox)) return stackOf(dimension, places);
  return { ...groupOf(dimension, cells, zoom), bbox, expansionZoom: expansionZoom(cells, zoom, bbox) };
}

/** Whether a group's locations have to be known: one, on one point, or a few of which some show nothing. */
function needsPlaces(cells: readonly CountedCell[]): boolean {
  const locations = locationsOf(cells);
  const shown = cells.reduce((sum, cell) => sum + cell.shown, 0);
  return shown === 1 || isOnePoint(boxAround(cells)) || (shown < locations && shown <= FEW);
}

/** The groups and locations by themselves of tiles at a zoom, with some that stand beside them. */
async function itemsAround(
  queries: Queries,
  dimension: MapDimension,
  zoom: number,
  asked: AskedTiles,
  scope?: Scope,
): Promise<MapItem[]> {
  if (zoom > CLUSTER_MAX_ZOOM) {
    const places = await placesInTiles(queries, dimension, asked.tiles, scope);
    return stacksOf(places).map(stack => stackOf(dimension, stack));
  }
  const groups = groupCells(await cellsAround(queries, dimension, zoom, asked.tiles, scope));
  const isAmidTile = (cells: readonly CountedCell[]) => asked.indexOf(middleOf(cells, zoom)) !== undefined;
  const known: CountedCell[][] = [];
  const counted: CountedCell[][] = [];
  for (const cells of groups)
    if (!needsPlaces(cells)) {
      if (isAmidTile(cells)) counted.push(cells);
      // It may stand on one of its locations.
    } else if (cells.some(({ cell }) => asked.hold(cell, zoom)) || isAmidTile(cells)) known.push(cells);
  const places = await placesIn(
    queries,
    dimension,
    zoom,
    known.map(cells => cells.map(({ cell }) => cell)),
    scope,
  );
  return [
    ...counted.map(cells => groupOf(dimension, cells, zoom)),
    // Of a group whose locations are all in a part of the database that is away, none can be told.
    ...known.flatMap((cells, index) =>
      places[index]!.length > 0 ? [knownGroupOf(dimension, cells, places[index]!, zoom)] : [],
    ),
  ];
}

/**
 * What a map shows of tiles at a zoom (R15, R16), tile by tile: what stands in each, by its own position.
 * @param queries that answer as of one moment
 * @param tiles of one level
 */
export async function answerMapItems(
  queries: Queries,
  dimension: MapDimension,
  zoom: number,
  tiles: readonly MapTile[],
  scope?: Scope,
): Promise<MapItem[][]> {
  const asked = new AskedTiles(tiles);
  return asked.divide(await itemsAround(queries, dimension, zoom, asked, scope));
}

/** The narrowest box around all locations on the map. */
export async function answerBounds(queries: Queries, scope?: Scope): Promise<BoundingBox | undefined> {
  const { text, values } = ofCells(scope, 1);
  const boxes = await queries.query<{ west: number; south: number; east: number; north: number }>(
    `SELECT min(west) AS west, min(south) AS south, max(east) AS east, max(north) AS north
     FROM cell WHERE zoom = ${keptZoom(3, values.length === 0)} AND ${text} GROUP BY cell`,
    values,
  );
  return narrowestBox(boxes.map(({ west, south, east, north }) => [west, south, east, north]));
}
