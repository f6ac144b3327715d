import { describe, it } from 'node:test';

import { expect } from 'chai';

import { CLUSTER_RADIUS } from '../../src/engine/counts/build-hierarchy.js';
import { seeded } from '../../test/support/random.js';
import { groupCells } from '../src/answers/group-cells.js';
import type { Cell } from '../src/answers/group-cells.js';
import { MARGIN } from '../src/answers/map-cells.js';
import { cellNumber } from '../src/network/cells.js';

/** Cells beside each other in a tile. */
const SIZE = 32;

/** Cells around the tile that are there: far more than are looked at. */
const AROUND = 16;

const RUNS = 200;

type Placed = Cell & { column: number; row: number };

/** Some of the cells of a tile and around it, what stands in each somewhere in it. */
function someCells(random: ReturnType<typeof seeded>): Placed[] {
  const across = SIZE + 2 * AROUND;
  const share = 0.1 + 0.9 * random();
  return Array.from({ length: across ** 2 }, (_, index) => {
    const [column, row] = [index % across, Math.floor(index / across)];
    const along = (place: number) => (place + random.below(1000) / 1000) * CLUSTER_RADIUS;
    const shown = random.chance(share) ? 1 + random.below(9) : 0;
    return { cell: cellNumber(column, row), shown, x: along(column), y: along(row), column, row };
  }).filter(({ shown }) => shown > 0);
}

/** The groups whose middle is in the tile, each told by its cells. */
function groupsOfTile(cells: readonly Placed[]): string[] {
  const isAmidTile = (group: readonly Placed[]) =>
    (['x', 'y'] as const).every(axis => {
      const shown = group.reduce((sum, cell) => sum + cell.shown, 0);
      const middle = group.reduce((sum, cell) => sum + cell[axis] * cell.shown, 0) / shown / CLUSTER_RADIUS;
      return middle >= AROUND && middle < AROUND + SIZE;
    });
  return groupCells(cells)
    .filter(isAmidTile)
    .map(group =>
      group
        .map(({ cell }) => cell)
        .sort((one, other) => one - other)
        .join(),
    )
    .sort();
}

/** The cells of the tile, and so many around it. */
function within(cells: readonly Placed[], margin: number): Placed[] {
  const isNear = (place: number) => place >= AROUND - margin && place < AROUND + SIZE + margin;
  return cells.filter(({ column, row }) => isNear(column) && isNear(row));
}

describe('the groups of a tile', () => {
  it('R15: are the same by the few cells around it that are looked at as by all there are, so that tiles agree', () => {
    const random = seeded(20261130);
    let others = 0;
    for (let run = 0; run < RUNS; run++) {
      const cells = someCells(random);
      const expected = groupsOfTile(cells);
      expect(groupsOfTile(within(cells, MARGIN))).to.deep.equal(expected);
      if (groupsOfTile(within(cells, 2)).join(';') !== expected.join(';')) others++;
    }
    // By two rows of them they would be others.
    expect(others).to.be.above(0);
  });

  it('R15: take in each cell once, with the greatest that is within the radius', () => {
    const at = (cell: number, shown: number, x: number): Cell => ({ cell, shown, x, y: 32 });
    const [small, large, far, middle] = [at(0, 1, 60), at(1, 5, 100), at(9, 1, 500), at(2, 3, 150)];
    expect(groupCells([small, large, far, middle])).to.deep.equal([[small, large, middle], [far]]);
    // One that is near a lesser cell, and not near its taker, is taken by nobody.
    const end = at(3, 2, 200);
    expect(groupCells([large, middle, end])).to.deep.equal([[large, middle], [end]]);
  });
});
