import { LAST_ZOOM } from '../../../src/model/map-tiles.js';
import { toMercator } from '../../../src/model/mercator.js';

/** Cells beside each other in the 512 pixels that the world is wide at zoom 0, as a power of two: a cell is 64 pixels wide. */
export const CELLS_OF_WORLD = 3;

const BITS = LAST_ZOOM + CELLS_OF_WORLD;

/** How far apart the whole numbers are by which places are kept: the world is this wide. */
export const WORLD = 2 ** 30;

/**
 * The number of a cell along the curve of Morton (Z-order): the bits of its column and row take turns. A cell holds the four below it
 * in one range of their numbers, and a tile of the map all of its cells.
 */
export function cellNumber(column: number, row: number): number {
  let number = 0;
  let place = 1;
  for (let bit = 0; bit < BITS; bit++) {
    number += place * (((column >>> bit) & 1) + 2 * ((row >>> bit) & 1));
    place *= 4;
  }
  return number;
}

/** A place on the map: in whole numbers of the Mercator square, and the nearest zoom's cell in which it stands. */
export function placeOf(longitude: number, latitude: number): { x: number; y: number; cell: number } {
  const { x, y } = toMercator(longitude, latitude);
  const across = 2 ** BITS;
  // Not of the rounded numbers: a cell lies in the same tile as its locations.
  const along = (place: number) => Math.max(0, Math.min(across - 1, Math.floor(place * across)));
  return { x: Math.round(x * WORLD), y: Math.round(y * WORLD), cell: cellNumber(along(x), along(y)) };
}

/** Numbers of cells, from and to the last. */
export type Range = [first: number, last: number];

/**
 * The cells of a rectangle of columns and rows, both ends included, as ranges of numbers: quarters of quarters, as coarse as they fit.
 * @param across how many cells there are beside each other
 */
export function rangesOf(
  [left, top, right, bottom]: [left: number, top: number, right: number, bottom: number],
  across: number,
): Range[] {
  const ranges: Range[] = [];
  const visit = (column: number, row: number, size: number) => {
    if (column > right || row > bottom || column + size - 1 < left || row + size - 1 < top) return;
    const isWithin = column >= left && row >= top && column + size - 1 <= right && row + size - 1 <= bottom;
    if (isWithin || size === 1) {
      const first = cellNumber(column, row);
      const before = ranges.at(-1);
      if (before?.[1] === first - 1) before[1] = first + size * size - 1;
      else ranges.push([first, first + size * size - 1]);
      return;
    }
    const half = size / 2;
    // In the order of their numbers.
    visit(column, row, half);
    visit(column + half, row, half);
    visit(column, row + half, half);
    visit(column + half, row + half, half);
  };
  visit(0, 0, across);
  return ranges;
}

/** The numbers in any of ranges, each once, from the first to the last. */
export function unionOf(ranges: readonly Range[]): Range[] {
  const union: Range[] = [];
  for (const [first, last] of ranges.toSorted(([one], [other]) => one - other)) {
    const before = union.at(-1);
    if (before && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else union.push([first, last]);
  }
  return union;
}
