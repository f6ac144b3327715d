import { LAST_ZOOM } from '../../../src/model/map-tiles.js';
import { listed, MAP_COLUMNS } from '../database/columns.js';
import type { Queries } from '../database/database.js';
import { inRanges } from '../database/in-ranges.js';
import { LAST_COUNTED_ZOOM, WHOLE } from '../database/schema.js';
import { evsesShown, mapAmounts } from './contribution.js';
import type { LocationRow } from './records.js';

type Counted = Omit<LocationRow, 'key'>;

/** Where a location stands on the map, of a scope. */
interface Spot {
  cell: number;
  scope: number;
}

/** What is to be added to the cells around a spot. */
interface CellChange extends Spot, Record<(typeof MAP_COLUMNS)[number], number> {
  locations: number;
  evse_locations: number;
  x: number;
  y: number;
  /** The box around those that came: infinite, from the other side, where none did. */
  west: number;
  south: number;
  east: number;
  north: number;
}

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
    if (was) this.add(was, -1);
    if (is) this.add(is, 1);
    if (was && is && isSameSpot(was, is)) return;
    if (was) for (const scope of [was.scope, WHOLE]) this.left.push({ cell: was.cell, scope });
    if (is) this.widen(is);
  }

  async write(queries: Queries): Promise<void> {
    const changes = [...this.changes.values()].filter(change => this.isChange(change));
    if (changes.length > 0) await addTo(queries, changes);
    if (this.left.length === 0) return;
    const left = [this.left.map(({ cell }) => cell), this.left.map(({ scope }) => scope)];
    // The four cells below tell the box of one; the nearest that are counted are told by their locations.
    const boxes = await queries.query(BOXES_OF_LOCATIONS, left);
    await queries.query(WRITE_BOXES, [JSON.stringify(boxes)]);
    for (let zoom = LAST_COUNTED_ZOOM - 1; zoom >= 0; zoom--)
      await queries.query(BOXES_OF_CELLS, [...left, zoom, 2 * (LAST_ZOOM - zoom)]);
    await queries.query(FORGET, left);
  }

  private isChange(change: CellChange): boolean {
    return COLUMNS.some(({ name, nothing }) => change[name] !== nothing);
  }

  private at({ cell, scope }: Spot): CellChange {
    const key = `${cell} ${scope}`;
    let change = this.changes.get(key);
    if (!change) {
      const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
      const nothing = { locations: 0, evse_locations: 0, x: 0, y: 0, ...box };
      this.changes.set(key, (change = { cell, scope, ...nothing, ...mapAmounts({}) }));
    }
    return change;
  }

  private add(location: Counted & Spot, times: 1 | -1): void {
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

/** A column of a cell that changes are put together in. */
interface Column {
  name: Exclude<keyof CellChange, keyof Spot>;
  type: 'int8' | 'float8';
  /** What changes nothing. */
  nothing: number;
  together(one: number, other: number): number;
  /** Puts what the cell has and what comes together, as SQL. */
  written(known: string, given: string): string;
}

const COLUMNS: readonly Column[] = [
  ...(['locations', 'evse_locations', 'x', 'y', ...MAP_COLUMNS] as const).map((name): Column => ({
    name,
    type: 'int8',
    nothing: 0,
    together: (one, other) => one + other,
    written: (known, given) => `${known} + ${given}`,
  })),
  ...(['west', 'south'] as const).map((name): Column => ({
    name,
    type: 'float8',
    nothing: Infinity,
    together: Math.min,
    written: (known, given) => `least(${known}, ${given})`,
  })),
  ...(['east', 'north'] as const).map((name): Column => ({
    name,
    type: 'float8',
    nothing: -Infinity,
    together: Math.max,
    written: (known, given) => `greatest(${known}, ${given})`,
  })),
];

/** Changes of cells of one zoom in the order of their scopes and cells, column by column. */
interface Level {
  cells: readonly number[];
  scopes: readonly number[];
  values: readonly (readonly number[])[];
}

/** The same changes, of cells that are so many of these each. */
function coarser({ cells, scopes, values }: Level, each: number, columns: readonly Column[]): Level {
  const [above, scopesAbove, valuesAbove]: [number[], number[], number[][]] = [[], [], columns.map(() => [])];
  let last = -1;
  for (let place = 0; place < cells.length; place++) {
    const cell = Math.floor(cells[place]! / each);
    const isAnother = cell !== above[last] || scopes[place] !== scopesAbove[last];
    if (isAnother) {
      last = above.push(cell) - 1;
      scopesAbove.push(scopes[place]!);
    }
    for (let index = 0; index < columns.length; index++) {
      const [to, value] = [valuesAbove[index]!, values[index]![place]!];
      to[last] = isAnother ? value : columns[index]!.together(to[last]!, value);
    }
  }
  return { cells: above, scopes: scopesAbove, values: valuesAbove };
}

/** Adds changes to the cells of each zoom that hold them, of their scopes and of all together: each cell is written once, and of its columns those that differ. */
async function addTo(queries: Queries, changes: readonly CellChange[]): Promise<void> {
  const columns = COLUMNS.filter(({ name, nothing }) => changes.some(change => change[name] !== nothing));
  const names = columns.map(({ name }) => name);
  const lists: string[][] = [[], [], [], ...names.map(() => [])];
  for (const scopeOf of [() => WHOLE, ({ scope }: Spot) => scope]) {
    const sorted = changes.toSorted((one, other) => scopeOf(one) - scopeOf(other) || one.cell - other.cell);
    let level: Level = {
      cells: sorted.map(({ cell }) => cell),
      scopes: sorted.map(scopeOf),
      values: names.map(name => sorted.map(change => change[name])),
    };
    for (let zoom = LAST_COUNTED_ZOOM; zoom >= 0; zoom--) {
      level = coarser(level, zoom === LAST_COUNTED_ZOOM ? 4 ** (LAST_ZOOM - zoom) : 4, columns);
      const { cells, scopes, values } = level;
      for (const [index, list] of [cells.map(() => zoom), cells, scopes, ...values].entries())
        lists[index]!.push(list.join(','));
    }
  }
  const types = ['int2', 'int8', 'int4', ...columns.map(({ type }) => type)];
  const given = ({ name, nothing }: Column) => {
    if (!names.includes(name)) return nothing === 0 ? '0' : 'NULL';
    return nothing === 0 ? name : `nullif(${name}, '${nothing}')`;
  };
  await queries.query(
    `INSERT INTO cell AS known (zoom, cell, scope, ${listed(COLUMNS.map(({ name }) => name))})
     SELECT zoom, cell, scope, ${listed(COLUMNS.map(given))}
     FROM unnest(${listed(types.map((type, index) => `$${index + 1}::text::${type}[]`))}) AS change (zoom, cell, scope, ${listed(names)})
     ORDER BY zoom, cell, scope
     ON CONFLICT (zoom, cell, scope) DO UPDATE SET ${listed(
       columns.map(({ name, written }) => `${name} = ${written(`known.${name}`, `excluded.${name}`)}`),
     )}`,
    lists.map(list => `{${list.join(',')}}`),
  );
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
    WHERE below.zoom = $3::int4 + 1 AND below.cell BETWEEN cell.cell * 4 AND cell.cell * 4 + 3
      AND below.scope = cell.scope AND below.locations > 0
  )
  WHERE zoom = $3::int4 AND (cell.cell, scope) IN (SELECT spot.cell >> $4::int4, spot.scope FROM ${LEFT})`;

const FORGET = `
  DELETE FROM cell WHERE locations = 0 AND (zoom, cell, scope) IN (
    SELECT zoom, spot.cell >> (2 * (${LAST_ZOOM} - zoom)), spot.scope FROM ${LEFT}, generate_series(0, ${LAST_COUNTED_ZOOM}) AS zoom
  )`;
