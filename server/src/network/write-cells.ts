import { LAST_ZOOM } from '../../../src/model/map-tiles.js';
import { MAP_COLUMNS } from '../database/columns.js';
import { inRanges } from '../database/in-ranges.js';
import type { Sent } from '../database/sent.js';
import { LAST_COUNTED_ZOOM, SCOPED_EVERY, WHOLE } from '../database/schema.js';
import { addTo, isChange } from './add-to-cells.js';
import type { CellChange, Spot } from './add-to-cells.js';
import { evsesShown } from './contribution.js';
import type { LocationRow, MapCounts } from './records.js';

type Counted = Omit<LocationRow, 'key'>;

const NO_COUNTS = Object.fromEntries(MAP_COLUMNS.map(column => [column, 0])) as MapCounts;

function isOnMap(location: Counted | undefined): location is Counted & Spot {
  return location !== undefined && location.cell !== null && location.stations > 0;
}

function isSameSpot(one: Counted, other: Counted): boolean {
  return (
    one.cell === other.cell &&
    one.scope === other.scope &&
    one.longitude === other.longitude &&
    one.latitude === other.latitude
  );
}

/** Gathers what locations change of the cells of the map, and adds it to them, at each zoom. */
export class CellChanges {
  private readonly changes = new Map<string, CellChange>();
  /** Spots that a location has left: the boxes around them may be narrower now. */
  private readonly left: Spot[] = [];

  /** A location is to be counted otherwise; one of the two is absent where it came or went. */
  change(before: Counted | undefined, after: Counted | undefined): void {
    const was = isOnMap(before) ? before : undefined;
    const is = isOnMap(after) ? after : undefined;
    if (was) this.count(was, -1);
    if (is) this.count(is, 1);
    if (was && is && isSameSpot(was, is)) return;
    if (was) for (const scope of [was.scope, WHOLE]) this.left.push({ cell: was.cell, scope });
    if (is) this.widen(is);
  }

  /** Adds to the cells what came and went. */
  add(sent: Sent): void {
    const changes = [...this.changes.values()].filter(isChange);
    if (changes.length > 0) addTo(sent, changes);
  }

  /** Narrows the boxes of cells that a location has left to those that remain, once it has gone, and forgets cells in which nothing is left. */
  async narrow(sent: Sent): Promise<void> {
    if (this.left.length === 0) return;
    const listsOf = (spots: readonly Spot[]) => [
      spots.map(({ cell }) => cell),
      spots.map(({ scope }) => scope),
    ];
    const left = listsOf(this.left);
    // The cells below that are kept tell the box of one; the nearest that are counted are told by their locations.
    const boxes = await sent.ask(BOXES_OF_LOCATIONS, left);
    void sent.send(WRITE_BOXES, [JSON.stringify(boxes)]);
    for (const [isWhole, every] of [
      [true, 1],
      [false, SCOPED_EVERY],
    ] as const) {
      const spots = listsOf(this.left.filter(({ scope }) => (scope === WHOLE) === isWhole));
      for (let zoom = LAST_COUNTED_ZOOM - every; zoom >= 0; zoom -= every)
        void sent.send(BOXES_OF_CELLS, [...spots, zoom, 2 * (LAST_ZOOM - zoom), every]);
    }
    void sent.send(FORGET, left);
  }

  private at({ cell, scope }: Spot): CellChange {
    const key = `${cell} ${scope}`;
    let change = this.changes.get(key);
    if (!change) {
      const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
      change = { cell, scope, locations: 0, evse_locations: 0, x: 0, y: 0, ...box, ...NO_COUNTS };
      this.changes.set(key, change);
    }
    return change;
  }

  private count(location: Counted & Spot, times: 1 | -1): void {
    const change = this.at(location);
    change.locations += times;
    if (evsesShown(location) > 0) change.evse_locations += times;
    change.x += times * location.x!;
    change.y += times * location.y!;
    for (const column of MAP_COLUMNS) change[column] += times * location[column];
  }

  private widen(location: Counted & Spot): void {
    const change = this.at(location);
    const { longitude, latitude } = location as { longitude: number; latitude: number };
    change.west = Math.min(change.west, longitude);
    change.south = Math.min(change.south, latitude);
    change.east = Math.max(change.east, longitude);
    change.north = Math.max(change.north, latitude);
  }
}

/** Of lists PostgreSQL knows how long they are, and so that the few cells are to be looked up. */
const LEFT = 'unnest($1::int8[], $2::int4[]) AS spot (cell, scope)';
const BOX = '(west, south, east, north)';
const SHIFT = 2 * (LAST_ZOOM - LAST_COUNTED_ZOOM);

/** Cells, each once, with the boxes around what stands in them; those in which nothing stands have none. */
const BOXES_OF_LOCATIONS = `
  SELECT range.cell, range.scope, min(longitude) AS west, min(latitude) AS south, max(longitude) AS east, max(latitude) AS north
  FROM ${inRanges(
    `(SELECT cell, scope, cell << ${SHIFT} AS first, ((cell + 1) << ${SHIFT}) - 1 AS last
      FROM (SELECT DISTINCT spot.cell >> ${SHIFT} AS cell, spot.scope FROM ${LEFT}) AS left_cell) AS range`,
    'location',
    'stations > 0',
  )}
  WHERE range.scope IN (location.scope, ${WHOLE})
  GROUP BY 1, 2`;

const WRITE_BOXES = `
  UPDATE cell SET west = box.west, south = box.south, east = box.east, north = box.north
  FROM jsonb_to_recordset($1::text::jsonb) AS box (cell int8, scope int4, west float8, south float8, east float8, north float8)
  WHERE zoom = ${LAST_COUNTED_ZOOM} AND cell.cell = box.cell AND cell.scope = box.scope`;

const BOXES_OF_CELLS = `
  UPDATE cell SET ${BOX} = (
    SELECT min(west), min(south), max(east), max(north) FROM cell AS below
    WHERE below.zoom = $3::int4 + $5::int4 AND below.cell BETWEEN cell.cell << (2 * $5::int4) AND ((cell.cell + 1) << (2 * $5::int4)) - 1
      AND below.scope = cell.scope AND below.locations > 0
  )
  WHERE zoom = $3::int4 AND (cell.cell, scope) IN (SELECT spot.cell >> $4::int4, spot.scope FROM ${LEFT})`;

const FORGET = `
  DELETE FROM cell WHERE locations = 0 AND (zoom, cell, scope) IN (
    SELECT zoom, spot.cell >> (2 * (${LAST_ZOOM} - zoom)), spot.scope FROM ${LEFT}, generate_series(0, ${LAST_COUNTED_ZOOM}) AS zoom
  )`;
