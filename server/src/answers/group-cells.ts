import { CLUSTER_RADIUS } from '../../../src/engine/counts/build-hierarchy.js';
import { groupBy } from '../../../src/model/group-by.js';

/** What stands in a cell of the map's grid, and the middle of that in pixels. */
export interface Cell {
  /** Its number along the curve. */
  cell: number;
  /** How many locations show something. */
  shown: number;
  x: number;
  y: number;
}

function isGreater(one: Cell, other: Cell): boolean {
  return one.shown > other.shown || (one.shown === other.shown && one.cell < other.cell);
}

/** Of each cell, the others within the radius of it: looked for in squares as wide as that. */
function neighboursOf<T extends Cell>(cells: readonly T[]): Map<T, T[]> {
  const keyOf = (column: number, row: number) => column * 2 ** 26 + row;
  const columnOf = ({ x }: T) => Math.floor(x / CLUSTER_RADIUS);
  const rowOf = ({ y }: T) => Math.floor(y / CLUSTER_RADIUS);
  const squares = groupBy(cells, cell => keyOf(columnOf(cell), rowOf(cell)));
  const isNear = (one: T, other: T) =>
    one !== other && (other.x - one.x) ** 2 + (other.y - one.y) ** 2 < CLUSTER_RADIUS ** 2;
  const near = (cell: T) => {
    const [column, row] = [columnOf(cell), rowOf(cell)];
    const found: T[] = [];
    for (let x = column - 1; x <= column + 1; x++)
      for (let y = row - 1; y <= row + 1; y++)
        for (const other of squares.get(keyOf(x, y)) ?? []) if (isNear(cell, other)) found.push(other);
    return found;
  };
  return new Map(cells.map(cell => [cell, near(cell)]));
}

/**
 * Groups the contents of cells (R15): one that is greater than all within the radius takes in those of them that no greater one does. Each goes by what
 * is within a few radii of it alone, so that tiles side by side agree on every group, and nothing at their edges is doubled.
 */
export function groupCells<T extends Cell>(cells: readonly T[]): T[][] {
  const neighbours = neighboursOf(cells);
  const greatest = new Set(
    cells.filter(cell => neighbours.get(cell)!.every(other => isGreater(cell, other))),
  );
  const takerOf = (cell: T) => {
    if (greatest.has(cell)) return cell;
    let taker: T | undefined;
    for (const other of neighbours.get(cell)!)
      if (greatest.has(other) && (!taker || isGreater(other, taker))) taker = other;
    return taker ?? cell;
  };
  return [...groupBy(cells, takerOf).values()];
}
