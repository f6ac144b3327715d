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

/** Places of cells that are within the radius of each other, a greater and a lesser one by turns: looked for in squares as wide as that. */
function nearPairs(cells: readonly Cell[]): number[] {
  const keyOf = (column: number, row: number) => column * 2 ** 26 + row;
  const squares = new Map<number, number[]>();
  const pairs: number[] = [];
  for (const [place, { x, y }] of cells.entries()) {
    const [column, row] = [Math.floor(x / CLUSTER_RADIUS), Math.floor(y / CLUSTER_RADIUS)];
    // Those that come later find this one.
    for (let left = column - 1; left <= column + 1; left++)
      for (let top = row - 1; top <= row + 1; top++)
        for (const before of squares.get(keyOf(left, top)) ?? []) {
          const other = cells[before]!;
          if ((other.x - x) ** 2 + (other.y - y) ** 2 >= CLUSTER_RADIUS ** 2) continue;
          if (isGreater(cells[place]!, other)) pairs.push(place, before);
          else pairs.push(before, place);
        }
    const square = squares.get(keyOf(column, row));
    if (square) square.push(place);
    else squares.set(keyOf(column, row), [place]);
  }
  return pairs;
}

/**
 * Groups the contents of cells (R15): one that is greater than all within the radius takes in those of them that no greater one does. Each goes by what
 * is within a few radii of it alone, so that tiles side by side agree on every group, and nothing at their edges is doubled.
 */
export function groupCells<T extends Cell>(cells: readonly T[]): T[][] {
  const pairs = nearPairs(cells);
  const isGreatest = cells.map(() => true);
  for (let pair = 0; pair < pairs.length; pair += 2) isGreatest[pairs[pair + 1]!] = false;
  const takers = [...cells];
  for (let pair = 0; pair < pairs.length; pair += 2) {
    const [greater, lesser] = [pairs[pair]!, pairs[pair + 1]!];
    const [taker, cell] = [takers[lesser]!, cells[lesser]!];
    if (isGreatest[greater] && (taker === cell || isGreater(cells[greater]!, taker)))
      takers[lesser] = cells[greater]!;
  }
  const groups = groupBy(cells.keys(), place => takers[place]!);
  return [...groups.values()].map(places => places.map(place => cells[place]!));
}
