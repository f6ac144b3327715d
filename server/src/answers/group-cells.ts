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

/** Finds what stands near a place, by squares as wide as the radius. */
class Squares<T extends Cell> {
  private readonly squares: ReadonlyMap<string, T[]>;

  constructor(cells: readonly T[]) {
    this.squares = groupBy(cells, ({ x, y }) =>
      this.keyOf(Math.floor(x / CLUSTER_RADIUS), Math.floor(y / CLUSTER_RADIUS)),
    );
  }

  *near(cell: T): Iterable<T> {
    const [column, row] = [Math.floor(cell.x / CLUSTER_RADIUS), Math.floor(cell.y / CLUSTER_RADIUS)];
    for (let x = column - 1; x <= column + 1; x++)
      for (let y = row - 1; y <= row + 1; y++)
        for (const other of this.squares.get(this.keyOf(x, y)) ?? [])
          if (other !== cell && (other.x - cell.x) ** 2 + (other.y - cell.y) ** 2 < CLUSTER_RADIUS ** 2)
            yield other;
  }

  private keyOf(column: number, row: number): string {
    return `${column} ${row}`;
  }
}

/**
 * Groups the contents of cells (R15): one that is greater than all within the radius takes in those of them that no greater one does. Each goes by what
 * is within a few radii of it alone, so that tiles side by side agree on every group, and nothing at their edges is doubled.
 */
export function groupCells<T extends Cell>(cells: readonly T[]): T[][] {
  const squares = new Squares(cells);
  const greatest = new Set<T>();
  for (const cell of cells) {
    let isGreatest = true;
    for (const other of squares.near(cell)) isGreatest &&= isGreater(cell, other);
    if (isGreatest) greatest.add(cell);
  }
  const takerOf = (cell: T) => {
    if (greatest.has(cell)) return cell;
    let taker: T | undefined;
    for (const other of squares.near(cell))
      if (greatest.has(other) && (!taker || isGreater(other, taker))) taker = other;
    return taker ?? cell;
  };
  return [...groupBy(cells, takerOf).values()];
}
