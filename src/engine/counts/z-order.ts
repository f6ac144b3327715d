import { toMercator } from '../../model/mercator.js';

/** The curve goes through this many bits of each coordinate: cells of 600 m at the equator. */
const BITS = 16;
const CELLS = 2 ** BITS;

/** Puts a zero between any two bits of a 16-bit number. */
function spread(bits: number): number {
  let spaced = bits;
  spaced = (spaced | (spaced << 8)) & 0x00ff00ff;
  spaced = (spaced | (spaced << 4)) & 0x0f0f0f0f;
  spaced = (spaced | (spaced << 2)) & 0x33333333;
  return (spaced | (spaced << 1)) & 0x55555555;
}

/** The cell of a coordinate of the Mercator square. */
function cellOf(coordinate: number): number {
  return Math.max(0, Math.min(CELLS - 1, Math.floor(coordinate * CELLS)));
}

/** One pass of a radix sort: the order, sorted by 16 bits of the codes from `shift` on; what has equal bits keeps its order. */
function sortedBy(codes: Uint32Array, shift: number, order: Uint32Array): Uint32Array {
  const starts = new Uint32Array(CELLS + 1);
  for (const code of codes) starts[((code >>> shift) & (CELLS - 1)) + 1]!++;
  for (let bucket = 1; bucket <= CELLS; bucket++) starts[bucket]! += starts[bucket - 1]!;
  const sorted = new Uint32Array(order.length);
  for (const point of order) sorted[starts[(codes[point]! >>> shift) & (CELLS - 1)]!++] = point;
  return sorted;
}

/**
 * The indices of points in the order of a Z-order curve (Morton code) over the Mercator square: points that are near each
 * other mostly lie near each other in it.
 */
export function zOrder(longitudes: ArrayLike<number>, latitudes: ArrayLike<number>): Uint32Array {
  const codes = new Uint32Array(longitudes.length);
  const order = new Uint32Array(longitudes.length);
  for (let point = 0; point < codes.length; point++) {
    const { x, y } = toMercator(longitudes[point]!, latitudes[point]!);
    codes[point] = spread(cellOf(x)) | (spread(cellOf(y)) << 1);
    order[point] = point;
  }
  return sortedBy(codes, BITS, sortedBy(codes, 0, order));
}
