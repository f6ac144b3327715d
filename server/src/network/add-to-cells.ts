import { LAST_ZOOM } from '../../../src/model/map-tiles.js';
import { listed, MAP_COLUMNS } from '../database/columns.js';
import type { Sent } from '../database/sent.js';
import { keptZoom, LAST_COUNTED_ZOOM, WHOLE } from '../database/schema.js';

/** Where a location stands on the map, of a scope. */
export interface Spot {
  cell: number;
  scope: number;
}

/** What is to be added to the cells around a spot. */
export interface CellChange extends Spot, Record<(typeof MAP_COLUMNS)[number], number> {
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

/** How what cells hold in a column, or what is added to it, becomes one. */
interface Way {
  type: 'int8' | 'float8';
  /** What changes nothing. */
  nothing: number;
  together(one: number, other: number): number;
  /** The same as SQL, of what a cell has and what is added. */
  written(known: string, added: string): string;
}

const SUM: Way = {
  type: 'int8',
  nothing: 0,
  together: (one, other) => one + other,
  written: (known, added) => `${known} + ${added}`,
};
const LEAST: Way = {
  type: 'float8',
  nothing: Infinity,
  together: Math.min,
  written: (known, added) => `least(${known}, ${added})`,
};
const GREATEST: Way = {
  type: 'float8',
  nothing: -Infinity,
  together: Math.max,
  written: (known, added) => `greatest(${known}, ${added})`,
};

interface Column extends Way {
  name: Exclude<keyof CellChange, keyof Spot>;
}

const COLUMNS: readonly Column[] = [
  ...(['locations', 'evse_locations', 'x', 'y', ...MAP_COLUMNS] as const).map(name => ({ name, ...SUM })),
  { name: 'west', ...LEAST },
  { name: 'south', ...LEAST },
  { name: 'east', ...GREATEST },
  { name: 'north', ...GREATEST },
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

/** Whether a change is one of a cell. */
export function isChange(change: CellChange): boolean {
  return COLUMNS.some(({ name, nothing }) => change[name] !== nothing);
}

/** The same changes as of the cells of each zoom that are kept counted. */
function* levelsOf(
  nearest: Level,
  isWhole: boolean,
  columns: readonly Column[],
): Iterable<{ zoom: number; level: Level }> {
  let last = LAST_ZOOM;
  let level = nearest;
  for (let zoom = LAST_COUNTED_ZOOM; zoom >= 0; zoom--) {
    if (keptZoom(zoom, isWhole) !== zoom) continue;
    level = coarser(level, 4 ** (last - zoom), columns);
    yield { zoom, level };
    last = zoom;
  }
}

/** What is read of a column that is given; of another, what changes nothing. */
function readOf({ name, nothing }: Column, isGiven: boolean): string {
  if (nothing === 0) return isGiven ? name : '0';
  return isGiven ? `nullif(${name}, '${nothing}')` : 'NULL';
}

const NAMES = listed(COLUMNS.map(({ name }) => name));

/**
 * What is given as lists: zooms, cells, scopes, and the values of columns. Of what is selected PostgreSQL does not reckon how long it is: where it did, it would go through all
 * cells to find many.
 */
const ADDED = (given: readonly Column[]) => {
  const types = ['int2', 'int8', 'int4', ...given.map(({ type }) => type)];
  return `unnest(${listed(types.map((type, index) => `(SELECT $${index + 1}::text::${type}[])`))})
    AS added (zoom, cell, scope, ${listed(given.map(({ name }) => name))})`;
};

/** Where locations came, cells may be new. */
const ADD = (given: readonly Column[]) => `
  INSERT INTO cell AS known (zoom, cell, scope, ${NAMES})
  SELECT zoom, cell, scope, ${listed(COLUMNS.map(column => readOf(column, given.includes(column))))}
  FROM ${ADDED(given)}
  ORDER BY zoom, cell, scope
  ON CONFLICT (zoom, cell, scope) DO UPDATE SET
    ${listed(given.map(({ name, written }) => `${name} = ${written(`known.${name}`, `excluded.${name}`)}`))}`;

/** Where none came, all cells are there: none need be locked to find that out. */
const ADD_TO_KNOWN = (given: readonly Column[]) => `
  UPDATE cell AS known SET ${listed(given.map(({ name, written }) => `${name} = ${written(`known.${name}`, `added.${name}`)}`))}
  FROM ${ADDED(given)}
  WHERE known.zoom = added.zoom AND known.cell = added.cell AND known.scope = added.scope`;

/** Adds changes to the cells of each zoom that hold them, of their scopes and of all together: each cell is written once, and of its columns those that differ. */
export function addTo(sent: Sent, changes: readonly CellChange[]): void {
  const columns = COLUMNS.filter(({ name, nothing }) => changes.some(change => change[name] !== nothing));
  // Zooms, cells, scopes, and the values of each column.
  const lists: string[][] = [[], [], [], ...columns.map(() => [])];
  for (const isWhole of [true, false]) {
    const scopeOf = ({ scope }: Spot) => (isWhole ? WHOLE : scope);
    const sorted = changes.toSorted((one, other) => scopeOf(one) - scopeOf(other) || one.cell - other.cell);
    const nearest = {
      cells: sorted.map(({ cell }) => cell),
      scopes: sorted.map(scopeOf),
      values: columns.map(({ name }) => sorted.map(change => change[name])),
    };
    for (const { zoom, level } of levelsOf(nearest, isWhole, columns)) {
      const { cells, scopes, values } = level;
      for (const [index, list] of [cells.map(() => zoom), cells, scopes, ...values].entries())
        lists[index]!.push(list.join(','));
    }
  }
  // Who comes widens a box.
  const hasCome = columns.some(({ nothing }) => nothing !== 0);
  void sent.send(
    (hasCome ? ADD : ADD_TO_KNOWN)(columns),
    lists.map(list => `{${list.join(',')}}`),
  );
}
